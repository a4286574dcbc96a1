package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.Revocations.Question;

/// A chain with the lists that lie about it, what has to be concluded, and what we say.
///
/// @param section of NIST's Public Key Interoperability Test Suite whose question it asks
/// @param expected what we say of the chain
/// @param path from the certificate up to the anchor
/// @param others certificates at hand
/// @param lists by the address where each lies
record ListCase(
    String section,
    String title,
    Duty duty,
    String expected,
    List<EncodedCertificate> path,
    List<EncodedCertificate> others,
    Map<String, byte[]> lists) {
  ListCase {
    path = List.copyOf(path);
    others = List.copyOf(others);
    lists = new LinkedHashMap<>(lists);
  }

  Revocation ours() throws InterruptedException {
    PaperPublications publications = new PaperPublications();
    lists.forEach(publications::list);
    return new X509Revocations(publications)
        .ask(new Question(path, others, List.of(), RevocationPolicy.USUAL, NOW, NOW))
        .overall();
  }

  @Override
  public String toString() {
    return section + " " + title;
  }
}
