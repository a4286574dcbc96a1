package org.certassist.platform.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.UsbId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of the libraries that the user picked, and what is made of a file that somebody
/// damaged.
class PickedLibrariesTest {
  private static final Path ONE = Path.of("/opt/厂商 甲/lib one.so");
  private static final Path TWO = Path.of("/opt/two.so");
  private static final PickedDriver.Key KEY =
      new PickedDriver.Key("华申", "UKey 1", "SN 01", Optional.of(new UsbId(0x1D99, 0x0001)));
  private static final PickedDriver.Key OTHER =
      new PickedDriver.Key("maker", "", "02", Optional.empty());

  @TempDir private Path folder;
  private Path memory;

  @BeforeEach
  void aMemory() {
    memory = folder.resolve("new/picked-drivers.txt");
  }

  private PickedLibraries started() {
    return PickedLibraries.keptIn(memory);
  }

  @Test
  void aLibraryIsThereAgainAtTheNextStart() throws IOException {
    PickedDriver one = started().remember(ONE, List.of(KEY, OTHER));
    assertThat(one).isEqualTo(new PickedDriver("picked-1", ONE, List.of(KEY, OTHER)));
    assertThat(started().all()).containsExactly(one);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(memory)))
        .isEqualTo("rw-------");
  }

  @Test
  void theOnePickedLastComesFirst() throws IOException {
    PickedLibraries picked = started();
    PickedDriver one = picked.remember(ONE, List.of(KEY));
    PickedDriver two = picked.remember(TWO, List.of(KEY));
    assertThat(picked.all()).containsExactly(two, one);
    assertThat(two.id()).isEqualTo("picked-2");
    assertThat(picked.remember(ONE, List.of(OTHER)))
        .isEqualTo(new PickedDriver("picked-1", ONE, List.of(OTHER, KEY)));
    assertThat(started().all()).extracting(PickedDriver::file).containsExactly(ONE, TWO);
  }

  @Test
  void whatIsForgottenIsGoneAndItsIdIsFree() throws IOException {
    PickedLibraries picked = started();
    picked.remember(ONE, List.of(KEY));
    picked.remember(TWO, List.of(KEY));
    assertThat(picked.forget("picked-1")).isTrue();
    assertThat(picked.forget("picked-1")).isFalse();
    assertThat(started().all()).extracting(PickedDriver::file).containsExactly(TWO);
    assertThat(picked.remember(ONE, List.of()).id()).isEqualTo("picked-1");
  }

  @Test
  void whatAnotherProgramWroteMeanwhileStays() throws IOException {
    PickedLibraries window = started();
    PickedDriver one = started().remember(ONE, List.of(KEY));
    PickedDriver two = window.remember(TWO, List.of(OTHER));
    assertThat(started().all()).containsExactly(two, one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "picked-1",
        "module\t/opt/one.so",
        "picked-0\t/opt/one.so",
        "picked-1\tone.so",
        "picked-1\t/opt/\u0000.so",
        "picked-1\t/opt/one.so\t-\tmaker\tmodel",
        "picked-2\t/opt/another.so",
        "\uFFFE\u0000 no text at all"
      })
  void aDamagedLineIsLeftOutAndNothingElse(String line) throws IOException {
    PickedDriver kept = started().remember(ONE, List.of(KEY));
    started().remember(TWO, List.of(OTHER));
    List<String> whole = Files.readAllLines(memory);
    Files.write(memory, List.of(whole.getFirst(), line, whole.getLast()));
    assertThat(started().all()).hasSize(2).endsWith(kept);
  }

  @Test
  void bytesThatAreNoTextDamageTheirLineAlone() throws IOException {
    PickedDriver kept = started().remember(ONE, List.of(KEY));
    byte[] good = Files.readAllBytes(memory);
    byte[] bad = "picked-7\tX\n".getBytes(StandardCharsets.UTF_8);
    bad[9] = (byte) 0xFF;
    Files.write(memory, bad);
    Files.write(memory, good, StandardOpenOption.APPEND);
    assertThat(started().all()).containsExactly(kept);
  }

  @Test
  void aListOfStrangersIsBounded() throws IOException {
    Files.createDirectories(memory.getParent());
    Files.write(
        memory,
        IntStream.rangeClosed(1, 3000)
            .mapToObj(number -> "picked-" + number + "\t/opt/" + number + ".so")
            .toList());
    assertThat(started().all()).hasSize(100);
    Files.write(
        memory, List.of("picked-1\t/opt/one.so" + "\t-\ta\tb\tc".repeat(51), "picked-2\t/o.so"));
    assertThat(started().all()).extracting(PickedDriver::id).containsExactly("picked-2");
    Files.write(memory, new byte[(4 << 20) + 1]);
    assertThat(started().all()).isEmpty();
  }

  @Test
  void whatATokenSaysOfItselfStaysOnItsLine() throws IOException {
    started()
        .remember(
            ONE,
            List.of(new PickedDriver.Key("a\tb", "c\nd", "e\u2028f\u0085g", Optional.empty())));
    assertThat(started().all().getFirst().keys())
        .containsExactly(new PickedDriver.Key("a b", "c d", "e f g", Optional.empty()));
  }

  @Test
  void aPathThatIsNoLineIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> started().remember(Path.of("/opt/a\nb.so"), List.of(KEY)));
    assertThat(started().all()).isEmpty();
  }

  @Test
  void aListThatCannotBeReadIsNotWrittenOver() throws IOException {
    PickedLibraries picked = started();
    PickedDriver one = picked.remember(ONE, List.of(KEY));
    byte[] tooLarge = new byte[(4 << 20) + 1];
    Files.write(memory, tooLarge);
    assertThatIOException().isThrownBy(() -> picked.remember(TWO, List.of(KEY)));
    assertThatIOException().isThrownBy(() -> picked.forget(one.id()));
    assertThat(picked.all()).containsExactly(one);
    assertThat(memory).hasBinaryContent(tooLarge);
  }

  /// One would wait for whoever writes into a pipe.
  @Test
  void aPipeInItsPlaceIsNotWaitedFor() throws Exception {
    Files.createDirectories(memory.getParent());
    assertThat(new ProcessBuilder("mkfifo", memory.toString()).start().waitFor()).isZero();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThatIOException().isThrownBy(() -> started().remember(ONE, List.of(KEY))));
  }

  @Test
  void whatCannotBeWrittenIsNotTakenUp() throws IOException {
    Files.createDirectories(memory.resolve("in the way"));
    PickedLibraries picked = started();
    assertThatIOException().isThrownBy(() -> picked.remember(ONE, List.of(KEY)));
    assertThat(picked.all()).isEmpty();
  }
}
