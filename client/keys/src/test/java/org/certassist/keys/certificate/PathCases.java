package org.certassist.keys.certificate;

import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.Handmade.unit;
import static org.certassist.keys.certificate.TestCa.party;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Party;
import org.jspecify.annotations.Nullable;

/// The table of certificates that a careful validator must tell apart: the sections of NIST's
/// Public Key Interoperability Test Suite that are not about revocation, asked with certificates of
/// our own, and what that suite does not ask.
final class PathCases {
  private static final Party ROOT = party("Root");
  private static final Party CA = party("Issuing CA");
  private static final Party SUB = party("Sub CA");
  private static final Party SUBSUB = party("Sub sub CA");
  private static final Party UNIT = party("苏州测试有限公司");
  private static final Party ROLLED = new Party(CA.name(), CA.algorithm(), SUBSUB.keys());
  private static final Party RSA_CA = party("RSA CA", "RSA 2048");
  private static final Party SM2_ROOT = party("SM2 root", "EC sm2p256v1");
  private static final Party SM2_CA = party("SM2 CA", "EC sm2p256v1");
  private static final Party SM2_UNIT = party("苏州国密有限公司", "EC sm2p256v1");

  private static final ASN1ObjectIdentifier POLICY_1 =
      new ASN1ObjectIdentifier("1.2.156.99999.3.1");
  private static final ASN1ObjectIdentifier POLICY_2 =
      new ASN1ObjectIdentifier("1.2.156.99999.3.2");
  private static final ASN1ObjectIdentifier ANY = new ASN1ObjectIdentifier("2.5.29.32.0");
  private static final ASN1ObjectIdentifier PRIVATE = new ASN1ObjectIdentifier("1.2.156.99999.9");

  private static final EncodedCertificate ANCHOR = ca(ROOT, ROOT).make();

  private final List<PathCase> cases = new ArrayList<>();

  private PathCases() {}

  static List<PathCase> all() {
    PathCases table = new PathCases();
    table.signatures();
    table.validity();
    table.nameChaining();
    table.basicConstraints();
    table.keyUsage();
    table.policies();
    table.explicitPolicy();
    table.policyMappings();
    table.inhibitMapping();
    table.inhibitAnyPolicy();
    table.nameConstraints();
    table.privateExtensions();
    table.keys();
    table.form();
    return List.copyOf(table.cases);
  }

  private void add(String section, String expected, String title, Handmade end, Handmade... cas) {
    addBelow(ANCHOR, section, expected, title, end, cas);
  }

  private void addBelow(
      EncodedCertificate anchor,
      String section,
      String expected,
      String title,
      Handmade end,
      Handmade... cas) {
    cases.add(
        new PathCase(
            section,
            title,
            expected,
            end.make(),
            Arrays.stream(cas).map(Handmade::make).toList(),
            anchor));
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

  private void validity() {
    String section = "4.2";
    ASN1Encodable later = new DERUTCTime("270101000000Z");
    ASN1Encodable earlier = new DERUTCTime("260601000000Z");
    add(
        section,
        "820 issuerNotYetValid",
        "the CA is not yet valid",
        unit(UNIT, CA),
        ca(CA, ROOT).from(later));
    add(section, "809 notYetValid", "not yet valid", unit(UNIT, CA).from(later), ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "from before 2000, two-digit year",
        unit(UNIT, CA).from(new DERUTCTime("500101120100Z")),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "four-digit year before 2050",
        unit(UNIT, CA).from(new DERGeneralizedTime("20020101120100Z")),
        ca(CA, ROOT));
    add(
        section,
        "820 issuerExpired",
        "the CA has expired",
        unit(UNIT, CA),
        ca(CA, ROOT).until(earlier));
    addBelow(
        ca(ROOT, ROOT).until(earlier).make(),
        section,
        "820 issuerExpired",
        "the anchor has expired",
        unit(UNIT, CA),
        ca(CA, ROOT));
    add(section, "810 expired", "expired", unit(UNIT, CA).until(earlier), ca(CA, ROOT));
    add(
        section,
        "810 expired",
        "until 1999, two-digit year",
        unit(UNIT, CA).from(new DERUTCTime("970101000000Z")).until(new DERUTCTime("990101120100Z")),
        ca(CA, ROOT));
    add(
        section,
        "810 expired",
        "expired, four-digit year",
        unit(UNIT, CA).until(new DERGeneralizedTime("20260601000000Z")),
        ca(CA, ROOT));
    add(
        section,
        "810 expired",
        "expired, and its CA too",
        unit(UNIT, CA).until(earlier),
        ca(CA, ROOT).until(earlier));
    add(
        section,
        "810 expired",
        "expired, and its signature is spoilt",
        unit(UNIT, CA).until(earlier).spoilt(),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "until 2054",
        unit(UNIT, CA).until(new DERGeneralizedTime("20540101120100Z")),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "without end (99991231235959Z)",
        unit(UNIT, CA).until(new DERGeneralizedTime("99991231235959Z")),
        ca(CA, ROOT));
    add(
        section,
        "809 irregular",
        "a time without seconds",
        unit(UNIT, CA).from(new DERUTCTime("2601010000Z")),
        ca(CA, ROOT));
    add(
        section,
        "809 irregular",
        "a time in another zone",
        unit(UNIT, CA).from(new DERUTCTime("260101000000+0800")),
        ca(CA, ROOT));
    add(
        section,
        "809 malformed",
        "30 February",
        unit(UNIT, CA).from(new DERUTCTime("260230000000Z")),
        ca(CA, ROOT));
    add(
        section,
        "820 irregular",
        "a time without seconds in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).from(new DERUTCTime("2601010000Z")));
    add(
        section,
        "820 unknownIssuer",
        "30 February in the CA, which cannot be read then",
        unit(UNIT, CA),
        ca(CA, ROOT).from(new DERUTCTime("260230000000Z")));
  }

  private static Party named(Party party, UnaryOperator<X500NameBuilder> name) {
    return new Party(name.apply(new X500NameBuilder()).build(), party.algorithm(), party.keys());
  }

  private void nameChaining() {
    String section = "4.3";
    Party plain =
        named(
            CA,
            name ->
                name.addRDN(BCStyle.C, new DERPrintableString("CN"))
                    .addRDN(BCStyle.O, new DERPrintableString("Good Authority"))
                    .addRDN(BCStyle.CN, new DERPrintableString("Chain CA")));
    add(
        section,
        "820 unknownIssuer",
        "the CA bears another name",
        unit(UNIT, named(CA, name -> name.addRDN(BCStyle.CN, "Nobody"))),
        ca(CA, ROOT));
    add(
        section,
        "820 unknownIssuer",
        "the parts in another order",
        unit(
            UNIT,
            named(
                CA,
                name ->
                    name.addRDN(BCStyle.C, "CN")
                        .addRDN(BCStyle.CN, "Chain CA")
                        .addRDN(BCStyle.O, "Good Authority"))),
        ca(plain, ROOT));
    add(
        section,
        "0 ok",
        "more spaces and other case",
        unit(
            UNIT,
            named(
                CA,
                name ->
                    name.addRDN(BCStyle.C, new DERPrintableString("CN"))
                        .addRDN(BCStyle.O, new DERPrintableString("good   AUTHORITY"))
                        .addRDN(BCStyle.CN, new DERPrintableString(" chain CA")))),
        ca(plain, ROOT));
    add(
        section,
        "0 ok",
        "other string types",
        unit(
            UNIT,
            named(
                CA,
                name ->
                    name.addRDN(BCStyle.C, new DERPrintableString("CN"))
                        .addRDN(BCStyle.O, new DERUTF8String("Good Authority"))
                        .addRDN(BCStyle.CN, new DERBMPString("Chain CA")))),
        ca(plain, ROOT));
    Party withUid =
        named(CA, name -> name.addRDN(BCStyle.UID, "CA1").addRDN(BCStyle.DC, "certassist"));
    add(section, "0 ok", "UID and DC in the name", unit(UNIT, withUid), ca(withUid, ROOT));
    add(
        section,
        "820 unknownIssuer",
        "one part less",
        unit(UNIT, named(CA, name -> name.addRDN(BCStyle.UID, "CA1"))),
        ca(withUid, ROOT));
    add(
        section,
        "820 unknownIssuer",
        "the same value as another type",
        unit(
            UNIT,
            named(CA, name -> name.addRDN(BCStyle.UID, "CA1").addRDN(BCStyle.O, "certassist"))),
        ca(withUid, ROOT));
    add(section, "820 unknownIssuer", "signed by itself", unit(UNIT, UNIT));
  }

  private void basicConstraints() {
    String section = "4.6";
    add(
        section,
        "820 notACa",
        "the CA has no basic constraints",
        unit(UNIT, CA),
        ca(CA, ROOT).without(Extension.basicConstraints));
    add(
        section,
        "820 notACa",
        "they say no CA",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.basicConstraints, true, new BasicConstraints(false)));
    add(
        section,
        "820 notACa",
        "they say no CA, not critical",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.basicConstraints, false, new BasicConstraints(false)));
    add(
        section,
        "0 ok",
        "not critical",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.basicConstraints, false, new BasicConstraints(true)));
    add(section, "820 notACa", "a version 1 CA", unit(UNIT, CA), ca(CA, ROOT).bare(1));
    add(
        section,
        "820 notACa",
        "a version 3 CA without extensions",
        unit(UNIT, CA),
        ca(CA, ROOT).bare(3));
    addBelow(
        ca(ROOT, ROOT).bare(1).make(),
        section,
        "0 ok",
        "a version 1 anchor",
        unit(UNIT, CA),
        ca(CA, ROOT));
    add(section, "0 ok", "path length 0, none below", unit(UNIT, CA), ca(CA, ROOT, 0));
    add(
        section,
        "820 pathTooLong",
        "path length 0, one below",
        unit(UNIT, SUB),
        ca(SUB, CA),
        ca(CA, ROOT, 0));
    add(
        section,
        "820 pathTooLong",
        "path length 1, two below",
        unit(UNIT, SUBSUB),
        ca(SUBSUB, SUB),
        ca(SUB, CA),
        ca(CA, ROOT, 1));
    add(
        section,
        "820 pathTooLong",
        "path length 6, then 0, one below",
        unit(UNIT, SUBSUB),
        ca(SUBSUB, SUB),
        ca(SUB, CA, 0),
        ca(CA, ROOT, 6));
    add(
        section,
        "820 pathTooLong",
        "path length 0, then 6, one below",
        unit(UNIT, SUBSUB),
        ca(SUBSUB, SUB),
        ca(SUB, CA, 6),
        ca(CA, ROOT, 0));
    addBelow(
        ca(ROOT, ROOT, 0).make(),
        section,
        "820 pathTooLong",
        "the anchor's path length 0, one below",
        unit(UNIT, SUB),
        ca(SUB, CA),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "path length 0, a self-issued CA does not count",
        unit(UNIT, ROLLED),
        ca(ROLLED, CA),
        ca(CA, ROOT, 0));
    add(
        section,
        "820 pathTooLong",
        "path length 0, one below a self-issued CA",
        unit(UNIT, SUB),
        ca(SUB, ROLLED),
        ca(ROLLED, CA),
        ca(CA, ROOT, 0));
  }

  private void keyUsage() {
    String section = "4.7";
    KeyUsage listsOnly = new KeyUsage(KeyUsage.cRLSign);
    add(
        section,
        "820 notACa",
        "the CA may not sign certificates",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.keyUsage, true, listsOnly));
    add(
        section,
        "820 notACa",
        "the same, not critical",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.keyUsage, false, listsOnly));
    addBelow(
        ca(ROOT, ROOT).extension(Extension.keyUsage, true, listsOnly).make(),
        section,
        "820 notACa",
        "the anchor may not sign certificates",
        unit(UNIT, CA),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "the CA's is not critical",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.keyUsage, false, new KeyUsage(KeyUsage.keyCertSign)));
    add(
        section,
        "0 ok",
        "the CA has none",
        unit(UNIT, CA),
        ca(CA, ROOT).without(Extension.keyUsage));
    add(
        section,
        "809 encryptionOnly",
        "the certificate is for encryption",
        unit(UNIT, CA).extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment)),
        ca(CA, ROOT));
    add(
        section,
        "809 otherPurpose",
        "the certificate is for servers",
        unit(UNIT, CA)
            .extension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "the certificate is for servers and clients",
        unit(UNIT, CA)
            .extension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(
                    new KeyPurposeId[] {
                      KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    })),
        ca(CA, ROOT));
    add(
        section,
        "820 otherPurpose",
        "the CA issues for time stamps only",
        unit(UNIT, CA),
        ca(CA, ROOT)
            .extension(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
  }

  private static UnaryOperator<Handmade> policy(ASN1ObjectIdentifier... policies) {
    return certificate ->
        certificate.extension(
            Extension.certificatePolicies,
            false,
            new CertificatePolicies(
                Arrays.stream(policies)
                    .map(PolicyInformation::new)
                    .toArray(PolicyInformation[]::new)));
  }

  private static UnaryOperator<Handmade> constraints(int explicit, int mapping) {
    return certificate ->
        certificate.extension(
            Extension.policyConstraints,
            true,
            new PolicyConstraints(
                explicit < 0 ? null : BigInteger.valueOf(explicit),
                mapping < 0 ? null : BigInteger.valueOf(mapping)));
  }

  private static UnaryOperator<Handmade> mapping(
      ASN1ObjectIdentifier from, ASN1ObjectIdentifier to) {
    return certificate ->
        certificate.extension(
            Extension.policyMappings,
            true,
            new DERSequence(new DERSequence(new ASN1Encodable[] {from, to})));
  }

  private static UnaryOperator<Handmade> noAny(int after) {
    return certificate ->
        certificate.extension(Extension.inhibitAnyPolicy, true, new ASN1Integer(after));
  }

  @SafeVarargs
  private static Handmade with(Handmade certificate, UnaryOperator<Handmade>... changes) {
    for (UnaryOperator<Handmade> change : changes) {
      var _ = change.apply(certificate);
    }
    return certificate;
  }

  private void policies() {
    String section = "4.8";
    add(
        section,
        "0 ok",
        "the same policy all the way",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1)));
    add(section, "0 ok", "no policies, none required", unit(UNIT, CA), ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "other policies, none required",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1)));
    add(
        section,
        "820 policyNotAllowed",
        "other policies, one required",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "any policy in the CA, one required",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(ANY), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "any policy in the certificate, one required",
        with(unit(UNIT, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1)));
  }

  private void explicitPolicy() {
    String section = "4.9";
    add(
        section,
        "820 policyNotAllowed",
        "required at once, the certificate has none",
        unit(UNIT, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "required after 10",
        unit(UNIT, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(10, -1)));
    add(
        section,
        "0 ok",
        "required after 2, the chain ends before",
        unit(UNIT, SUB),
        ca(SUB, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(3, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "required after 2, the chain goes on",
        unit(UNIT, SUB),
        ca(SUB, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(2, -1)));
    add(
        section,
        "0 ok",
        "a self-issued CA does not count",
        unit(UNIT, ROLLED),
        ca(ROLLED, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(2, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "the certificate itself requires one and has none",
        with(unit(UNIT, CA), constraints(0, -1)),
        ca(CA, ROOT));
    addBelow(
        with(ca(ROOT, ROOT), constraints(0, -1)).make(),
        section,
        "820 policyNotAllowed",
        "the anchor requires one",
        unit(UNIT, CA),
        ca(CA, ROOT));
  }

  private void policyMappings() {
    String section = "4.10";
    add(
        section,
        "0 ok",
        "mapped to the certificate's",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(POLICY_1, POLICY_2), constraints(0, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "mapped away from the certificate's",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(POLICY_1, POLICY_2), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "any policy, mapped",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(ANY), mapping(POLICY_1, POLICY_2), constraints(0, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "mapped from any policy",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(ANY, POLICY_1)));
    add(
        section,
        "820 policyNotAllowed",
        "mapped to any policy",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(POLICY_1, ANY)));
  }

  private void inhibitMapping() {
    String section = "4.11";
    add(
        section,
        "820 policyNotAllowed",
        "forbidden at once",
        with(unit(UNIT, SUB), policy(POLICY_2)),
        with(ca(SUB, CA), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 0)));
    add(
        section,
        "820 policyNotAllowed",
        "forbidden at once, the policy that was mapped is void",
        with(unit(UNIT, SUB), policy(POLICY_1)),
        with(ca(SUB, CA), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 0)));
    add(
        section,
        "0 ok",
        "forbidden after 1, mapped before",
        with(unit(UNIT, SUB), policy(POLICY_2)),
        with(ca(SUB, CA), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 1)));
    add(
        section,
        "820 policyNotAllowed",
        "forbidden after 1, mapped after",
        with(unit(UNIT, SUBSUB), policy(POLICY_2)),
        with(ca(SUBSUB, SUB), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(SUB, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 1)));
  }

  private void inhibitAnyPolicy() {
    String section = "4.12";
    add(
        section,
        "820 policyNotAllowed",
        "at once",
        with(unit(UNIT, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(0)));
    add(
        section,
        "0 ok",
        "after 1, used before",
        with(unit(UNIT, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(1)));
    add(
        section,
        "820 policyNotAllowed",
        "after 1, used after",
        with(unit(UNIT, SUB), policy(ANY)),
        with(ca(SUB, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(1)));
    add(
        section,
        "0 ok",
        "a self-issued CA may still use it",
        with(unit(UNIT, ROLLED), policy(POLICY_1)),
        with(ca(ROLLED, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(0)));
  }

  private static UnaryOperator<Handmade> within(GeneralName... permitted) {
    return constrained(permitted, new GeneralName[0]);
  }

  private static UnaryOperator<Handmade> outside(GeneralName... excluded) {
    return constrained(new GeneralName[0], excluded);
  }

  private static UnaryOperator<Handmade> constrained(
      GeneralName[] permitted, GeneralName[] excluded) {
    return certificate ->
        certificate.extension(
            Extension.nameConstraints,
            true,
            new NameConstraints(subtrees(permitted), subtrees(excluded)));
  }

  private static GeneralSubtree @Nullable [] subtrees(GeneralName[] names) {
    return names.length == 0
        ? null
        : Arrays.stream(names).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
  }

  private static UnaryOperator<Handmade> called(GeneralName... names) {
    return certificate ->
        certificate.extension(Extension.subjectAlternativeName, false, new GeneralNames(names));
  }

  private static GeneralName directory(String name) {
    return new GeneralName(new X500Name(name));
  }

  private static GeneralName name(int kind, String value) {
    return new GeneralName(kind, value);
  }

  private void nameConstraints() {
    String section = "4.13";
    GeneralName ours = directory("C=CN,O=测试证书机构");
    GeneralName theirs = directory("C=CN,O=别的机构");
    add(
        section,
        "0 ok",
        "directory name, permitted",
        unit(UNIT, CA),
        with(ca(CA, ROOT), within(ours)));
    add(
        section,
        "820 nameNotPermitted",
        "directory name, not permitted",
        unit(UNIT, CA),
        with(ca(CA, ROOT), within(theirs)));
    add(
        section,
        "820 nameNotPermitted",
        "directory name, excluded",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(ours)));
    add(
        section,
        "0 ok",
        "directory name, another is excluded",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(theirs)));
    add(
        section,
        "0 ok",
        "directory name, one of two permitted",
        unit(UNIT, CA),
        with(ca(CA, ROOT), within(theirs, ours)));
    add(
        section,
        "820 nameNotPermitted",
        "directory name, permitted by one CA and not by the next",
        unit(UNIT, SUB),
        with(ca(SUB, CA), within(theirs)),
        with(ca(CA, ROOT), within(ours)));
    add(
        section,
        "820 nameNotPermitted",
        "an alternative directory name, not permitted",
        with(unit(UNIT, CA), called(theirs)),
        with(ca(CA, ROOT), within(ours)));
    add(
        section,
        "820 nameNotPermitted",
        "the CA below, not permitted",
        unit(UNIT, SUB),
        ca(SUB, CA),
        with(ca(CA, ROOT), within(directory("C=CN,O=测试证书机构,CN=苏州测试有限公司"))));
    add(
        section,
        "0 ok",
        "a self-issued CA is let through",
        unit(UNIT, ROLLED),
        ca(ROLLED, CA),
        with(ca(CA, ROOT), within(directory("C=CN,O=测试证书机构,CN=苏州测试有限公司"))));
    addBelow(
        with(ca(ROOT, ROOT), within(theirs)).make(),
        section,
        "820 nameNotPermitted",
        "not permitted by the anchor",
        unit(UNIT, CA),
        ca(CA, ROOT));
    addBelow(
        with(ca(ROOT, ROOT), outside(directory("C=CN,O=测试证书机构,CN=苏州测试有限公司"))).make(),
        section,
        "820 nameNotPermitted",
        "excluded by the anchor",
        unit(UNIT, CA),
        ca(CA, ROOT));
    constrainedNames(section);
  }

  private void constrainedNames(String section) {
    int mail = GeneralName.rfc822Name;
    int dns = GeneralName.dNSName;
    int uri = GeneralName.uniformResourceIdentifier;
    int ip = GeneralName.iPAddress;
    record Kind(String word, int tag, String subtree, String inside, String outside) {}
    for (Kind kind :
        List.of(
            new Kind("mail", mail, "testca.cn", "hr@testca.cn", "hr@mail.testca.cn"),
            new Kind("mail of any host", mail, ".testca.cn", "hr@mail.testca.cn", "hr@testca.cn"),
            new Kind("DNS", dns, "testca.cn", "www.testca.cn", "www.mytestca.cn"),
            new Kind("URI", uri, ".testca.cn", "https://www.testca.cn/a", "https://testca.com/"),
            new Kind("IP", ip, "10.1.0.0/16", "10.1.2.3", "10.2.0.1"))) {
      Handmade constraining = with(ca(CA, ROOT), within(name(kind.tag(), kind.subtree())));
      Handmade excluding = with(ca(CA, ROOT), outside(name(kind.tag(), kind.subtree())));
      GeneralName inside = name(kind.tag(), kind.inside());
      GeneralName outside = name(kind.tag(), kind.outside());
      add(
          section,
          "0 ok",
          kind.word() + ", permitted",
          with(unit(UNIT, CA), called(inside)),
          constraining);
      add(
          section,
          "820 nameNotPermitted",
          kind.word() + ", not permitted",
          with(unit(UNIT, CA), called(inside, outside)),
          constraining);
      add(
          section,
          "820 nameNotPermitted",
          kind.word() + ", excluded",
          with(unit(UNIT, CA), called(inside)),
          excluding);
      add(
          section,
          "0 ok",
          kind.word() + ", another is excluded",
          with(unit(UNIT, CA), called(outside)),
          excluding);
    }
    Party withMail =
        named(UNIT, name -> name.addRDN(BCStyle.CN, "苏州测试有限公司").addRDN(BCStyle.E, "hr@other.cn"));
    add(
        section,
        "820 nameNotPermitted",
        "mail in the subject, not permitted",
        unit(withMail, CA),
        with(ca(CA, ROOT), within(name(mail, "testca.cn"))));
    GeneralName number = name(GeneralName.registeredID, "1.2.156.99999");
    add(
        section,
        "820 nameNotPermitted",
        "a kind of name that is not compared",
        with(unit(UNIT, CA), called(number)),
        with(ca(CA, ROOT), outside(number)));
    add(
        section,
        "820 nameNotPermitted",
        "a subtree with a bound",
        with(unit(UNIT, CA), called(name(dns, "www.testca.cn"))),
        ca(CA, ROOT)
            .extension(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                    null,
                    new GeneralSubtree[] {
                      new GeneralSubtree(name(dns, "other.cn"), BigInteger.ZERO, BigInteger.TWO)
                    })));
    add(
        section,
        "0 ok",
        "such a kind constrained, and no such name",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(number)));
  }

  private void privateExtensions() {
    String section = "4.16";
    add(
        section,
        "0 ok",
        "unknown, not critical",
        unit(UNIT, CA).extension(PRIVATE, false, DERNull.INSTANCE),
        ca(CA, ROOT));
    add(
        section,
        "820 unknownCritical",
        "unknown and critical",
        unit(UNIT, CA).extension(PRIVATE, true, DERNull.INSTANCE),
        ca(CA, ROOT));
    add(
        section,
        "820 unknownCritical",
        "unknown and critical, in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(PRIVATE, true, DERNull.INSTANCE));
    addBelow(
        ca(ROOT, ROOT).extension(PRIVATE, true, DERNull.INSTANCE).make(),
        section,
        "820 unknownCritical",
        "unknown and critical, in the anchor",
        unit(UNIT, CA),
        ca(CA, ROOT));
  }

  private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new RSAPublicKey(modulus, exponent));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keys() {
    String section = "more";
    Party small = party("RSA small", "RSA 1024");
    Party shortCurve = party("EC small", "EC secp192r1");
    BigInteger modulus =
        ((java.security.interfaces.RSAPublicKey) RSA_CA.keys().getPublic()).getModulus();
    add(section, "809 weakKey", "RSA 1024", unit(small, CA), ca(CA, ROOT));
    add(section, "809 weakKey", "a curve of 192 bits", unit(shortCurve, CA), ca(CA, ROOT));
    add(section, "820 weakKey", "RSA 1024 in the CA", unit(UNIT, small), ca(small, ROOT));
    add(
        section,
        "820 weakKey",
        "a curve of 192 bits in the CA",
        unit(UNIT, shortCurve),
        ca(shortCurve, ROOT));
    addBelow(
        ca(small, small).make(),
        section,
        "820 weakKey",
        "RSA 1024 in the anchor",
        unit(UNIT, small));
    add(
        section,
        "809 weakKey",
        "RSA exponent 1",
        unit(UNIT, CA).key(rsa(modulus, BigInteger.ONE)),
        ca(CA, ROOT));
    add(
        section,
        "809 weakKey",
        "RSA exponent of 2,000 bits",
        unit(UNIT, CA).key(rsa(modulus, BigInteger.ONE.shiftLeft(2000).setBit(0))),
        ca(CA, ROOT));
    add(
        section,
        "809 weakKey",
        "RSA of 16,384 bits",
        unit(UNIT, CA)
            .key(rsa(BigInteger.ONE.shiftLeft(16383).setBit(0), BigInteger.valueOf(65537))),
        ca(CA, ROOT));
    add(
        section,
        "809 weakKey",
        "a curve given by its numbers",
        unit(UNIT, CA)
            .key(
                new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey,
                        ECNamedCurveTable.getByName("secp256r1")),
                    SubjectPublicKeyInfo.getInstance(UNIT.keys().getPublic().getEncoded())
                        .getPublicKeyData()
                        .getBytes())),
        ca(CA, ROOT));
    add(
        section,
        "809 malformed",
        "a point that is not on the curve",
        unit(UNIT, CA)
            .key(
                new SubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(UNIT.keys().getPublic().getEncoded())
                        .getAlgorithm(),
                    new byte[65])),
        ca(CA, ROOT));
  }

  private void form() {
    String section = "more";
    add(
        section,
        "0 ok",
        "serial number below zero",
        unit(UNIT, CA).serial(BigInteger.valueOf(-5)),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "serial number of 20 bytes",
        unit(UNIT, CA).serial(BigInteger.ONE.shiftLeft(158)),
        ca(CA, ROOT));
    add(
        section,
        "809 irregular",
        "serial number of 21 bytes",
        unit(UNIT, CA).serial(BigInteger.ONE.shiftLeft(159)),
        ca(CA, ROOT));
    add(
        section,
        "809 malformed",
        "unique identifier in version 1",
        unit(UNIT, CA).bare(1).withUniqueId(),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "unique identifier in version 3",
        unit(UNIT, CA).withUniqueId(),
        ca(CA, ROOT));
    add(
        section,
        "809 malformed",
        "the same extension twice",
        unit(UNIT, CA).another(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
        ca(CA, ROOT));
    add(
        section,
        "809 irregular",
        "alternative names that are none",
        unit(UNIT, CA).extension(Extension.subjectAlternativeName, new byte[] {0x30, 5, 1}),
        ca(CA, ROOT));
    add(
        section,
        "820 irregular",
        "name constraints that are none, in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.nameConstraints, true, DERNull.INSTANCE));
    add(
        section,
        "820 irregular",
        "serial number of 21 bytes in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).serial(BigInteger.ONE.shiftLeft(159)));
  }
}
