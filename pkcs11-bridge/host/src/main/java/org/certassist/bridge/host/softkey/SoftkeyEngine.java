package org.certassist.bridge.host.softkey;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.certassist.bridge.host.Digests;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.host.KeyEngine;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.CertificateView;
import org.certassist.bridge.protocol.Engine;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.KeyMatch;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;

/// One software key: the file is the token, its password is the PIN.
public final class SoftkeyEngine implements KeyEngine {
  private static final String NAME = "practice key (software)";
  private static final int SHORTEST_PIN = 4;
  private static final int LONGEST_PIN = 64;

  private final SoftkeyFile file;
  private final TokenId id;
  private final boolean provisioning;
  private final Map<Bytes, KeyPair> withoutCertificate = new HashMap<>();
  private Optional<Open> open = Optional.empty();
  private PinState pinState = PinState.OK;

  /// What a right PIN gave.
  ///
  /// @param pin kept only where provisioning will write the file again
  private record Open(Map<Bytes, PrivateKey> keys, Secret pin) {}

  public SoftkeyEngine(Path path, boolean provisioning) throws HostFault {
    if (!provisioning && !Files.isRegularFile(path)) {
      throw new HostFault(FaultCode.MODULE_NOT_FOUND, path.toString());
    }
    this.file = new SoftkeyFile(path);
    this.provisioning = provisioning;
    String serial =
        Digests.sha256(path.normalize().toString().getBytes(StandardCharsets.UTF_8)).hex();
    this.id =
        new TokenId(NAME, "software", "SOFT" + serial.substring(0, 12).toUpperCase(Locale.ROOT));
  }

  @Override
  public Response.Opened about() {
    return new Response.Opened(NAME, NAME, 1, 0);
  }

  @Override
  public List<TokenView> tokens() throws HostFault {
    if (!file.exists()) {
      return List.of();
    }
    List<CertificateView> certificates = new ArrayList<>();
    for (SoftkeyFile.Entry entry : file.certificates()) {
      certificates.add(
          new CertificateView(
              Bytes.of(entry.der()),
              Bytes.of(entry.alias().getBytes(StandardCharsets.UTF_8)),
              entry.alias(),
              entry.key() ? KeyMatch.PRESENT : KeyMatch.ABSENT));
    }
    return List.of(
        new TokenView(
            id,
            NAME,
            0,
            0,
            true,
            false,
            pinState,
            PinState.OK,
            SHORTEST_PIN,
            LONGEST_PIN,
            certificates));
  }

  @Override
  public List<TokenId> present() {
    return file.exists() ? List.of(id) : List.of();
  }

  @Override
  public PinState pinState(TokenId token) throws HostFault {
    check(token);
    return pinState;
  }

  @Override
  public Response.LoggedIn login(Request.Login login) throws HostFault {
    check(login.token());
    logout(login.token());
    refuseUnlessHeld(login.certificateSha256());
    refuseUnlessInBounds(login.pin(), FaultCode.PIN_UNUSABLE);
    Optional<Map<Bytes, PrivateKey>> keys = file.keys(login.pin());
    if (keys.isEmpty()) {
      pinState = PinState.WRONG_TRIED;
      throw new HostFault(Fault.of(FaultCode.PIN_WRONG, pinState));
    }
    pinState = PinState.OK;
    if (!login.certificateSha256().isEmpty()
        && !keys.get().containsKey(login.certificateSha256())) {
      throw new HostFault(FaultCode.KEY_ABSENT, "");
    }
    Secret kept = provisioning ? Secret.owning(login.pin().bytes().clone()) : Secret.none();
    open = Optional.of(new Open(keys.get(), kept));
    return new Response.LoggedIn(false);
  }

  @Override
  public void changePin(Request.ChangePin change) throws HostFault {
    check(change.token());
    logout(change.token());
    refuseUnlessHeld(change.certificateSha256());
    refuseUnlessInBounds(change.pin(), FaultCode.PIN_UNUSABLE);
    refuseUnlessInBounds(change.newPin(), FaultCode.NEW_PIN_UNUSABLE);
    if (!file.changePin(change.pin(), change.newPin())) {
      pinState = PinState.WRONG_TRIED;
      throw new HostFault(Fault.of(FaultCode.PIN_WRONG, pinState));
    }
    pinState = PinState.OK;
  }

  @Override
  public void unblockPin(Request.UnblockPin unblock) throws HostFault {
    throw new HostFault(FaultCode.NOT_SUPPORTED, "a software key has no administrator");
  }

  /// @param certificateSha256 must be in the file, so that no other key is tried; may be empty
  private void refuseUnlessHeld(Bytes certificateSha256) throws HostFault {
    if (!certificateSha256.isEmpty() && !holds(certificateSha256)) {
      throw new HostFault(FaultCode.CERTIFICATE_ABSENT, "");
    }
  }

  private boolean holds(Bytes certificateSha256) throws HostFault {
    return file.certificates().stream()
        .anyMatch(entry -> Digests.sha256(entry.der()).equals(certificateSha256));
  }

  private void refuseUnlessInBounds(Secret pin, FaultCode otherwise) throws HostFault {
    if (pin.length() < SHORTEST_PIN || pin.length() > LONGEST_PIN) {
      throw new HostFault(Fault.of(otherwise, pinState));
    }
  }

  @Override
  public void logout(TokenId token) {
    open.ifPresent(now -> now.pin().close());
    open = Optional.empty();
  }

  @Override
  public Response.Signed sign(Request.Sign sign) throws HostFault {
    check(sign.token());
    PrivateKey key = loggedIn().keys().get(sign.certificateSha256());
    if (key == null) {
      refuseUnlessHeld(sign.certificateSha256());
      throw new HostFault(FaultCode.KEY_ABSENT, "");
    }
    try {
      Signature signature = Signature.getInstance(name(sign.algorithm()));
      signature.initSign(key);
      signature.update(sign.message().toArray());
      return new Response.Signed(Bytes.of(signature.sign()), Engine.SOFTKEY);
    } catch (GeneralSecurityException e) {
      throw new HostFault(Fault.of(FaultCode.ALGORITHM_UNSUPPORTED, e.getClass().getName()), e);
    }
  }

  @Override
  public Response.Signed signByMechanism(Request.SignByMechanism sign) throws HostFault {
    throw new HostFault(FaultCode.NOT_SUPPORTED, "a key in software has no mechanisms");
  }

  @Override
  public List<Long> mechanisms(Request.ListMechanisms list) throws HostFault {
    throw new HostFault(FaultCode.NOT_SUPPORTED, "a key in software has no mechanisms");
  }

  @Override
  public TokenId initToken(Request.InitToken init) throws HostFault {
    if (file.exists()) {
      throw new HostFault(FaultCode.NO_BLANK_TOKEN, "");
    }
    file.create(init.pin());
    return id;
  }

  @Override
  public Response.KeyMade generateKey(Request.GenerateKey generate) throws HostFault {
    check(generate.token());
    var _ = loggedIn();
    byte[] keyId = new byte[16];
    new SecureRandom().nextBytes(keyId);
    KeyPair pair = newPair(generate);
    withoutCertificate.put(Bytes.of(keyId), pair);
    return new Response.KeyMade(Bytes.of(keyId), Bytes.of(pair.getPublic().getEncoded()));
  }

  private static KeyPair newPair(Request.GenerateKey generate) {
    try {
      return switch (generate.kind()) {
        case RSA_2048 -> {
          KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
          rsa.initialize(2048);
          yield rsa.generateKeyPair();
        }
        case EC_P256 -> {
          KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
          ec.initialize(new ECGenParameterSpec("secp256r1"));
          yield ec.generateKeyPair();
        }
      };
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void storeCertificate(Request.StoreCertificate store) throws HostFault {
    check(store.token());
    Open now = loggedIn();
    X509Certificate certificate = parse(store.der().toArray());
    if (store.keyId().isEmpty()) {
      file.store(now.pin(), store.label(), certificate, Optional.empty());
      return;
    }
    KeyPair pair = withoutCertificate.get(store.keyId());
    if (pair == null) {
      throw new HostFault(FaultCode.KEY_ABSENT, "");
    }
    file.store(now.pin(), store.label(), certificate, Optional.of(pair.getPrivate()));
    now.keys().put(Digests.sha256(store.der().toArray()), pair.getPrivate());
  }

  private static X509Certificate parse(byte[] der) throws HostFault {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException e) {
      throw new HostFault(Fault.of(FaultCode.MALFORMED, "not a certificate"), e);
    }
  }

  private static String name(SignAlgorithm algorithm) {
    return switch (algorithm) {
      case RSA_SHA256 -> "SHA256withRSA";
      case ECDSA_SHA256 -> "SHA256withECDSA";
    };
  }

  private void check(TokenId token) throws HostFault {
    if (!id.equals(token) || !file.exists()) {
      throw new HostFault(FaultCode.TOKEN_ABSENT, "");
    }
  }

  private Open loggedIn() throws HostFault {
    return open.orElseThrow(() -> new HostFault(FaultCode.NOT_LOGGED_IN, ""));
  }
}
