package org.certassist.keys.bridge;

import java.nio.file.Path;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.TokenKey;

/// A token in SoftHSM2 with an RSA key, an EC key, their certificates and that of their CA.
public record TestToken(
    SoftHsm softHsm,
    String serial,
    EncodedCertificate rsa,
    EncodedCertificate ec,
    EncodedCertificate ca) {
  public static final String LABEL = "练习 key";
  public static final String ADMINISTRATORS = "24681012";

  public static TestToken in(Path folder) throws Exception {
    SoftHsm softHsm = SoftHsm.in(folder);
    TestCa authority = new TestCa();
    try (var workshop = new TokenWorkshop(TestHost.launch(), TestHost.patient(), softHsm.driver());
        var pin = SoftHsm.pin(SoftHsm.PIN);
        var soPin = SoftHsm.pin(ADMINISTRATORS)) {
      String serial = workshop.initToken(LABEL, soPin, pin);
      var rsaKey = workshop.generateKey(TokenWorkshop.KeyKind.RSA_2048, "rsa");
      EncodedCertificate rsa = authority.certify("CN=RSA", rsaKey.publicKey());
      workshop.storeCertificate(rsaKey, "rsa", rsa);
      var ecKey = workshop.generateKey(TokenWorkshop.KeyKind.EC_P256, "ec");
      EncodedCertificate ec = authority.certify("CN=EC", ecKey.publicKey());
      workshop.storeCertificate(ecKey, "ec", ec);
      EncodedCertificate ca = authority.own();
      workshop.storeCertificate("ca", ca);
      return new TestToken(softHsm, serial, rsa, ec, ca);
    }
  }

  BridgeKeys keys(Driver... drivers) {
    return new BridgeKeys(
        TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of(drivers));
  }

  static TokenKey only(Inventory inventory) {
    if (inventory.keys().size() != 1) {
      throw new AssertionError("not one key: " + inventory);
    }
    return inventory.keys().getFirst();
  }
}
