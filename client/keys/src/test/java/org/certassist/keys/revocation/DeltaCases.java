package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.revocation.Duty.GOOD;
import static org.certassist.keys.revocation.Duty.REVOKED;
import static org.certassist.keys.revocation.Duty.UNKNOWN;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.scope;

import java.time.Duration;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.certassist.keys.revocation.Statements.ListDraft;

/// What a delta list changes in its base, which has the number 5 (PKITS 4.15).
final class DeltaCases extends ListCaseTable {
  private static final String SECTION = "4.15";

  private static ListDraft base() {
    return list(ISSUING).number(5).extension(Extension.freshestCRL, false, listAt(DELTA_AT));
  }

  private static ListDraft delta(int number, int since) {
    return list(ISSUING).number(number).deltaSince(since);
  }

  @Override
  void fill() {
    add(
        SECTION,
        UNKNOWN,
        "otherCertificates",
        "a delta list alone",
        delta(2, 1).revokes(SERIAL, 1));
    over(GOOD, "good", "says nothing of it", delta(6, 5));
    over(REVOKED, "revoked superseded", "revoked", delta(6, 5).revokes(SERIAL, 4));
    over(REVOKED, "revoked superseded", "revoked, since number 3", delta(6, 3).revokes(SERIAL, 4));
    over(GOOD, "good", "since number 6, which this base is not", delta(7, 6).revokes(SERIAL, 4));
    over(GOOD, "good", "older than the base", delta(4, 3).revokes(SERIAL, 4));
    over(
        GOOD,
        "good",
        "another's signature",
        list(ISSUING, STRANGER).number(6).deltaSince(5).revokes(SERIAL, 4));
    over(GOOD, "good", "another CA's", list(OTHER_CA).number(6).deltaSince(5).revokes(SERIAL, 4));
    over(
        GOOD,
        "good",
        "of another scope",
        delta(6, 5).scope(scope(null, true, false, false)).revokes(SERIAL, 4));
    over(
        GOOD,
        "good",
        "the next one was due four days ago",
        delta(6, 5).until(NOW.minus(Duration.ofDays(4))).revokes(SERIAL, 4));
    over(GOOD, "good", "a complete list in its place", list(ISSUING).number(6).revokes(SERIAL, 4));
    suspended(REVOKED, "revoked certificateHold", "suspended by the base", delta(6, 5));
    suspended(
        GOOD,
        "good",
        "suspended by the base, and lifted",
        delta(6, 5).revokes(SERIAL, CRLReason.removeFromCRL));
    suspended(
        REVOKED,
        "revoked keyCompromise",
        "suspended by the base, and revoked for good",
        delta(6, 5).revokes(SERIAL, 1));
  }

  private void over(Duty duty, String expected, String title, ListDraft delta) {
    add(SECTION, duty, expected, title, shown -> shown.at(AT, base()).at(DELTA_AT, delta));
  }

  private void suspended(Duty duty, String expected, String title, ListDraft delta) {
    add(
        SECTION,
        duty,
        expected,
        title,
        shown ->
            shown.at(AT, base().revokes(SERIAL, CRLReason.certificateHold)).at(DELTA_AT, delta));
  }
}
