package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Material;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathCasesTest {
  private final X509Certificates certificates = new X509Certificates();

  static List<PathCase> all() {
    return PathCases.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyCaseGetsItsCodeAndReason(PathCase one) {
    CertificateStatus status =
        certificates
            .examine(one.end(), new Material(one.cas(), List.of(one.anchor())), TestCa.NOW)
            .status();
    assertThat(status.code().number() + " " + status.reason()).isEqualTo(one.expected());
  }
}
