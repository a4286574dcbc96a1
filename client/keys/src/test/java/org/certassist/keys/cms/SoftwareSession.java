package org.certassist.keys.cms;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.PinState;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.keys.certificate.TestCa;

/// A key session over a private key of the JDK that remembers what it was given to sign.
public final class SoftwareSession implements KeySession {
  final List<byte[]> given = new ArrayList<>();
  private final EncodedCertificate certificate;
  private final PrivateKey privateKey;

  public SoftwareSession(EncodedCertificate certificate, PrivateKey privateKey) {
    this.certificate = certificate;
    this.privateKey = privateKey;
  }

  @Override
  public SigningKey key() {
    TokenKey token =
        new TokenKey(
            Path.of("/lib/soft.so"),
            "soft",
            "certassist",
            "test",
            "0001",
            "test",
            TokenPin.usual(PinState.OK),
            List.of(certificate),
            List.of());
    return new SigningKey(token, certificate);
  }

  @Override
  public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned) throws KeyException {
    given.add(toBeSigned.clone());
    try {
      Signature signature =
          Signature.getInstance(
              switch (algorithm) {
                case SHA256_WITH_RSA -> "SHA256withRSA";
                case SHA256_WITH_ECDSA -> "SHA256withECDSA";
                case SM3_WITH_SM2 -> "SM3withSM2";
              },
              TestCa.BC);
      signature.initSign(privateKey);
      signature.update(toBeSigned);
      return new RawSignature(signature.sign(), Engine.SOFTKEY);
    } catch (GeneralSecurityException e) {
      throw new KeyException(new KeyFault.DriverError("sign", "software"), e);
    }
  }

  @Override
  public void close() {
    given.clear();
  }
}
