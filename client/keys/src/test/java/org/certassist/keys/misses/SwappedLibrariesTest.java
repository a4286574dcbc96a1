package org.certassist.keys.misses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.DriverFiles;
import org.certassist.core.driver.FileFinding;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A driver's file that is exchanged in the worst moment: after the look at it, before the loading.
@Timeout(120)
class SwappedLibrariesTest {
  @TempDir private Path folder;
  private Pc pc;

  /// Below a folder that looks like `/tmp`, so that the place is not an administrator's alone
  /// whoever runs the tests.
  @BeforeEach
  void aPlaceOfTheUsers() throws Exception {
    Path open = Files.createDirectory(folder.toRealPath().resolve("open"));
    assertThat(new ProcessBuilder("chmod", "1777", open.toString()).start().waitFor()).isZero();
    pc = Pc.in(open.resolve("pc"), Pc.LINUX, "swapped");
  }

  private interface Exchange {
    void make() throws IOException;
  }

  /// The files of the PC, with somebody who waits for the look.
  private record Watched(DriverFiles files, Exchange exchange) implements DriverFiles {
    @Override
    public FileFinding examine(Path module) {
      FileFinding found = files.examine(module);
      try {
        exchange.make();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return found;
    }

    @Override
    public List<String> missing(Path module) {
      return files.missing(module);
    }

    @Override
    public FileFinding loaded(Path real, Path named) {
      return files.loaded(real, named);
    }

    @Override
    public void accepted(Path module) {
      files.accepted(module);
    }
  }

  private Path driver(String name) throws IOException {
    return Files.copy(Simulator.module(), pc.drivers().resolve(name));
  }

  private DriverReport probe(DriverFiles files, Path module) throws Exception {
    return pc.with(files).probe(module, pc.simulator(""));
  }

  @Test
  void anExchangedFileIsNoticedBeforeAnyPinAndNotRemembered() throws Exception {
    Path driver = driver("libdriver.so");
    assertThat(probe(pc.files(), driver).state()).isEqualTo(DriverState.NO_TOKEN);
    Path other = driver("other.so");
    Files.write(other, new byte[] {0}, StandardOpenOption.APPEND);
    DriverFiles watched =
        new Watched(
            pc.files(), () -> Files.move(other, driver, StandardCopyOption.REPLACE_EXISTING));
    DriverReport report = probe(watched, driver);
    assertThat(report.state()).isEqualTo(DriverState.SUSPICIOUS);
    assertThat(report.doubt()).contains(Doubt.REPLACED);
    assertThat(probe(pc.files(), driver).doubt()).contains(Doubt.REPLACED);
  }

  @Test
  void theFileThatWasLookedAtIsLoadedWhateverTheLinkLeadsToNow() throws Exception {
    Path mark = pc.folder().resolve("loaded");
    Path planted = pc.marking("planted.so", mark);
    Path link = Files.createSymbolicLink(pc.folder().resolve("link.so"), driver("libdriver.so"));
    DriverFiles watched =
        new Watched(
            pc.files(),
            () -> {
              Files.delete(link);
              Files.createSymbolicLink(link, planted);
            });
    assertThat(probe(watched, link).state()).isEqualTo(DriverState.NO_TOKEN);
    assertThat(mark).doesNotExist();
    assertThat(probe(pc.files(), link).doubt()).as("next time").contains(Doubt.REPLACED);
    assertThat(mark).doesNotExist();
    assertThat(probe(pc.files(), planted).state()).isEqualTo(DriverState.NOT_A_DRIVER);
    assertThat(mark).as("the mark is made at all").exists();
  }
}
