package org.certassist.platform.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.Bundle;
import org.certassist.core.helpdesk.Bundle.RawSection;
import org.certassist.core.helpdesk.Bundle.Section;
import org.certassist.core.helpdesk.HelpdeskFault;
import org.certassist.core.helpdesk.Redactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipBundlesTest {
  private static final String FORMAT = "certassist bundle 1\n";
  private static final Bundle BUNDLE =
      new Bundle(
          List.of(
              new Section("checks.json", List.of("{\"cause\": \"certificate.expired\"}")),
              new Section("certassist.log", List.of("第一行", "", "third")),
              new Section("drivers.json", List.of())));

  @TempDir Path folder;

  private final ZipBundles bundles = new ZipBundles();

  @Test
  void whatIsReadIsWhatWasWritten() throws Exception {
    Path file = folder.resolve("help.zip");
    bundles.write(BUNDLE, file);

    assertThat(bundles.read(file)).isEqualTo(BUNDLE);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void nothingLeavesThatWasNotShown() throws Exception {
    Path file = folder.resolve("help.zip");
    Bundle bundle =
        Bundle.redacted(
            List.of(
                new RawSection("certassist.log", List.of("PIN=246813\n11010519491231002X", "ok"))),
            new Redactor(List.of()));
    bundles.write(bundle, file);

    assertThat(bundles.read(file).preview())
        .isEqualTo(bundle.preview())
        .containsExactly("== certassist.log ==", "PIN=pin-1", "id-1", "ok");
  }

  @Test
  void theSameTextsMakeTheSameBytesWhateverTheTime() throws Exception {
    bundles.write(BUNDLE, folder.resolve("a.zip"));
    bundles.write(BUNDLE, folder.resolve("b.zip"));

    assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    try (ZipFile zip = new ZipFile(folder.resolve("a.zip").toFile())) {
      assertThat(zip.stream().map(ZipEntry::getTimeLocal))
          .containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
    }
  }

  @Test
  void aLinkStaysAndWhatLiesBesideIsLeftAlone() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("help.zip");
    Files.writeString(real, "old");
    Path beside = Files.writeString(folder.resolve("real/help.zip.new"), "somebody's");
    Path link = Files.createSymbolicLink(folder.resolve("help.zip"), real);
    bundles.write(BUNDLE, link);

    assertThat(link).isSymbolicLink();
    assertThat(bundles.read(real)).isEqualTo(BUNDLE);
    assertThat(beside).hasContent("somebody's");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
    Path occupied = folder.resolve("help.zip");
    Files.createDirectories(occupied.resolve("in"));

    assertThatThrownBy(() -> bundles.write(BUNDLE, occupied)).isInstanceOf(FaultException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(occupied);
    }
  }

  @Test
  void aFolderThatIsNotThereIsToldAsSuch() {
    assertFault(
        () -> bundles.write(BUNDLE, folder.resolve("no/help.zip")),
        HelpdeskFault.of("bundle.notWritten", "help.zip", DiskCause.MISSING.word()));
    assertFault(
        () -> bundles.read(folder.resolve("none.zip")),
        HelpdeskFault.of("bundle.unreadable", "none.zip", DiskCause.MISSING.word()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "/etc/passwd",
        "a/b.txt",
        "C:\\x.txt",
        "run.sh.txt",
        "UPPER.txt",
        ".hidden",
        "a b.txt",
        "checks.json\u0000"
      })
  void aNameThatNoVersionWritesIsNotLookedInto(String name) throws Exception {
    assertRead("bundle.damaged", zip(Map.entry(ZipBundles.MARK, FORMAT), Map.entry(name, "x")));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("given.zip"));
    }
  }

  @Test
  void anotherZipFileIsNoBundle() throws Exception {
    assertRead("bundle.notOne", zip(Map.entry("word/document.xml", "<x/>")));
    assertRead("bundle.notOne", zip(Map.entry(ZipBundles.MARK, "something else")));
    assertRead("bundle.notOne", zip(Map.entry("a.txt", FORMAT)));
    assertRead("bundle.notOne", "PK no zip at all".getBytes(StandardCharsets.UTF_8));
    assertRead("bundle.notOne", new byte[0]);
  }

  @Test
  void aBundleOfANewerVersionIsToldAsSuch() throws Exception {
    assertRead("bundle.newer", zip(Map.entry(ZipBundles.MARK, "certassist bundle 2\n")));
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    byte[] bomb =
        zip(
            Map.entry(ZipBundles.MARK, FORMAT),
            Map.entry("a.txt", "0".repeat(ZipBundles.RATIO_COUNTS_FROM * 4)));
    assertThat(bomb.length).isLessThan(6000);
    assertRead("bundle.tooLarge", bomb);

    String half = "0".repeat(ZipBundles.RATIO_COUNTS_FROM * 2 / 3);
    assertRead(
        "bundle.tooLarge",
        zip(
            Map.entry(ZipBundles.MARK, FORMAT),
            Map.entry("a.txt", half),
            Map.entry("b.txt", half)));
  }

  /// Little enough when packed, and no bomb.
  @Test
  void moreThanAMachineShouldHoldIsNotUnpacked() throws Exception {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder();
    while (text.length() <= ZipBundles.LARGEST_CONTENT) {
      text.append(Long.toHexString(random.nextLong()).repeat(10));
    }
    byte[] packed = zip(Map.entry(ZipBundles.MARK, FORMAT), Map.entry("a.txt", text.toString()));

    assertThat(packed.length)
        .isBetween(
            ZipBundles.LARGEST_CONTENT / ZipBundles.LARGEST_RATIO + 1, ZipBundles.LARGEST_FILE);
    assertRead("bundle.tooLarge", packed);
  }

  @Test
  void tooManyTextsOrLinesOrBytesAreRefused() throws Exception {
    List<Map.Entry<String, String>> many = new ArrayList<>();
    many.add(Map.entry(ZipBundles.MARK, FORMAT));
    for (int at = 0; at <= Bundle.MOST_SECTIONS; at++) {
      many.add(Map.entry("t" + at, ""));
    }
    assertRead("bundle.tooLarge", zip(many));
    assertRead(
        "bundle.tooLarge",
        zip(
            Map.entry(ZipBundles.MARK, FORMAT),
            Map.entry("a.txt", "\n".repeat(Section.MOST_LINES + 1))));
    assertRead("bundle.tooLarge", new byte[ZipBundles.LARGEST_FILE + 1]);
  }

  @Test
  void whatCouldSteerATerminalIsShownHarmless() throws Exception {
    byte[] given =
        zip(
            Map.entry(ZipBundles.MARK, FORMAT),
            Map.entry("a.txt", "\u001b[2J\u202egpj.exe\u0007\ttab\r\nnext\u2028x"));
    assertThat(read(given).sections().getFirst().lines())
        .containsExactly("\uFFFD[2J\uFFFDgpj.exe\uFFFD tab", "next\uFFFDx");
  }

  @Test
  void aFileThatEndsTooSoonOrWasAlteredIsDamagedOrReadButNeverFailsOtherwise() throws Exception {
    Path file = folder.resolve("help.zip");
    bundles.write(BUNDLE, file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      readOrRefuse(Arrays.copyOf(whole, length));
    }
    Random random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      byte[] altered = whole.clone();
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
      readOrRefuse(altered);
    }
  }

  private void readOrRefuse(byte[] given) throws IOException {
    try {
      read(given);
    } catch (FaultException refused) {
      assertThat(refused.fault().id()).startsWith("bundle.");
    }
  }

  private Bundle read(byte[] given) throws IOException, FaultException {
    Path file = folder.resolve("given.zip");
    Files.write(file, given);
    return bundles.read(file);
  }

  private void assertRead(String id, byte[] given) {
    assertFault(() -> read(given), HelpdeskFault.of(id, "given.zip"));
  }

  private static void assertFault(ThrowingCallable work, HelpdeskFault fault) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            FaultException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  @SafeVarargs
  private static byte[] zip(Map.Entry<String, String>... entries) throws IOException {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    for (Map.Entry<String, String> entry : entries) {
      all.add(entry);
    }
    return zip(all);
  }

  private static byte[] zip(List<Map.Entry<String, String>> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
