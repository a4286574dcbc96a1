package org.certassist.keys.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.TestHost;

/// The program's side of a contract: the real bridge with a host of its own, and few words to use
/// it with.
final class Client implements AutoCloseable {
  private static final byte[] MESSAGE = "登记 2026-11".getBytes(UTF_8);

  private final ModuleUnderTest module;
  private final BridgeKeys keys;

  Client(ModuleUnderTest module) {
    this(module, TestHost.patient(), module.driver());
  }

  Client(ModuleUnderTest module, Deadlines deadlines, Driver... drivers) {
    this.module = module;
    this.keys =
        new BridgeKeys(module.launch(), deadlines, TestHost.freshMemory(), List.of(drivers));
  }

  Inventory inventory() throws InterruptedException {
    return keys.inventory();
  }

  boolean hasChanged() throws InterruptedException {
    return keys.hasChanged();
  }

  Inventory inventoryAfresh() throws InterruptedException {
    return keys.inventoryAfresh(false);
  }

  /// The one key that is plugged in.
  TokenKey key() throws InterruptedException {
    Inventory inventory = keys.inventory();
    assertThat(inventory.keys()).as(inventory.drivers().toString()).hasSize(1);
    return inventory.keys().getFirst();
  }

  KeySession open(TokenKey key) throws KeyException, InterruptedException {
    return open(key, module.rsa(), module.pin(), false);
  }

  KeySession open(TokenKey key, EncodedCertificate certificate, String pin, boolean confirmed)
      throws KeyException, InterruptedException {
    try (Pin typed = pin(pin)) {
      return keys.open(new SigningKey(key, certificate), typed, confirmed);
    }
  }

  /// What stops an attempt to log in.
  KeyFault refusal(TokenKey key, String pin, boolean lastTryConfirmed) throws InterruptedException {
    try (KeySession session = open(key, module.rsa(), pin, lastTryConfirmed)) {
      throw new AssertionError("logged in to " + session.key());
    } catch (KeyException e) {
      return e.fault();
    }
  }

  KeyFault refusal(TokenKey key, String pin) throws InterruptedException {
    return refusal(key, pin, false);
  }

  void changePin(TokenKey key, String from, String to) throws KeyException, InterruptedException {
    try (Pin present = pin(from);
        Pin fresh = pin(to)) {
      keys.changePin(key, present, fresh, false);
    }
  }

  KeyFault refusalToChange(TokenKey key, String from, String to) throws InterruptedException {
    try {
      changePin(key, from, to);
      throw new AssertionError("the PIN was changed");
    } catch (KeyException e) {
      return e.fault();
    }
  }

  void unblock(TokenKey key, String administrators, String to)
      throws KeyException, InterruptedException {
    try (Pin proof = pin(administrators);
        Pin fresh = pin(to)) {
      keys.unblockPin(key, proof, fresh, false);
    }
  }

  KeyFault refusalToUnblock(TokenKey key, String administrators, String to)
      throws InterruptedException {
    try {
      unblock(key, administrators, to);
      throw new AssertionError("the PIN was set");
    } catch (KeyException e) {
      return e.fault();
    }
  }

  private static Pin pin(String text) {
    return Pin.ofUtf8(text.getBytes(UTF_8));
  }

  /// What stops a signature.
  static KeyFault failure(KeySession session) throws InterruptedException {
    try {
      byte[] signature = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE).value();
      throw new AssertionError("signed, " + signature.length + " bytes");
    } catch (KeyException e) {
      return e.fault();
    }
  }

  /// Signs and lets the JDK verify with the certificate.
  static void signs(KeySession session) throws Exception {
    EncodedCertificate certificate = session.key().certificate();
    var x509 =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.der()));
    boolean rsa = x509.getPublicKey().getAlgorithm().equals("RSA");
    byte[] value =
        session
            .sign(
                rsa ? SignatureAlgorithm.SHA256_WITH_RSA : SignatureAlgorithm.SHA256_WITH_ECDSA,
                MESSAGE)
            .value();
    Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
    signature.initVerify(x509.getPublicKey());
    signature.update(MESSAGE);
    assertThat(signature.verify(value)).isTrue();
  }

  @Override
  public void close() {
    keys.close();
  }
}
