package org.certassist.practice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/health,                                       /api/v1/health",
    "/api/v1/declarations/320599199105063211,              /api/v1/declarations/{id}",
    "/api/v1/declarations/320599199105063211/results,      /api/v1/declarations/{id}/results",
    "/crl/issuing.crl,                                     /crl/issuing.crl",
    "/crl/issuing-sm2.crl,                                 /crl/issuing-sm2.crl",
    "/api/v1/320599199105063211,                           /…",
    "/320599199105063211/whatever,                         /…",
  })
  void theLogNamesNothingThatWasSent(String path, String named) {
    assertThat(Routes.pattern(path)).isEqualTo(named);
  }
}
