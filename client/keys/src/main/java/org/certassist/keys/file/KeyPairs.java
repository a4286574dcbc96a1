package org.certassist.keys.file;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;

/// Which certificate of a file each private key belongs to: the one that its signature fits.
///
/// The ids that a file gives may be missing or wrong; a signature is not.
///
/// @param byCertificate in the file's order
/// @param others certificates without a key
record KeyPairs(
    Map<EncodedCertificate, PrivateKey> byCertificate, List<EncodedCertificate> others) {
  private static final int RSA_AT_MOST = 8192;
  private static final int MOST_KEYS = 16;
  private static final byte[] PROBE = {1, 2, 3, 4};

  static KeyPairs of(KeyFile.Content content, Provider provider) {
    List<PrivateKey> keys =
        content.keys().stream()
            .limit(MOST_KEYS)
            .flatMap(info -> Decoding.attempt(() -> privateKey(info)).stream())
            .toList();
    Map<EncodedCertificate, PrivateKey> pairs = new LinkedHashMap<>();
    List<EncodedCertificate> others = new ArrayList<>();
    for (EncodedCertificate certificate : content.certificates()) {
      keyOf(certificate, keys, provider)
          .ifPresentOrElse(key -> pairs.put(certificate, key), () -> others.add(certificate));
    }
    return new KeyPairs(pairs, others);
  }

  private static PrivateKey privateKey(PrivateKeyInfo info) throws IOException {
    PrivateKey key = BouncyCastleProvider.getPrivateKey(info);
    if (key instanceof RSAPrivateKey rsa && isTooLong(rsa.getModulus())) {
      throw new IOException("an RSA key that would take minutes");
    }
    return key;
  }

  private static boolean isTooLong(BigInteger modulus) {
    return modulus.bitLength() > RSA_AT_MOST;
  }

  private static Optional<PrivateKey> keyOf(
      EncodedCertificate certificate, List<PrivateKey> keys, Provider provider) {
    Optional<ParsedCertificate> parsed = ParsedCertificate.of(certificate);
    Optional<SignatureAlgorithm> algorithm = parsed.flatMap(KeyPairs::algorithm);
    if (algorithm.isEmpty()) {
      return Optional.empty();
    }
    String name = algorithm.get().jcaName();
    return keys.stream()
        .filter(key ->
            Decoding.attempt(() -> made(key, name, provider))
                .filter(value -> new SignatureValues().verifies(parsed.get(), name, PROBE, value))
                .isPresent())
        .findFirst();
  }

  private static Optional<SignatureAlgorithm> algorithm(ParsedCertificate certificate) {
    return switch (certificate.key().kind()) {
      case RSA -> Optional.of(SignatureAlgorithm.SHA256_WITH_RSA);
      case EC -> Optional.of(SignatureAlgorithm.SHA256_WITH_ECDSA);
      case SM2 -> Optional.of(SignatureAlgorithm.SM3_WITH_SM2);
      case OTHER -> Optional.empty();
    };
  }

  private static byte[] made(PrivateKey key, String name, Provider provider)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name, provider);
    signature.initSign(key);
    signature.update(PROBE);
    return signature.sign();
  }
}
