package org.certassist.bridge.host.cryptoki;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.CertificateView;
import org.certassist.bridge.protocol.Engine;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.TokenId;

/// A token that somebody is logged in to; the one owner of its login state.
///
/// Login belongs to the whole process, so nobody else calls C_Login or C_Logout: the JDK's provider
/// finds the token open and works on the slot beside us. Everything learnt about keys dies with the
/// login.
final class TokenSession {
  private record Pair(StoredCertificate certificate, RawSigner.Key key) {}

  private final CkModule module;
  private final Path path;
  private final long slot;
  private final TokenId token;
  private final CkSession session;
  private final RawSigner rawSigner;
  private final Map<Bytes, Pair> pairs = new HashMap<>();
  private Optional<Optional<SunSigner>> sunSigner = Optional.empty();

  private TokenSession(CkModule module, Path path, long slot, TokenId token, CkSession session) {
    this.module = module;
    this.path = path;
    this.slot = slot;
    this.token = token;
    this.session = session;
    this.rawSigner = new RawSigner(session, module.abi());
  }

  /// Sends a PIN once, after the token's flags allowed it.
  static TokenSession login(CkModule module, Path path, long slot, CkTokenInfo info, Secret pin)
      throws HostFault {
    CkSession session = module.openSession(slot);
    try {
      session.login(Ck.CKU_USER, pin);
    } catch (CkException e) {
      // A driver that shares its login among programs: the key is open, the PIN was not looked at.
      if (!e.is(CkReturn.CKR_USER_ALREADY_LOGGED_IN)) {
        session.close();
        throw e.withPinState(pinStateAfter(module, slot));
      }
    }
    return new TokenSession(module, path, slot, info.id(), session);
  }

  /// Declines a PIN that must not be sent, while it costs nothing.
  static void refuseUnlessWorthTrying(CkTokenInfo info, Secret pin, boolean lastTryConfirmed)
      throws HostFault {
    PinState state = info.pinState();
    if (state == PinState.LOCKED) {
      throw new HostFault(Fault.of(FaultCode.PIN_LOCKED, state));
    }
    if (state == PinState.LAST_TRY && !lastTryConfirmed) {
      throw new HostFault(Fault.of(FaultCode.PIN_LAST_TRY, state));
    }
    boolean tooShort = pin.length() < Math.max(1, info.minPin());
    boolean tooLong = info.maxPin() > 0 && pin.length() > info.maxPin();
    boolean onTheKey = info.pinPad() && pin.isEmpty();
    if ((tooShort || tooLong) && !onTheKey) {
      throw new HostFault(Fault.of(FaultCode.PIN_UNUSABLE, state));
    }
  }

  private static PinState pinStateAfter(CkModule module, long slot) {
    try {
      return module.tokenInfo(slot).pinState();
    } catch (CkException e) {
      return PinState.UNKNOWN;
    }
  }

  long slot() {
    return slot;
  }

  boolean isOf(TokenId other) {
    return token.equals(other);
  }

  boolean holds(Bytes certificateSha256) throws CkException {
    return find(certificateSha256).isPresent();
  }

  List<CertificateView> certificates() throws CkException {
    return StoredCertificate.views(session, module.abi(), true);
  }

  Response.Signed sign(Request.Sign sign) throws HostFault {
    Pair pair = pair(sign.certificateSha256());
    byte[] message = sign.message().toArray();
    if (!pair.key().alwaysAuthenticate() && sign.keyPin().isEmpty()) {
      Optional<SunSigner> sun = sunSigner();
      if (sun.isPresent()) {
        Optional<byte[]> signature =
            sun.get().sign(sign.certificateSha256(), sign.algorithm(), message);
        if (signature.isPresent()) {
          return new Response.Signed(Bytes.of(signature.get()), Engine.SUNPKCS11);
        }
      }
    }
    byte[] signature = rawSigner.sign(pair.key(), sign.algorithm(), message, sign.keyPin());
    return new Response.Signed(Bytes.of(signature), Engine.CRYPTOKI);
  }

  /// Logs out and closes; also right for a token that is gone.
  void end() {
    try {
      session.logout();
    } catch (CkException e) {
      System.err.println("host: " + e.getMessage());
    } finally {
      session.close();
    }
  }

  private Optional<SunSigner> sunSigner() {
    if (sunSigner.isEmpty()) {
      sunSigner = Optional.of(SunSigner.on(path, slot));
    }
    return sunSigner.get();
  }

  private Pair pair(Bytes certificateSha256) throws HostFault {
    Pair known = pairs.get(certificateSha256);
    if (known != null) {
      return known;
    }
    StoredCertificate certificate =
        find(certificateSha256).orElseThrow(() -> new HostFault(FaultCode.CERTIFICATE_ABSENT, ""));
    Pair pair = new Pair(certificate, rawSigner.keyOf(certificate));
    pairs.put(certificateSha256, pair);
    return pair;
  }

  private Optional<StoredCertificate> find(Bytes certificateSha256) throws CkException {
    return StoredCertificate.all(session, module.abi()).stream()
        .filter(certificate -> certificate.sha256().equals(certificateSha256))
        .findFirst();
  }
}
