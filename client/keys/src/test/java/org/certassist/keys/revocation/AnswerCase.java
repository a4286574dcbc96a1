package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;

import java.util.List;
import java.util.function.UnaryOperator;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.Revocations.Question;

/// A certificate with the answer of its CA's server (RFC 6960), what has to be concluded, and what
/// we say.
///
/// @param path from the certificate up to the anchor
/// @param server makes its answer from the question
/// @param sentTo whom the answer can be shown: one to another question is ours alone to see
///   through, since others are not asked to ask
record AnswerCase(
    String title,
    Duty duty,
    String expected,
    List<EncodedCertificate> path,
    UnaryOperator<byte[]> server,
    SentTo sentTo) {
  enum SentTo {
    ALL,
    US
  }

  AnswerCase {
    path = List.copyOf(path);
  }

  Revocation ours() throws InterruptedException {
    return new X509Revocations(new PaperPublications().server(AnswerCases.SERVER, server))
        .ask(new Question(path, List.of(), List.of(), RevocationPolicy.USUAL, NOW, NOW))
        .asked()
        .getFirst()
        .result();
  }

  @Override
  public String toString() {
    return title;
  }
}
