package org.certassist.practice.ca;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// The sort of keys that a practice CA has: P-256, and SM2 for the units whose keys are SM2.
///
/// Both are made in a moment, so that the first practice starts at once.
enum CaKeys {
  P256("secp256r1", "SHA256withECDSA", "", ""),
  SM2("sm2p256v1", "SM3withSM2", "-sm2", "国密");

  private final String curve;
  private final String signature;
  private final String suffix;
  private final String word;

  CaKeys(String curve, String signature, String suffix, String word) {
    this.curve = curve;
    this.signature = signature;
    this.suffix = suffix;
    this.word = word;
  }

  /// Whose CA certifies a key with this algorithm.
  static CaKeys of(AlgorithmIdentifier key) {
    return GMObjectIdentifiers.sm2p256v1.equals(key.getParameters()) ? SM2 : P256;
  }

  KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", CertificateMint.PROVIDER);
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// As the JCA names it; for SM2 with the user id 1234567812345678.
  String signature() {
    return signature;
  }

  /// What the files of such a CA have behind their names.
  String suffix() {
    return suffix;
  }

  /// What such a CA has in its name.
  String word() {
    return word;
  }
}
