package org.certassist.bridge.protocol;

import org.certassist.bridge.protocol.WireException.Kind;

/// Requests as bytes; the table of `docs/bridge-protocol.md` in code.
public final class RequestCodec {
  private static final int HELLO = 0x0001;
  private static final int OPEN_MODULE = 0x0002;
  private static final int LIST_TOKENS = 0x0003;
  private static final int LOGIN = 0x0004;
  private static final int LOGOUT = 0x0005;
  private static final int SIGN = 0x0006;
  private static final int READ_PIN_STATE = 0x0007;
  private static final int CHANGE_PIN = 0x0008;
  private static final int UNBLOCK_PIN = 0x0009;
  private static final int SIGN_BY_MECHANISM = 0x000a;
  private static final int LIST_MECHANISMS = 0x000b;
  private static final int LIST_PRESENT = 0x000c;
  private static final int OPEN_MODULE_WITH_ARGUMENTS = 0x000d;
  private static final int INIT_TOKEN = 0x0101;
  private static final int GENERATE_KEY = 0x0102;
  private static final int STORE_CERTIFICATE = 0x0103;

  private RequestCodec() {}

  /// The frame to be sent; wipe it once it is written.
  public static byte[] encode(int id, Request request) {
    return switch (request) {
      case Request.Hello(int version) -> new WireWriter(id, HELLO).u16(version).frame();
      case Request.OpenModule open -> open(id, open);
      case Request.ListTokens() -> new WireWriter(id, LIST_TOKENS).frame();
      case Request.ListPresent() -> new WireWriter(id, LIST_PRESENT).frame();
      case Request.Login(TokenId token, Bytes certificate, Secret pin, boolean lastTryConfirmed) ->
          new WireWriter(id, LOGIN)
              .tokenId(token)
              .bytes(certificate)
              .secret(pin)
              .bool(lastTryConfirmed)
              .padding()
              .frame();
      case Request.Logout(TokenId token) -> new WireWriter(id, LOGOUT).tokenId(token).frame();
      case Request.Sign sign -> sign(id, sign);
      case Request.SignByMechanism sign -> signByMechanism(id, sign);
      case Request.ListMechanisms(TokenId token, Bytes certificate) ->
          new WireWriter(id, LIST_MECHANISMS).tokenId(token).bytes(certificate).frame();
      case Request.ReadPinState(TokenId token) ->
          new WireWriter(id, READ_PIN_STATE).tokenId(token).frame();
      case Request.ChangePin(
              TokenId token,
              Bytes certificate,
              Secret pin,
              Secret newPin,
              boolean lastTryConfirmed) ->
          twoPins(
              new WireWriter(id, CHANGE_PIN), token, certificate, pin, newPin, lastTryConfirmed);
      case Request.UnblockPin(
              TokenId token,
              Bytes certificate,
              Secret soPin,
              Secret newPin,
              boolean lastTryConfirmed) ->
          twoPins(
              new WireWriter(id, UNBLOCK_PIN), token, certificate, soPin, newPin, lastTryConfirmed);
      case Request.InitToken(String label, Secret soPin, Secret pin) ->
          new WireWriter(id, INIT_TOKEN).text(label).secret(soPin).secret(pin).padding().frame();
      case Request.GenerateKey(TokenId token, KeyKind kind, String label) ->
          new WireWriter(id, GENERATE_KEY).tokenId(token).word(kind).text(label).frame();
      case Request.StoreCertificate(TokenId token, Bytes keyId, String label, Bytes der) ->
          new WireWriter(id, STORE_CERTIFICATE)
              .tokenId(token)
              .bytes(keyId)
              .text(label)
              .bytes(der)
              .frame();
    };
  }

  /// A host from before arguments opens every module that reads none.
  private static byte[] open(int id, Request.OpenModule open) {
    return open.arguments().isEmpty()
        ? new WireWriter(id, OPEN_MODULE).word(open.kind()).text(open.path()).frame()
        : new WireWriter(id, OPEN_MODULE_WITH_ARGUMENTS)
            .word(open.kind())
            .text(open.path())
            .text(open.arguments())
            .frame();
  }

  private static byte[] sign(int id, Request.Sign sign) {
    WireWriter out =
        new WireWriter(id, SIGN)
            .tokenId(sign.token())
            .bytes(sign.certificateSha256())
            .word(sign.algorithm())
            .bytes(sign.message());
    return withKeyPin(out, sign.keyPin());
  }

  private static byte[] signByMechanism(int id, Request.SignByMechanism sign) {
    WireWriter out =
        new WireWriter(id, SIGN_BY_MECHANISM)
            .tokenId(sign.token())
            .bytes(sign.certificateSha256())
            .u64(sign.mechanism())
            .bytes(sign.input());
    return withKeyPin(out, sign.keyPin());
  }

  private static byte[] withKeyPin(WireWriter out, Secret keyPin) {
    WireWriter whole = out.secret(keyPin);
    return (keyPin.isEmpty() ? whole.bytes(Bytes.NONE) : whole.padding()).frame();
  }

  private static byte[] twoPins(
      WireWriter out,
      TokenId token,
      Bytes certificate,
      Secret tried,
      Secret fresh,
      boolean lastTryConfirmed) {
    return out.tokenId(token)
        .bytes(certificate)
        .secret(tried)
        .secret(fresh)
        .bool(lastTryConfirmed)
        .padding()
        .frame();
  }

  public static Request decode(Frame frame) throws WireException {
    WireReader in = frame.payload();
    boolean read = false;
    try {
      Request request = request(frame.type(), in);
      in.end();
      read = true;
      return request;
    } finally {
      if (!read) {
        in.wipe();
      }
    }
  }

  private static Request request(int type, WireReader in) throws WireException {
    return switch (type) {
      case HELLO -> new Request.Hello(in.u16());
      case OPEN_MODULE -> new Request.OpenModule(in.word(ModuleKind.values()), in.text());
      case OPEN_MODULE_WITH_ARGUMENTS ->
          new Request.OpenModule(in.word(ModuleKind.values()), in.text(), in.text());
      case LIST_TOKENS -> new Request.ListTokens();
      case LIST_PRESENT -> new Request.ListPresent();
      case LOGIN -> login(in);
      case LOGOUT -> new Request.Logout(in.tokenId());
      case SIGN -> sign(in);
      case SIGN_BY_MECHANISM -> signByMechanism(in);
      case LIST_MECHANISMS -> new Request.ListMechanisms(in.tokenId(), in.bytes());
      case READ_PIN_STATE -> new Request.ReadPinState(in.tokenId());
      case CHANGE_PIN -> changePin(in);
      case UNBLOCK_PIN -> unblockPin(in);
      case INIT_TOKEN -> initToken(in);
      case GENERATE_KEY ->
          new Request.GenerateKey(in.tokenId(), in.word(KeyKind.values()), in.text());
      case STORE_CERTIFICATE ->
          new Request.StoreCertificate(in.tokenId(), in.bytes(), in.text(), in.bytes());
      default -> throw new WireException(Kind.UNKNOWN_TYPE, "a request of type " + type);
    };
  }

  private static Request login(WireReader in) throws WireException {
    var login = new Request.Login(in.tokenId(), in.bytes(), in.secret(), in.bool());
    in.bytes();
    return login;
  }

  private static Request sign(WireReader in) throws WireException {
    var sign =
        new Request.Sign(
            in.tokenId(), in.bytes(), in.word(SignAlgorithm.values()), in.bytes(), in.secret());
    in.bytes();
    return sign;
  }

  private static Request signByMechanism(WireReader in) throws WireException {
    var sign =
        new Request.SignByMechanism(in.tokenId(), in.bytes(), in.u64(), in.bytes(), in.secret());
    in.bytes();
    return sign;
  }

  private static Request changePin(WireReader in) throws WireException {
    var change =
        new Request.ChangePin(in.tokenId(), in.bytes(), in.secret(), in.secret(), in.bool());
    in.bytes();
    return change;
  }

  private static Request unblockPin(WireReader in) throws WireException {
    var unblock =
        new Request.UnblockPin(in.tokenId(), in.bytes(), in.secret(), in.secret(), in.bool());
    in.bytes();
    return unblock;
  }

  private static Request initToken(WireReader in) throws WireException {
    var init = new Request.InitToken(in.text(), in.secret(), in.secret());
    in.bytes();
    return init;
  }
}
