package org.certassist.keys.certificate;

import java.util.List;
import java.util.stream.Stream;

/// The table of certificates that a careful validator must tell apart: the sections of NIST's
/// Public Key Interoperability Test Suite that are not about revocation, asked with certificates of
/// our own, and what that suite does not ask.
final class PathCases {
  private PathCases() {}

  static List<PathCase> all() {
    return Stream.of(
            new SignatureCases(),
            new LinkCases(),
            new PolicyCases(),
            new NameConstraintCases(),
            new FormCases())
        .flatMap(table -> table.all().stream())
        .toList();
  }
}
