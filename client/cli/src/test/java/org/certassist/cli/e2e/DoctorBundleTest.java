package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.helpdesk.Bundle;
import org.certassist.platform.bundle.ZipBundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `doctor --bundle` writes what it shows, and `--open` shows it as the clerk saw it.
@Timeout(300)
class DoctorBundleTest {
  @TempDir private Path folder;

  private Ended run(String... more) throws Exception {
    String[] all = {"--lang", "en", "--home", folder.resolve("home").toString()};
    return RealProcess.certassist(
        "", Stream.of(more, all).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("help.zip");
  }

  /// The lines after the words with which the preview begins.
  private static List<String> previewed(Ended said) {
    List<String> lines = said.out().lines().toList();
    int begin = lines.indexOf("== about.txt ==");
    assertThat(begin).isPositive();
    return lines.subList(begin, lines.size());
  }

  @Test
  void whatIsWrittenIsWhatIsShownAndOpensAsTheClerkSawIt() throws Exception {
    Ended made =
        run(
            "doctor",
            "--portal",
            "https://127.0.0.1:1/",
            "--bundle",
            out().toString(),
            "--preview");
    assertThat(made.code()).as(made.err()).isEqualTo(1);

    Ended opened = run("doctor", "--open", out().toString(), "--preview");

    assertThat(opened.code()).as(opened.err()).isZero();
    List<String> shown = previewed(made);
    assertThat(shown.getLast()).startsWith("Help bundle: ");
    assertThat(previewed(opened)).isEqualTo(shown.subList(0, shown.size() - 1));
    assertThat(opened.out())
        .contains("by version ", "Driver: good", "Begin here: 127.0.0.1 does not answer")
        .contains("Who must act: ", "  1. ", "The phone code of that PC: 1")
        .contains("Region: Practice portal");
    assertThat(shown).contains("state: failed", "cause: portal.unreachable");
    assertThat(shown).anyMatch(line -> line.matches("sha256: [0-9a-f]{64}"));
    // Each step of this look: the calls of the driver, too.
    assertThat(shown).anyMatch(line -> line.contains(" DEBUG DriverHost "));
    try (ZipFile zip = new ZipFile(out().toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly(
              "certassist-bundle.txt",
              "about.txt",
              "checks.txt",
              "drivers.txt",
              "traces.txt",
              "log.txt");
    }
  }

  /// A failed check that only a newer version knows must not be told as good news.
  @Test
  void whatCannotBeReadInABundleIsNotCalledGood() throws Exception {
    new ZipBundles()
        .write(
            new Bundle(
                List.of(
                    new Bundle.Section(
                        "checks.txt",
                        List.of("[moon]", "state: failed", "[fonts]", "state: ok", "word: ok")))),
            out());

    Ended opened = run("doctor", "--open", out().toString());

    assertThat(opened.code()).as(opened.err()).isZero();
    assertThat(opened.out())
        .contains("does not know: moon", "it cannot read all checks")
        .doesNotContain("Nothing in it stands in the way");
  }

  @Test
  void aBundleIsOpenedInTheHelpersOwnLanguageAndAsJson() throws Exception {
    run("doctor", "--portal", "https://127.0.0.1:1/", "--bundle", out().toString());

    Ended chinese = RealProcess.certassist("", "doctor", "--open", out().toString());
    Ended json = run("doctor", "--json", "--open", out().toString());

    assertThat(chinese.out()).contains("驱动：正常", "请先处理：127.0.0.1");
    assertThat(JsonMapper.shared().readTree(json.out()).at("/first").asString())
        .isEqualTo("portal.unreachable");
  }

  @Test
  void aFileThatIsThereIsLeftAloneAndAPreviewWritesNone() throws Exception {
    Files.writeString(out(), "mine");
    Ended refused = run("doctor", "--bundle", out().toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already");
    assertThat(out()).hasContent("mine");

    Ended replaced = run("doctor", "--bundle", out().toString(), "--overwrite");
    assertThat(replaced.code()).isZero();
    assertThat(out()).isNotEmptyFile().content().isNotEqualTo("mine");

    Ended shown = run("doctor", "--preview");
    assertThat(shown.code()).isZero();
    assertThat(previewed(shown)).contains("== checks.txt ==");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(out(), folder.resolve("home"));
    }
  }

  @Test
  void whatIsNoBundleIsToldAsSuch() throws Exception {
    Files.writeString(out(), "no zip");

    assertThat(run("doctor", "--open", out().toString()).err()).contains("is no help bundle");
    Ended none = run("doctor", "--open", folder.resolve("none.zip").toString());
    assertThat(none.code()).isEqualTo(6);
    assertThat(none.err()).contains("none.zip");
    assertThat(run("doctor", "--open", "1020 48l0 3070 15").err()).contains("digits only");
    assertThat(run("doctor", "--bundle", folder.resolve("no/x.zip").toString()).code())
        .isEqualTo(7);
  }

  @Test
  void theTextOfAQrCodeSaysMoreThanTheDigits() throws Exception {
    Ended shown = run("doctor", "--portal", "https://127.0.0.1:1/", "--qr");
    assertThat(shown.out()).contains("█", "▀", "▄");
    assertThat(shown.out()).contains("The text in the QR code: CERTASSIST 1");
    String digits = shown.out().replaceAll("(?s).*on the phone: ([0-9 ]{17}).*", "$1");

    Ended opened = run("doctor", "--open", "certassist " + digits + " c508.104.999");

    assertThat(opened.code()).as(opened.err()).isZero();
    assertThat(opened.out())
        .contains("first cause 508", "also found: cause 104 (", "also found: cause 999, which");
  }

  @Test
  void theLogIsShownByItsLevelAndTheLevelIsKept() throws Exception {
    assertThat(run("log").err()).contains("There is no log yet");
    assertThat(run("log", "level", "debug").out()).contains("debug (detailed");
    run("doctor", "--portal", "https://127.0.0.1:1/");

    assertThat(run("log", "--least", "debug").out()).contains(" DEBUG ", " INFO ");
    assertThat(run("log", "--least", "info").out()).contains(" INFO ").doesNotContain(" DEBUG ");
    assertThat(run("log", "--lines", "2").out()).hasLineCount(2);
    assertThat(JsonMapper.shared().readTree(run("log", "--json").out()).at("/level").asString())
        .isEqualTo("debug");
    assertThat(run("log", "level", "purple").code()).isEqualTo(2);
  }
}
