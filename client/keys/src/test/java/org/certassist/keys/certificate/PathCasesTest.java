package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every certificate of [PathCases] gets its code and reason.
@Timeout(60)
class PathCasesTest {
  private final X509Certificates certificates = new X509Certificates();

  static List<PathCase> all() {
    return PathCases.all();
  }

  private CertificateReport report(PathCase one) {
    return certificates.examine(
        one.end(), new Material(one.cas(), List.of(one.anchor())), TestCa.NOW);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyCaseGetsItsCodeAndReason(PathCase one) {
    CertificateReport report = report(one);
    assertThat(report.status().code().number() + " " + report.status().reason())
        .isEqualTo(one.expected());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theReportHasTheChainAndWhomTheReasonIsAbout(PathCase one) {
    CertificateReport report = report(one);
    List<EncodedCertificate> whole =
        Stream.of(List.of(one.end()), one.cas(), List.of(one.anchor()))
            .flatMap(List::stream)
            .toList();
    if (one.isGood()) {
      assertThat(report.chain()).isEqualTo(whole);
      assertThat(report.about()).isEmpty();
    } else {
      assertThat(whole.subList(0, report.chain().size())).isEqualTo(report.chain());
      assertThat(whole).contains(report.about().orElseThrow());
    }
  }

  @Test
  void everySectionHasGoodAndBadOnes() {
    assertThat(all().stream().map(PathCase::section).collect(Collectors.toSet()))
        .isEqualTo(PathPage.sections());
    for (String section : PathPage.sections()) {
      assertThat(all().stream().filter(one -> one.section().equals(section)))
          .as(section)
          .anyMatch(PathCase::isGood)
          .anyMatch(one -> !one.isGood());
    }
  }

  @Test
  void everyCodeIsReachedInFiveWays() {
    Map<String, Long> ways =
        all().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.expected().substring(0, one.expected().indexOf(' ')),
                    Collectors.counting()));
    assertThat(ways).containsOnlyKeys("0", "809", "810", "820");
    assertThat(ways.values()).allMatch(count -> count >= 5);
  }
}
