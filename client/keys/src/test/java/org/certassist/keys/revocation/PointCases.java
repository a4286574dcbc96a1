package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.revocation.Duty.GOOD;
import static org.certassist.keys.revocation.Duty.REVOKED;
import static org.certassist.keys.revocation.Duty.UNKNOWN;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.named;
import static org.certassist.keys.revocation.Statements.scope;
import static org.certassist.keys.revocation.Statements.serial;
import static org.certassist.keys.revocation.Statements.someReasons;

import java.math.BigInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.certassist.keys.revocation.Statements.ListDraft;

/// Which certificates and which reasons a list is about, and who may sign it for others (PKITS
/// 4.14).
final class PointCases extends ListCaseTable {
  private static final String SECTION = "4.14";
  private static final int COMPROMISE = ReasonFlags.keyCompromise | ReasonFlags.cACompromise;
  private static final int THE_REST =
      ReasonFlags.affiliationChanged
          | ReasonFlags.superseded
          | ReasonFlags.cessationOfOperation
          | ReasonFlags.certificateHold
          | ReasonFlags.privilegeWithdrawn
          | ReasonFlags.aACompromise;

  @Override
  void fill() {
    names();
    sorts();
    reasons();
    indirect();
    signersForOthers();
  }

  private void names() {
    add(
        SECTION,
        GOOD,
        "good",
        "the list of this distribution point",
        list(ISSUING).scope(scope(named(AT), false, false, false)));
    add(
        SECTION,
        REVOKED,
        "revoked keyCompromise",
        "the list of this distribution point: revoked",
        list(ISSUING).scope(scope(named(AT), false, false, false)).revokes(SERIAL, 1));
    add(
        SECTION,
        UNKNOWN,
        "otherCertificates",
        "another distribution point's list",
        list(ISSUING).scope(scope(named(SECOND_AT), false, false, false)).revokes(SERIAL, 1));
  }

  private void sorts() {
    add(
        SECTION,
        GOOD,
        "good",
        "of users' certificates only",
        list(ISSUING).scope(scope(null, true, false, false)));
    add(
        SECTION,
        UNKNOWN,
        "otherCertificates",
        "of CA certificates only",
        list(ISSUING).scope(scope(null, false, true, false)));
    add(
        SECTION,
        UNKNOWN,
        "otherCertificates",
        "of attribute certificates only",
        list(ISSUING).scope(new IssuingDistributionPoint(null, false, false, null, false, true)));
    add(
        SECTION,
        UNKNOWN,
        "otherCertificates",
        "the CA is on a list of users' certificates",
        shown ->
            shown
                .at(AT, list(ISSUING))
                .at(
                    ROOT_AT,
                    list(ROOT)
                        .scope(scope(null, true, false, false))
                        .revokes(ISSUING_CERTIFICATE, 2)));
    add(
        SECTION,
        REVOKED,
        "revoked caCompromise",
        "the CA is on a list of CA certificates",
        shown ->
            shown
                .at(AT, list(ISSUING))
                .at(
                    ROOT_AT,
                    list(ROOT)
                        .scope(scope(null, false, true, false))
                        .revokes(ISSUING_CERTIFICATE, 2)));
  }

  private void reasons() {
    EncodedCertificate two =
        certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT, SECOND_AT)).make();
    add(
        SECTION,
        UNKNOWN,
        "someReasonsOnly",
        "of some reasons only",
        list(ISSUING).scope(someReasons(COMPROMISE)));
    add(
        SECTION,
        REVOKED,
        "revoked keyCompromise",
        "of some reasons only: revoked",
        list(ISSUING).scope(someReasons(COMPROMISE)).revokes(SERIAL, CRLReason.keyCompromise));
    add(
        SECTION,
        GOOD,
        "good",
        "two lists have all the reasons between them",
        shown ->
            shown
                .unit(two)
                .at(AT, list(ISSUING).scope(someReasons(COMPROMISE)))
                .at(SECOND_AT, list(ISSUING).scope(someReasons(THE_REST))));
    add(
        SECTION,
        REVOKED,
        "revoked superseded",
        "revoked by the second of two such lists",
        shown ->
            shown
                .unit(two)
                .at(AT, list(ISSUING).scope(someReasons(COMPROMISE)))
                .at(SECOND_AT, list(ISSUING).scope(someReasons(THE_REST)).revokes(two, 4)));
  }

  private static ListDraft ofSeveral(Party signer) {
    return list(signer).scope(scope(null, false, false, true));
  }

  private void indirect() {
    add(SECTION, GOOD, "good", "of several CAs", ofSeveral(ISSUING));
    add(
        SECTION,
        GOOD,
        "good",
        "of several CAs: the same number of another CA is revoked",
        ofSeveral(ISSUING).revokes(SERIAL, OTHER_CA));
    add(
        SECTION,
        REVOKED,
        "revoked unspecified",
        "of several CAs: revoked",
        ofSeveral(ISSUING).revokes(SERIAL, ISSUING));
    add(
        SECTION,
        GOOD,
        "good",
        "of several CAs: an entry without a name, behind another CA's",
        ofSeveral(ISSUING).revokes(BigInteger.ONE, OTHER_CA).revokes(SERIAL, 1));
  }

  private void signersForOthers() {
    int lists = KeyUsage.cRLSign;
    Draft signer = certificate(LISTER, ROOT).usage(lists);
    EncodedCertificate unit =
        certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT, LISTER)).make();
    ListDraft good = list(LISTER).scope(scope(named(AT), false, false, true));
    ListDraft revoking =
        list(LISTER).scope(scope(named(AT), false, false, true)).revokes(serial(unit), ISSUING);
    byAnother(unit, GOOD, "good", "another signs, certified by the root", signer, good);
    byAnother(
        unit,
        REVOKED,
        "revoked unspecified",
        "another signs, certified by the root: revoked",
        signer,
        revoking);
    byAnother(
        unit,
        REVOKED,
        "revoked unspecified",
        "another signs, certified by the CA: revoked",
        certificate(LISTER, ISSUING).usage(lists),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "wrongSigner",
        "another signs, not certified for lists",
        certificate(LISTER, ROOT).usage(KeyUsage.digitalSignature),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "wrongSigner",
        "another signs, certified with an unknown critical extension",
        certificate(LISTER, ROOT)
            .usage(lists)
            .extension(STRANGE.getId(), DERNull.INSTANCE)
            .critical(),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "signerNotChecked",
        "another signs, who need not be asked about when he answers",
        certificate(LISTER, ROOT)
            .usage(lists)
            .extension("1.3.6.1.5.5.7.48.1.5", DERNull.INSTANCE)
            .extension("2.5.29.31", listAt("http://crl.test.cn/nowhere.crl")),
        good);
    byAnother(
        unit,
        UNKNOWN,
        "wrongSigner",
        "another signs, certified by a stranger",
        certificate(LISTER, STRANGER).usage(lists),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "wrongSigner",
        "another signs, certified by himself",
        certificate(LISTER, LISTER).usage(lists),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "wrongSigner",
        "another signs, his certificate has expired",
        certificate(LISTER, ROOT).usage(lists).until(NOW.minusSeconds(1)),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "wrongSigner",
        "another signs, his certificate is not yet valid",
        certificate(LISTER, ROOT).usage(lists).from(NOW.plusSeconds(1)),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "wrongSigner",
        "another's name, a stranger's key",
        certificate(new Party(LISTER.name(), LISTER.algorithm(), STRANGER.keys()), ROOT)
            .usage(lists),
        revoking);
    byAnother(
        unit,
        UNKNOWN,
        "signerNotChecked",
        "another signs, who may have been revoked",
        certificate(LISTER, ROOT)
            .usage(lists)
            .extension("2.5.29.31", listAt("http://crl.test.cn/nowhere.crl")),
        good);
    byAnother(
        unit,
        UNKNOWN,
        "otherCertificates",
        "another signs, and does not say that it is of several CAs",
        signer,
        list(LISTER).revokes(unit));
    byAnother(
        unit,
        GOOD,
        "good",
        "another signs: his own certificate of that number is revoked",
        signer,
        ofSeveral(LISTER).revokes(unit));
    EncodedCertificate revoked =
        certificate(LISTER, ROOT).usage(lists).extension("2.5.29.31", listAt(ROOT_AT)).make();
    add(
        SECTION,
        UNKNOWN,
        "wrongSigner",
        "another signs, who was revoked",
        shown ->
            shown.unit(unit).beside(revoked).at(AT, good).at(ROOT_AT, list(ROOT).revokes(revoked)));
  }

  private void byAnother(
      EncodedCertificate unit,
      Duty duty,
      String expected,
      String title,
      Draft signer,
      ListDraft list) {
    add(
        SECTION,
        duty,
        expected,
        title,
        shown -> shown.unit(unit).beside(signer.make()).at(AT, list));
  }
}
