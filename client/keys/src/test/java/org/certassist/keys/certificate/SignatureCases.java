package org.certassist.keys.certificate;

import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.Handmade.unit;

import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.certassist.core.certificate.EncodedCertificate;

/// Signatures under certificates: PKITS 4.1, and those of SM2.
final class SignatureCases extends PathCaseTable {
  @Override
  void fill() {
    signatures();
  }

  private void signatures() {
    String section = "4.1";
    add(section, "0 ok", "sound signatures", unit(UNIT, CA), ca(CA, ROOT));
    add(section, "820 badSignature", "the CA's is spoilt", unit(UNIT, CA), ca(CA, ROOT).spoilt());
    add(section, "820 badSignature", "its own is spoilt", unit(UNIT, CA).spoilt(), ca(CA, ROOT));
    add(
        section,
        "820 badSignature",
        "made by another CA of the same name",
        unit(UNIT, ROLLED),
        ca(CA, ROOT));
    add(section, "0 ok", "RSA with SHA-256", unit(UNIT, RSA_CA), ca(RSA_CA, ROOT));
    add(
        section,
        "0 ok",
        "RSASSA-PSS with SHA-256",
        unit(UNIT, RSA_CA).signedWith("SHA256withRSAandMGF1"),
        ca(RSA_CA, ROOT));
    add(
        section,
        "820 weakSignature",
        "RSASSA-PSS with SHA-1, by leaving the parameters out",
        unit(UNIT, RSA_CA)
            .signedWith("SHA1withRSAandMGF1")
            .named(
                new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_RSASSA_PSS,
                    new RSASSAPSSparams(
                        RSASSAPSSparams.DEFAULT_HASH_ALGORITHM,
                        RSASSAPSSparams.DEFAULT_MASK_GEN_FUNCTION,
                        RSASSAPSSparams.DEFAULT_SALT_LENGTH,
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD))),
        ca(RSA_CA, ROOT));
    add(
        section,
        "820 weakSignature",
        "RSA with MD5",
        unit(UNIT, RSA_CA).signedWith("MD5withRSA"),
        ca(RSA_CA, ROOT));
    add(
        section,
        "820 weakSignature",
        "RSA with SHA-1",
        unit(UNIT, RSA_CA).signedWith("SHA1withRSA"),
        ca(RSA_CA, ROOT));
    add(
        section,
        "820 weakSignature",
        "the CA's is ECDSA with SHA-1",
        unit(UNIT, CA),
        ca(CA, ROOT).signedWith("SHA1withECDSA"));
    addBelow(
        ca(ROOT, ROOT).signedWith("SHA1withECDSA").make(),
        section,
        "0 ok",
        "the anchor's own is ECDSA with SHA-1",
        unit(UNIT, CA),
        ca(CA, ROOT));
    add(
        section,
        "820 unknownAlgorithm",
        "RSA with RIPEMD-160",
        unit(UNIT, RSA_CA).signedWith("RIPEMD160withRSA"),
        ca(RSA_CA, ROOT));
    add(
        section,
        "809 irregular",
        "another algorithm inside than outside",
        unit(UNIT, CA).inside(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512)),
        ca(CA, ROOT));
    add(
        section,
        "820 irregular",
        "another algorithm inside than outside, in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).inside(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512)));
    sm2Signatures(section);
  }

  private void sm2Signatures(String section) {
    EncodedCertificate anchor = ca(SM2_ROOT, SM2_ROOT).make();
    AlgorithmIdentifier withNull =
        new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3, DERNull.INSTANCE);
    addBelow(anchor, section, "0 ok", "SM2", unit(SM2_UNIT, SM2_CA), ca(SM2_CA, SM2_ROOT));
    addBelow(
        anchor,
        section,
        "0 ok",
        "SM2, NULL as parameters",
        unit(SM2_UNIT, SM2_CA).named(withNull),
        ca(SM2_CA, SM2_ROOT).named(withNull));
    addBelow(
        anchor,
        section,
        "820 badSignature",
        "SM2, spoilt",
        unit(SM2_UNIT, SM2_CA).spoilt(),
        ca(SM2_CA, SM2_ROOT));
    addBelow(
        anchor,
        section,
        "820 badSignature",
        "SM2, the CA's is spoilt",
        unit(SM2_UNIT, SM2_CA),
        ca(SM2_CA, SM2_ROOT).spoilt());
    addBelow(
        anchor,
        section,
        "820 badSignature",
        "SM2 key, ECDSA signature",
        unit(SM2_UNIT, SM2_CA).signedWith("SHA256withECDSA"),
        ca(SM2_CA, SM2_ROOT));
    add(
        section,
        "820 badSignature",
        "SM3withSM2 by a key on another curve",
        unit(UNIT, CA)
            .signedWith("SHA256withECDSA")
            .named(new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3)),
        ca(CA, ROOT));
  }
}
