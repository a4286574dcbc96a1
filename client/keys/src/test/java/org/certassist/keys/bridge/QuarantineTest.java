package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  @TempDir Path folder;
  private Path driver;
  private Path memory;

  @BeforeEach
  void aDriver() throws Exception {
    driver = Files.writeString(folder.resolve("驱动 one.so"), "first");
    memory = folder.resolve("home").resolve("driver-crashes.txt");
  }

  private Quarantine at(Duration sinceStart) {
    return Quarantine.keptIn(memory, Clock.fixed(START.plus(sinceStart), ZoneOffset.UTC));
  }

  private void crashAt(int... seconds) {
    for (int second : seconds) {
      at(Duration.ofSeconds(second)).crashed(driver);
    }
  }

  private void assertRefused(Duration sinceStart) {
    assertThatThrownBy(() -> at(sinceStart).refuse(driver))
        .isInstanceOfSatisfying(
            KeyException.class,
            e ->
                assertThat(e.fault())
                    .isEqualTo(new KeyFault.DriverQuarantined(driver.toString(), 3, 5)));
  }

  @Test
  void threeCrashesInFiveMinutesAreTooManyAndAreRememberedByTheNextProgram() {
    crashAt(0, 100);
    assertThatCode(() -> at(Duration.ofSeconds(101)).refuse(driver)).doesNotThrowAnyException();
    crashAt(300);
    assertRefused(Duration.ofSeconds(301));
    assertRefused(Duration.ofDays(40));
  }

  @Test
  void crashesFurtherApartAreForgiven() {
    crashAt(0, 200, 301, 550, 700);
    assertThatCode(() -> at(Duration.ofSeconds(701)).refuse(driver)).doesNotThrowAnyException();
  }

  @Test
  void anotherDriverIsNotBlamed() throws Exception {
    crashAt(0, 1, 2);
    Path other = Files.writeString(folder.resolve("two.so"), "first");
    assertThatCode(() -> at(Duration.ofSeconds(3)).refuse(other)).doesNotThrowAnyException();
  }

  @Test
  void aNewFileOfTheDriverGetsAnotherChance() throws Exception {
    crashAt(0, 1, 2);
    Files.writeString(driver, "second version");
    assertThatCode(() -> at(Duration.ofSeconds(3)).refuse(driver)).doesNotThrowAnyException();
  }

  @Test
  void theUserCanHaveItUsedAgain() {
    crashAt(0, 1, 2);
    at(Duration.ofSeconds(3)).release(driver);
    assertThatCode(() -> at(Duration.ofSeconds(4)).refuse(driver)).doesNotThrowAnyException();
  }

  @Test
  void aMemoryThatIsNotReadableIsNoReasonToFail() throws Exception {
    Files.createDirectories(memory.getParent());
    Files.writeString(memory, "nonsense\n\n99 x\n");
    crashAt(0, 1, 2);
    assertRefused(Duration.ofSeconds(3));
  }
}
