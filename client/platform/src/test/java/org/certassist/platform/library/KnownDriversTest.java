package org.certassist.platform.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.certassist.platform.library.KnownDrivers.Print;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The memory of driver files, whatever happens to its file.
class KnownDriversTest {
  private static final Path ONE = Path.of("/opt/one.so");
  private static final Path OTHER = Path.of("/opt/other.so");
  private static final Print PRINT = new Print("0".repeat(64), true);

  @TempDir private Path folder;

  private Path memory() {
    return folder.resolve("known-drivers.txt");
  }

  @Test
  void aDamagedLineCostsItselfOnly() throws Exception {
    Files.writeString(
        memory(),
        "0".repeat(64)
            + " signed /opt/a\0b\n"
            + "0".repeat(64)
            + " signed relative.so\nwords\n"
            + "0".repeat(64)
            + " signed /opt/one.so\n");
    assertThat(new KnownDrivers(memory()).of(ONE)).contains(PRINT);
    assertThat(new KnownDrivers(memory()).of(Path.of("relative.so"))).isEmpty();
  }

  @Test
  void twoProgramsLearnSideBySide() {
    KnownDrivers first = new KnownDrivers(memory());
    KnownDrivers second = new KnownDrivers(memory());
    first.remember(ONE, PRINT);
    second.remember(OTHER, PRINT);
    assertThat(first.of(OTHER)).contains(PRINT);
    assertThat(new KnownDrivers(memory()).of(ONE)).contains(PRINT);
  }

  @Test
  void whatCannotBeReadIsNotWrittenOver() throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    Files.write(memory(), large);
    new KnownDrivers(memory()).remember(ONE, PRINT);
    assertThat(Files.readAllBytes(memory())).isEqualTo(large);
  }
}
