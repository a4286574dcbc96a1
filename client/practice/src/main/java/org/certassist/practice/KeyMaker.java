package org.certassist.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Pin;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.HostLaunch;
import org.certassist.keys.bridge.TokenWorkshop;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.ca.X509;
import org.certassist.practice.people.PracticeUnit;

/// Makes a practice key behind a driver: a blank token, an RSA key pair, its certificate.
///
/// The token's administrator PIN is thrown away; a practice token is made anew, never repaired.
record KeyMaker(HostLaunch launch, Deadlines deadlines, PracticeCa ca) {
  private static final String SOFT_HSM = "SoftHSM project SoftHSM v2";
  private static final String LABEL = "练习UKey";

  /// Makes a key on the blank token behind the driver.
  ///
  /// @throws FaultException [PracticeFault.NotSoftHsm] before anything is touched, or a
  ///   [org.certassist.core.key.KeyException]
  KeyShelf.Made make(Driver driver, CertificateVariant variant, Pin pin)
      throws FaultException, IOException, InterruptedException {
    try (TokenWorkshop workshop = new TokenWorkshop(launch, deadlines, driver);
        Pin soPin = administratorPin()) {
      if (driver.kind() == Driver.Interface.PKCS11) {
        requireSoftHsm(module(driver), workshop.makers());
      }
      String serial = workshop.initToken(LABEL, soPin, pin);
      TokenWorkshop.NewKey key =
          workshop.generateKey(TokenWorkshop.KeyKind.RSA_2048, variant.word());
      X509CertificateHolder certificate =
          ca.issue(publicKey(key.publicKey()), PracticeUnit.PRACTICE, variant);
      workshop.storeCertificate(key, variant.word(), X509.core(certificate));
      workshop.storeCertificate("ca", X509.core(ca.issuer(certificate, variant)));
      return new KeyShelf.Made(module(driver), serial, certificate);
    }
  }

  /// Asks a module that did not make the token whether it is SoftHSM2.
  void requireSoftHsm(Driver driver) throws FaultException, InterruptedException {
    try (TokenWorkshop workshop = new TokenWorkshop(launch, deadlines, driver)) {
      requireSoftHsm(module(driver), workshop.makers());
    }
  }

  private static void requireSoftHsm(Path module, List<String> makers) throws FaultException {
    boolean softHsm = !makers.isEmpty() && makers.stream().allMatch(SOFT_HSM::equals);
    if (!softHsm) {
      throw new FaultException(
          new PracticeFault.NotSoftHsm(module.toString(), String.join(", ", makers)));
    }
  }

  private static Path module(Driver driver) {
    return driver.paths().getFirst();
  }

  private static Pin administratorPin() {
    return Pin.ofUtf8(digits(12).getBytes(StandardCharsets.US_ASCII));
  }

  /// Random digits.
  static String digits(int length) {
    SecureRandom random = new SecureRandom();
    StringBuilder digits = new StringBuilder();
    while (digits.length() < length) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private static PublicKey publicKey(byte[] subjectPublicKeyInfo) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
    } catch (GeneralSecurityException notRsa) {
      throw new IllegalStateException(notRsa);
    }
  }
}
