package org.certassist.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockReadingTest {
  private static final Instant PORTAL = Instant.parse("2026-11-22T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, false",
    "PT5M, false",
    "-PT5M, false",
    "PT5M1S, true",
    "-PT5M1S, true",
    "P400D, true",
    "-P400D, true",
  })
  void moreThanFiveMinutesAreTooMany(Duration ahead, boolean off) {
    ClockReading reading = ClockReading.against(PORTAL, PORTAL.plus(ahead));

    assertThat(reading.isOff()).isEqualTo(off);
    assertThat(reading.ahead()).isEqualTo(ahead);
    assertThat(reading.now()).isEqualTo(off ? PORTAL : PORTAL.plus(ahead));
  }

  @Test
  void whereNobodyAnswersThisPcCounts() {
    ClockReading reading = ClockReading.ofThisPc(PORTAL);

    assertThat(reading.isOff()).isFalse();
    assertThat(reading.now()).isEqualTo(PORTAL);
    assertThat(reading.shanghai()).isEqualTo("2026-11-22T10:00:00");
  }
}
