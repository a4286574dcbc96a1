package org.certassist.keys.certificate;

import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.Handmade.unit;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certassist.keys.certificate.TestCa.Party;

/// What links a certificate to its CA: validity, names, basic constraints, key usage (PKITS 4.2,
/// 4.3, 4.6, 4.7).
final class LinkCases extends PathCaseTable {
  @Override
  void fill() {
    validity();
    nameChaining();
    basicConstraints();
    keyUsage();
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
    addBelow(
        ca(ROOT, ROOT).without(Extension.basicConstraints).make(),
        section,
        "820 notACa",
        "a version 3 anchor that does not say CA",
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
}
