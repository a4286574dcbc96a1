package org.certassist.bridge.host.cryptoki;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  record Pair(StoredCertificate certificate, RawSigner.Key key) {}

  /// A signature on its way.
  private interface Making {
    Response.Signed make() throws HostFault;
  }

  /// What drivers say of a token that was pulled out, instead of CKR_DEVICE_REMOVED.
  private static final Set<FaultCode> MAY_MEAN_REMOVED =
      EnumSet.of(
          FaultCode.DRIVER,
          FaultCode.NOT_LOGGED_IN,
          FaultCode.KEY_ABSENT,
          FaultCode.CERTIFICATE_ABSENT);

  private final CkModule module;
  private final Path path;
  private final long slot;
  private final TokenId token;
  private final boolean pinPad;
  private final CkSession session;
  private final Presence presence;
  private final RawSigner rawSigner;
  private final Map<Bytes, Pair> pairs = new HashMap<>();
  private Optional<Optional<SunSigner>> sunSigner = Optional.empty();

  private TokenSession(CkModule module, Path path, long slot, CkTokenInfo info, CkSession session) {
    this.module = module;
    this.path = path;
    this.slot = slot;
    this.token = info.id();
    this.pinPad = info.pinPad();
    this.session = session;
    this.presence = new Presence(module, slot);
    this.rawSigner = new RawSigner(session, module.abi());
  }

  /// Sends a PIN once, after the certificate was seen on the token and the token's flags allowed
  /// it.
  ///
  /// In this order, since what another key says of its PIN is no answer about this one.
  static TokenSession login(
      CkModule module, Path path, long slot, CkTokenInfo info, Request.Login login)
      throws HostFault {
    CkSession session = module.openSession(slot);
    TokenSession opened = new TokenSession(module, path, slot, info, session);
    boolean loggedIn = false;
    try {
      Optional<StoredCertificate> certificate = Optional.empty();
      if (!login.certificateSha256().isEmpty()) {
        certificate = Optional.of(opened.certificate(login.certificateSha256()));
      }
      PinGate.ofUser(info).refuseUnlessWorthTrying(login.pin(), login.lastTryConfirmed());
      opened.sendOnce(login.pin());
      loggedIn = true;
      if (certificate.isPresent()) {
        opened.remember(certificate.get());
      }
      return opened;
    } catch (HostFault e) {
      if (loggedIn) {
        opened.end();
      } else {
        session.close();
      }
      throw e;
    }
  }

  private void sendOnce(Secret pin) throws HostFault {
    try {
      session.login(Ck.CKU_USER, pin);
    } catch (CkException e) {
      boolean unseen =
          e.is(CkReturn.CKR_USER_ALREADY_LOGGED_IN) && session.loginState() == LoginState.LOGGED_IN;
      if (!unseen) {
        throw e.withPinState(pinStateAfter(module, slot));
      }
      // The driver shares a login among programs and did not look at this PIN: a right one must
      // not seem wrong, nor a wrong one right. One that did look at it, and found it wrong, has
      // nobody logged in.
      logoutOf(session);
      try {
        session.login(Ck.CKU_USER, pin);
      } catch (CkException again) {
        throw again.withPinState(pinStateAfter(module, slot));
      }
    }
  }

  /// Whether the key of a certificate wants the PIN again for every signature.
  boolean wantsPinPerSignature(Bytes certificateSha256) {
    Pair pair = pairs.get(certificateSha256);
    return pair != null && pair.key().alwaysAuthenticate();
  }

  static PinState pinStateAfter(CkModule module, long slot) {
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
    return pairs.containsKey(certificateSha256)
        || StoredCertificate.find(session, module.abi(), certificateSha256).isPresent();
  }

  List<CertificateView> certificates() throws CkException {
    return StoredCertificate.views(session, module.abi(), true);
  }

  Response.Signed sign(Request.Sign sign) throws HostFault {
    return noticing(() -> signature(sign));
  }

  Response.Signed signByMechanism(Request.SignByMechanism sign) throws HostFault {
    if (module.abi().unsigned(sign.mechanism()) != sign.mechanism()) {
      throw new HostFault(FaultCode.ALGORITHM_UNSUPPORTED, "a number that this driver cannot have");
    }
    var asked = new RawSigner.Asked(sign.mechanism(), sign.input().toArray());
    return noticing(
        () -> ofOurOwn(made(pair(sign.certificateSha256()).key(), asked, sign.keyPin())));
  }

  /// Tells a key that is not there any more from one that failed.
  private Response.Signed noticing(Making making) throws HostFault {
    try {
      return making.make();
    } catch (HostFault e) {
      throw MAY_MEAN_REMOVED.contains(e.fault().code()) && presence.isLost(session)
          ? removed(e)
          : e;
    }
  }

  private static HostFault removed(HostFault e) {
    Fault fault = e.fault();
    return new HostFault(
        new Fault(
            FaultCode.TOKEN_REMOVED,
            fault.function(),
            fault.returnCode(),
            fault.pinState(),
            fault.detail()),
        e);
  }

  private Response.Signed signature(Request.Sign sign) throws HostFault {
    RawSigner.Key key = pair(sign.certificateSha256()).key();
    byte[] message = sign.message().toArray();
    Optional<SunSigner> sun = key.alwaysAuthenticate() ? Optional.empty() : sunSigner();
    if (sun.isPresent()) {
      Optional<byte[]> signature =
          sun.get().sign(sign.certificateSha256(), sign.algorithm(), message);
      if (signature.isPresent()) {
        return new Response.Signed(Bytes.of(signature.get()), Engine.SUNPKCS11);
      }
    }
    byte[] made = made(key, RawSigner.Asked.of(sign.algorithm(), message), sign.keyPin());
    return ofOurOwn(RawSigner.finished(sign.algorithm(), made));
  }

  private static Response.Signed ofOurOwn(byte[] signature) {
    return new Response.Signed(Bytes.of(signature), Engine.CRYPTOKI);
  }

  private byte[] made(RawSigner.Key key, RawSigner.Asked asked, Secret keyPin) throws HostFault {
    if (!key.alwaysAuthenticate()) {
      return rawSigner.sign(key, asked);
    }
    if (keyPin.isEmpty() && !pinPad) {
      throw new HostFault(FaultCode.PIN_NEEDED, "");
    }
    try {
      return rawSigner.signWithPin(key, asked, keyPin);
    } catch (CkException e) {
      throw e.withPinState(pinStateAfter(module, slot));
    }
  }

  /// Logs out and closes; also right for a token that is gone.
  void end() {
    logoutOf(session);
    session.close();
  }

  /// Logs out where the token still lets us; closing the session does so in any case.
  static void logoutOf(CkSession session) {
    try {
      session.logout();
    } catch (CkException e) {
      System.err.println("host: " + e.getMessage());
    }
  }

  /// The JDK's provider, where it may sign.
  ///
  /// Not on a removable token: it looks at the slot and the session before each signature, and 150
  /// times before the first (decision 6), while each look may be an exchange with the card.
  private Optional<SunSigner> sunSigner() {
    if (sunSigner.isEmpty()) {
      boolean fits = module.abi().equals(CkAbi.ofThisSystem()) && isPartOfThePc();
      sunSigner = Optional.of(fits ? SunSigner.on(path, slot) : Optional.empty());
    }
    return sunSigner.get();
  }

  /// A driver that does not say keeps nobody from signing.
  private boolean isPartOfThePc() {
    try {
      return !module.isRemovable(slot);
    } catch (CkException e) {
      System.err.println("host: " + e.getMessage());
      return false;
    }
  }

  private Pair pair(Bytes certificateSha256) throws HostFault {
    Pair known = pairs.get(certificateSha256);
    return known != null ? known : remember(certificate(certificateSha256));
  }

  private Pair remember(StoredCertificate certificate) throws HostFault {
    Pair pair = new Pair(certificate, rawSigner.keyOf(certificate));
    pairs.put(certificate.sha256(), pair);
    return pair;
  }

  private StoredCertificate certificate(Bytes sha256) throws HostFault {
    Optional<StoredCertificate> found = StoredCertificate.find(session, module.abi(), sha256);
    if (found.isEmpty()) {
      throw presence.certificateMissing();
    }
    return found.get();
  }
}
