package org.certassist.core.certificate;

import java.time.Instant;
import java.util.List;

/// The port to revocation: whether the CAs of a chain have taken one of its certificates back.
public interface Revocations {
  /// Asks nobody.
  Revocations NONE = question -> RevocationReport.notAsked(question.now());

  /// @param path the certificate first, the trust anchor last; every certificate but the anchor is
  ///   asked about
  /// @param others certificates at hand, among which the signer of a list may be
  /// @param lists lists that the user named; they are looked at first
  /// @param at the time of interest: what was revoked later was good then
  /// @param now by which lists and answers are fresh or old
  record Question(
      List<EncodedCertificate> path,
      List<EncodedCertificate> others,
      List<byte[]> lists,
      RevocationPolicy policy,
      Instant at,
      Instant now) {
    public Question {
      path = List.copyOf(path);
      others = List.copyOf(others);
      lists = List.copyOf(lists);
    }
  }

  /// Never fails: what could not be checked says so.
  RevocationReport ask(Question question) throws InterruptedException;
}
