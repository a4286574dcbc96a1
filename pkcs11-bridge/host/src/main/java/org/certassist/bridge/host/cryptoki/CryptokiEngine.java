package org.certassist.bridge.host.cryptoki;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.host.KeyEngine;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.CertificateView;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;

/// The tokens behind one PKCS#11 driver.
public final class CryptokiEngine implements KeyEngine {
  record Place(long slot, CkTokenInfo info) {}

  /// After these nothing more is signed under the old login; a wrong PIN stops a batch at once.
  private static final Set<FaultCode> ENDS_A_SESSION =
      EnumSet.of(
          FaultCode.TOKEN_REMOVED,
          FaultCode.NOT_LOGGED_IN,
          FaultCode.PIN_WRONG,
          FaultCode.PIN_LOCKED,
          FaultCode.PIN_UNUSABLE,
          FaultCode.PIN_CANCELLED);

  private static final TokenId NAMELESS = new TokenId("", "", "");

  private final Path path;
  private final CkModule module;
  private final Provisioner provisioner;
  private final List<TokenSession> sessions = new ArrayList<>();

  private CryptokiEngine(Path path, CkModule module) {
    this.path = path;
    this.module = module;
    this.provisioner = new Provisioner(module);
  }

  /// Opens a driver that lays out its numbers as drivers on this system do.
  ///
  /// @param arguments what it reads when it is initialised; empty for none
  public static CryptokiEngine open(Path path, String arguments) throws HostFault {
    return open(path, CkAbi.ofThisSystem(), arguments);
  }

  /// Opens a driver with a layout of its own.
  static CryptokiEngine open(Path path, CkAbi abi) throws HostFault {
    return open(path, abi, "");
  }

  private static CryptokiEngine open(Path path, CkAbi abi, String arguments) throws HostFault {
    return new CryptokiEngine(path, CkModule.load(path, abi, arguments));
  }

  @Override
  public Response.Opened about() throws HostFault {
    return module.info();
  }

  @Override
  public List<TokenView> tokens() throws HostFault {
    List<TokenView> tokens = new ArrayList<>();
    Optional<CkException> trouble = Optional.empty();
    for (long slot : module.slots()) {
      try {
        tokens.add(view(slot));
      } catch (CkException e) {
        System.err.println("host: slot " + slot + ", " + e.getMessage());
        trouble = Optional.of(e);
      }
    }
    if (tokens.isEmpty() && trouble.isPresent()) {
      throw trouble.get();
    }
    if (tokens.isEmpty() && module.someSlotIsHeld()) {
      throw new HostFault(FaultCode.TOKEN_BUSY, "");
    }
    return tokens;
  }

  @Override
  public List<TokenId> present() throws HostFault {
    List<TokenId> present = new ArrayList<>();
    for (long slot : module.slots()) {
      present.add(idIn(slot));
    }
    return present;
  }

  /// A token may be in the middle of leaving, or in another program's hands.
  private TokenId idIn(long slot) {
    try {
      return module.tokenInfo(slot).id();
    } catch (CkException e) {
      return NAMELESS;
    }
  }

  private TokenView view(long slot) throws CkException {
    CkTokenInfo info = module.tokenInfo(slot);
    return new TokenView(
        info.id(),
        info.label(),
        slot,
        info.flags(),
        info.initialized(),
        info.pinPad(),
        info.pinState(),
        info.soPinState(),
        info.minPin(),
        info.maxPin(),
        certificates(slot, info));
  }

  private List<CertificateView> certificates(long slot, CkTokenInfo info) throws CkException {
    for (TokenSession open : sessions) {
      if (open.slot() == slot && open.isOf(info.id())) {
        return open.certificates();
      }
    }
    if (!info.initialized()) {
      return List.of();
    }
    try (CkSession session = module.openSession(slot)) {
      return StoredCertificate.views(session, module.abi(), false);
    }
  }

  @Override
  public PinState pinState(TokenId token) throws HostFault {
    return locate(token, Bytes.NONE).info().pinState();
  }

  @Override
  public Response.LoggedIn login(Request.Login login) throws HostFault {
    Bytes certificate = login.certificateSha256();
    Place place = locate(login.token(), certificate);
    endSessionOn(place.slot());
    TokenSession session = TokenSession.login(module, path, place.slot(), place.info(), login);
    sessions.add(session);
    return new Response.LoggedIn(session.wantsPinPerSignature(certificate));
  }

  @Override
  public void changePin(Request.ChangePin change) throws HostFault {
    pinChange(change.token(), change.certificateSha256())
        .byUser(change.pin(), change.newPin(), change.lastTryConfirmed());
  }

  @Override
  public void unblockPin(Request.UnblockPin unblock) throws HostFault {
    pinChange(unblock.token(), unblock.certificateSha256())
        .byAdministrator(unblock.soPin(), unblock.newPin(), unblock.lastTryConfirmed());
  }

  private PinChange pinChange(TokenId token, Bytes certificateSha256) throws HostFault {
    Place place = locate(token, certificateSha256);
    endSessionOn(place.slot());
    return new PinChange(module, place.slot(), place.info(), certificateSha256);
  }

  @Override
  public void logout(TokenId token) {
    for (TokenSession session : List.copyOf(sessions)) {
      if (session.isOf(token)) {
        sessions.remove(session);
        session.end();
      }
    }
  }

  @Override
  public Response.Signed sign(Request.Sign sign) throws HostFault {
    TokenSession session = session(sign.token(), sign.certificateSha256());
    return signed(session, () -> session.sign(sign));
  }

  @Override
  public Response.Signed signByMechanism(Request.SignByMechanism sign) throws HostFault {
    TokenSession session = session(sign.token(), sign.certificateSha256());
    return signed(session, () -> session.signByMechanism(sign));
  }

  private Response.Signed signed(TokenSession session, Signing signing) throws HostFault {
    try {
      return signing.sign();
    } catch (HostFault e) {
      if (ENDS_A_SESSION.contains(e.fault().code())) {
        sessions.remove(session);
        session.end();
      }
      throw e;
    }
  }

  /// One signature that was asked for.
  private interface Signing {
    Response.Signed sign() throws HostFault;
  }

  @Override
  public List<Long> mechanisms(Request.ListMechanisms list) throws HostFault {
    return module.mechanisms(session(list.token(), list.certificateSha256()).slot());
  }

  @Override
  public TokenId initToken(Request.InitToken init) throws HostFault {
    return provisioner.initToken(init);
  }

  @Override
  public Response.KeyMade generateKey(Request.GenerateKey generate) throws HostFault {
    return provisioner.generateKey(
        session(generate.token(), Bytes.NONE).slot(), generate.kind(), generate.label());
  }

  @Override
  public void storeCertificate(Request.StoreCertificate store) throws HostFault {
    provisioner.storeCertificate(session(store.token(), Bytes.NONE).slot(), store);
  }

  private void endSessionOn(long slot) {
    for (TokenSession session : List.copyOf(sessions)) {
      if (session.slot() == slot) {
        sessions.remove(session);
        session.end();
      }
    }
  }

  /// The open session of a token; tokens of equal identity are told apart by a certificate.
  private TokenSession session(TokenId token, Bytes certificateSha256) throws HostFault {
    List<TokenSession> fitting = new ArrayList<>();
    for (TokenSession open : sessions) {
      if (open.isOf(token)) {
        fitting.add(open);
      }
    }
    if (fitting.isEmpty()) {
      throw new HostFault(FaultCode.NOT_LOGGED_IN, "");
    }
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    for (TokenSession session : fitting) {
      if (session.holds(certificateSha256)) {
        return session;
      }
    }
    throw new HostFault(FaultCode.TOKEN_AMBIGUOUS, "");
  }

  /// Where a token is now; slots change, so they are read anew. A slot that cannot be read keeps
  /// nobody from a token in another one.
  private Place locate(TokenId token, Bytes certificateSha256) throws HostFault {
    List<Place> fitting = new ArrayList<>();
    Optional<CkException> trouble = Optional.empty();
    for (long slot : module.slots()) {
      try {
        CkTokenInfo info = module.tokenInfo(slot);
        if (info.id().equals(token)) {
          fitting.add(new Place(slot, info));
        }
      } catch (CkException e) {
        trouble = Optional.of(e);
      }
    }
    if (fitting.isEmpty()) {
      throw trouble.isPresent() ? trouble.get() : absent();
    }
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    for (Place place : fitting) {
      if (holds(place.slot(), certificateSha256)) {
        return place;
      }
    }
    throw new HostFault(FaultCode.TOKEN_AMBIGUOUS, "");
  }

  private HostFault absent() throws CkException {
    return new HostFault(
        module.someSlotIsHeld() ? FaultCode.TOKEN_BUSY : FaultCode.TOKEN_ABSENT, "");
  }

  private boolean holds(long slot, Bytes certificateSha256) throws CkException {
    try (CkSession session = module.openSession(slot)) {
      return StoredCertificate.all(session, module.abi()).stream()
          .anyMatch(certificate -> certificate.sha256().equals(certificateSha256));
    }
  }
}
