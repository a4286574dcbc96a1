package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.revocation.Duty.GOOD;
import static org.certassist.keys.revocation.Duty.REVOKED;
import static org.certassist.keys.revocation.Duty.UNKNOWN;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.named;
import static org.certassist.keys.revocation.Statements.scope;

import java.math.BigInteger;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Party;
import org.certassist.keys.revocation.Statements.ListDraft;

/// What one complete list says (PKITS 4.4), and what a CA's new key or an own key for lists may
/// (4.4, 4.5).
final class BasicListCases extends ListCaseTable {
  private static final String SECTION = "4.4";
  private static final Duration STALE = Duration.ofDays(3);

  @Override
  void fill() {
    entries();
    signatures();
    extensions();
    times();
    keysOfTheCa();
  }

  private void entries() {
    add(SECTION, UNKNOWN, "notReached", "no list", shown -> shown);
    add(SECTION, GOOD, "good", "an empty list", list(ISSUING));
    add(
        SECTION,
        REVOKED,
        "revoked caCompromise",
        "the CA is revoked",
        shown ->
            shown
                .at(AT, list(ISSUING))
                .at(ROOT_AT, list(ROOT).revokes(ISSUING_CERTIFICATE, CRLReason.cACompromise)));
    add(
        SECTION,
        REVOKED,
        "revoked keyCompromise",
        "the certificate is revoked",
        list(ISSUING).revokes(SERIAL, CRLReason.keyCompromise));
    add(
        SECTION,
        REVOKED,
        "revoked unspecified",
        "revoked, no reason told",
        list(ISSUING).revokes(SERIAL, CRLReason.unspecified));
    add(
        SECTION,
        REVOKED,
        "revoked unspecified",
        "revoked for a reason that does not exist",
        list(ISSUING).revokes(SERIAL, 77));
    add(
        SECTION,
        REVOKED,
        "revoked certificateHold",
        "suspended",
        list(ISSUING).revokes(SERIAL, CRLReason.certificateHold));
    add(
        SECTION,
        GOOD,
        "good",
        "taken off the list again",
        list(ISSUING).revokes(SERIAL, CRLReason.removeFromCRL));
    add(
        SECTION,
        GOOD,
        "good",
        "the next serial number is revoked",
        list(ISSUING).revokes(SERIAL.add(BigInteger.ONE), 1));
    add(
        SECTION,
        GOOD,
        "good",
        "the same serial number below zero is revoked",
        list(ISSUING).revokes(SERIAL.negate(), 1));
    add(
        SECTION,
        GOOD,
        "good",
        "a serial number of 17 bytes with the same end is revoked",
        list(ISSUING).revokes(SERIAL.add(BigInteger.TWO.pow(128)), 1));
  }

  private void signatures() {
    add(
        SECTION,
        UNKNOWN,
        "otherCertificates",
        "another CA's list",
        list(OTHER_CA).revokes(SERIAL, 1));
    add(SECTION, UNKNOWN, "otherCertificates", "the root's list", list(ROOT).revokes(SERIAL, 1));
    add(
        SECTION,
        UNKNOWN,
        "wrongSigner",
        "the CA's name, another's signature",
        list(ISSUING, STRANGER).revokes(SERIAL, 1));
    add(
        SECTION,
        UNKNOWN,
        "wrongSigner",
        "signed with SHA-1",
        list(ISSUING).signedWith("SHA1withECDSA"));
    add(
        SECTION,
        UNKNOWN,
        "wrongSigner",
        "the CA may not sign lists",
        shown ->
            shown
                .issuer(
                    certificate(ISSUING, ROOT)
                        .ca(0)
                        .usage(KeyUsage.keyCertSign)
                        .extension("2.5.29.31", listAt(ROOT_AT))
                        .make())
                .at(AT, list(ISSUING)));
    Party sm2 = party("SM2 CA", "EC sm2p256v1");
    EncodedCertificate issuer =
        certificate(sm2, ROOT).ca(0).extension("2.5.29.31", listAt(ROOT_AT)).make();
    EncodedCertificate unit = certificate(UNIT, sm2).extension("2.5.29.31", listAt(AT)).make();
    add(
        SECTION,
        REVOKED,
        "revoked keyCompromise",
        "SM2: revoked",
        shown -> shown.unit(unit).issuer(issuer).at(AT, list(sm2).revokes(unit)));
    add(
        SECTION,
        UNKNOWN,
        "wrongSigner",
        "SM2: another's signature",
        shown ->
            shown
                .unit(unit)
                .issuer(issuer)
                .at(AT, list(sm2, party("other", "EC sm2p256v1")).revokes(unit)));
  }

  private void extensions() {
    add(
        SECTION,
        UNKNOWN,
        "unknownExtension",
        "an unknown critical extension",
        list(ISSUING).extension(STRANGE, true, DERNull.INSTANCE));
    add(
        SECTION,
        GOOD,
        "good",
        "an unknown extension, not critical",
        list(ISSUING).extension(STRANGE, false, DERNull.INSTANCE));
    add(
        SECTION,
        UNKNOWN,
        "unknownExtension",
        "an unknown critical extension in another's entry",
        list(ISSUING)
            .revokes(
                SERIAL.add(BigInteger.ONE),
                all -> Statements.add(all, STRANGE, true, DERNull.INSTANCE)));
    add(
        SECTION,
        REVOKED,
        "revoked unspecified",
        "invalid from a later day than revoked",
        list(ISSUING)
            .revokes(
                SERIAL,
                all ->
                    Statements.add(
                        all,
                        Extension.invalidityDate,
                        false,
                        new ASN1GeneralizedTime("20290101000000Z"))));
    add(
        SECTION,
        UNKNOWN,
        "malformed",
        "an entry names its issuer in a list of one CA",
        list(ISSUING).revokes(SERIAL, OTHER_CA));
  }

  private void times() {
    add(
        SECTION,
        UNKNOWN,
        "tooOld",
        "the next list was due three days and a second ago",
        list(ISSUING).until(NOW.minus(STALE).minusSeconds(1)));
    add(
        SECTION,
        UNKNOWN,
        "good",
        "the next list was due three days ago",
        list(ISSUING).until(NOW.minus(STALE)));
    add(
        SECTION,
        UNKNOWN,
        "revoked keyCompromise",
        "revoked by a list of long ago",
        list(ISSUING).until(NOW.minus(Duration.ofDays(99))).revokes(SERIAL, 1));
    add(
        SECTION,
        UNKNOWN,
        "tooOld",
        "suspended by a list of long ago",
        list(ISSUING).until(NOW.minus(Duration.ofDays(99))).revokes(SERIAL, 6));
    add(
        SECTION,
        UNKNOWN,
        "notYetValid",
        "made in six minutes' time",
        list(ISSUING, NOW.plus(Duration.ofMinutes(6))));
    add(
        SECTION,
        GOOD,
        "good",
        "made in five minutes' time",
        list(ISSUING, NOW.plus(Duration.ofMinutes(5))));
  }

  /// Of the one certificate that the old key gave to the new one.
  private static ListDraft oldKeysList() {
    return list(ISSUING).scope(scope(named(SECOND_AT), false, false, false));
  }

  private void keysOfTheCa() {
    EncodedCertificate byTheOld =
        certificate(NEW_KEY, ISSUING).ca().extension("2.5.29.31", listAt(SECOND_AT)).make();
    EncodedCertificate byTheRoot =
        certificate(NEW_KEY, ROOT).ca().extension("2.5.29.31", listAt(ROOT_AT)).make();
    EncodedCertificate forLists =
        certificate(NEW_KEY, ROOT)
            .usage(KeyUsage.cRLSign)
            .extension("2.5.29.31", listAt(ROOT_AT))
            .make();
    add(
        "4.4",
        GOOD,
        "good",
        "own key for lists, certified by the root",
        shown -> shown.beside(forLists).at(AT, list(NEW_KEY)));
    add(
        "4.4",
        REVOKED,
        "revoked keyCompromise",
        "own key for lists, revoked by it",
        shown -> shown.beside(forLists).at(AT, list(NEW_KEY).revokes(SERIAL, 1)));
    add(
        "4.4",
        UNKNOWN,
        "wrongSigner",
        "own key for lists, that key revoked",
        shown ->
            shown.beside(forLists).at(AT, list(NEW_KEY)).at(ROOT_AT, list(ROOT).revokes(forLists)));
    add(
        "4.5",
        UNKNOWN,
        "wrongSigner",
        "the CA's new key, which nobody certified",
        list(NEW_KEY).revokes(SERIAL, 1));
    add(
        "4.5",
        GOOD,
        "good",
        "the CA's new key, certified by the old one",
        shown -> shown.beside(byTheOld).at(AT, list(NEW_KEY)).at(SECOND_AT, oldKeysList()));
    add(
        "4.5",
        REVOKED,
        "revoked keyCompromise",
        "the CA's new key, certified by the old one: revoked",
        shown ->
            shown
                .beside(byTheOld)
                .at(AT, list(NEW_KEY).revokes(SERIAL, 1))
                .at(SECOND_AT, oldKeysList()));
    add(
        "4.5",
        UNKNOWN,
        "wrongSigner",
        "the CA's new key, which the old one took back",
        shown ->
            shown
                .beside(byTheOld)
                .at(AT, list(NEW_KEY))
                .at(SECOND_AT, oldKeysList().revokes(byTheOld)));
    add(
        "4.5",
        REVOKED,
        "revoked keyCompromise",
        "the CA's new key, certified by the root: revoked",
        shown -> shown.beside(byTheRoot).at(AT, list(NEW_KEY).revokes(SERIAL, 1)));
    add(
        "4.5",
        UNKNOWN,
        "wrongSigner",
        "the CA's new key, which may not sign lists",
        shown ->
            shown
                .beside(certificate(NEW_KEY, ISSUING).ca().usage(KeyUsage.keyCertSign).make())
                .at(AT, list(NEW_KEY)));
  }
}
