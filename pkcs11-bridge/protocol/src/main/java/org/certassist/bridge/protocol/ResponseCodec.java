package org.certassist.bridge.protocol;

import org.certassist.bridge.protocol.WireException.Kind;

/// Responses as bytes; the table of `docs/bridge-protocol.md` in code.
public final class ResponseCodec {
  private static final int WELCOME = 0x8001;
  private static final int OPENED = 0x8002;
  private static final int TOKENS = 0x8003;
  private static final int DONE = 0x8004;
  private static final int LOGGED_IN = 0x8005;
  private static final int SIGNED = 0x8006;
  private static final int PIN_STATE_READ = 0x8007;
  private static final int MECHANISMS = 0x8008;
  private static final int PRESENT = 0x8009;
  private static final int TOKEN_MADE = 0x8101;
  private static final int KEY_MADE = 0x8102;
  private static final int FAILED = 0x80ff;

  private ResponseCodec() {}

  public static byte[] encode(int id, Response response) {
    return switch (response) {
      case Response.Welcome(int version, boolean provisioning) ->
          new WireWriter(id, WELCOME).u16(version).bool(provisioning).frame();
      case Response.Opened(String manufacturer, String description, int major, int minor) ->
          new WireWriter(id, OPENED)
              .text(manufacturer)
              .text(description)
              .u8(major)
              .u8(minor)
              .frame();
      case Response.Tokens(var tokens) ->
          new WireWriter(id, TOKENS).list(tokens, ResponseCodec::token).frame();
      case Response.Done() -> new WireWriter(id, DONE).frame();
      case Response.LoggedIn(boolean pinPerSignature) ->
          new WireWriter(id, LOGGED_IN).bool(pinPerSignature).frame();
      case Response.Signed(Bytes signature, Engine engine) ->
          new WireWriter(id, SIGNED).bytes(signature).word(engine).frame();
      case Response.PinStateRead(PinState pinState) ->
          new WireWriter(id, PIN_STATE_READ).word(pinState).frame();
      case Response.Mechanisms(var numbers) ->
          new WireWriter(id, MECHANISMS).list(numbers, WireWriter::u64).frame();
      case Response.Present(var tokens) ->
          new WireWriter(id, PRESENT).list(tokens, WireWriter::tokenId).frame();
      case Response.TokenMade(TokenId token) ->
          new WireWriter(id, TOKEN_MADE).tokenId(token).frame();
      case Response.KeyMade(Bytes keyId, Bytes publicKey) ->
          new WireWriter(id, KEY_MADE).bytes(keyId).bytes(publicKey).frame();
      case Response.Failed(Fault fault) ->
          new WireWriter(id, FAILED)
              .word(fault.code())
              .text(fault.function())
              .u64(fault.returnCode())
              .word(fault.pinState())
              .text(fault.detail())
              .frame();
    };
  }

  private static void token(WireWriter out, TokenView token) {
    out.tokenId(token.id())
        .text(token.label())
        .u64(token.slot())
        .u64(token.flags())
        .bool(token.initialized())
        .bool(token.pinPad())
        .word(token.pinState())
        .word(token.soPinState())
        .u32(token.minPin())
        .u32(token.maxPin())
        .list(
            token.certificates(),
            (to, certificate) ->
                to.bytes(certificate.der())
                    .bytes(certificate.id())
                    .text(certificate.label())
                    .word(certificate.key()));
  }

  public static Response decode(Frame frame) throws WireException {
    WireReader in = frame.payload();
    Response response =
        switch (frame.type()) {
          case WELCOME -> new Response.Welcome(in.u16(), in.bool());
          case OPENED -> new Response.Opened(in.text(), in.text(), in.u8(), in.u8());
          case TOKENS -> new Response.Tokens(in.list(ResponseCodec::token));
          case DONE -> new Response.Done();
          case LOGGED_IN -> new Response.LoggedIn(in.bool());
          case SIGNED -> new Response.Signed(in.bytes(), in.word(Engine.values(), Engine.UNKNOWN));
          case PIN_STATE_READ ->
              new Response.PinStateRead(in.word(PinState.values(), PinState.UNKNOWN));
          case MECHANISMS -> new Response.Mechanisms(in.list(WireReader::u64));
          case PRESENT -> new Response.Present(in.list(WireReader::tokenId));
          case TOKEN_MADE -> new Response.TokenMade(in.tokenId());
          case KEY_MADE -> new Response.KeyMade(in.bytes(), in.bytes());
          case FAILED -> new Response.Failed(fault(in));
          default ->
              throw new WireException(Kind.UNKNOWN_TYPE, "a response of type " + frame.type());
        };
    in.end();
    return response;
  }

  private static Fault fault(WireReader in) throws WireException {
    return new Fault(
        in.word(FaultCode.values(), FaultCode.UNKNOWN),
        in.text(),
        in.u64(),
        in.word(PinState.values(), PinState.UNKNOWN),
        in.text());
  }

  private static TokenView token(WireReader in) throws WireException {
    return new TokenView(
        in.tokenId(),
        in.text(),
        in.u64(),
        in.u64(),
        in.bool(),
        in.bool(),
        in.word(PinState.values(), PinState.UNKNOWN),
        in.word(PinState.values(), PinState.UNKNOWN),
        in.u32(),
        in.u32(),
        in.list(ResponseCodec::certificate));
  }

  private static CertificateView certificate(WireReader in) throws WireException {
    return new CertificateView(
        in.bytes(), in.bytes(), in.text(), in.word(KeyMatch.values(), KeyMatch.UNKNOWN));
  }
}
