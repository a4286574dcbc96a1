package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.rules.IdNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who is nowhere else in the world is checked, filed, kept, answered and helped;
/// afterwards her name, numbers and phone are in no log, no help bundle, no temporary file and no
/// file of the program's but the evidence, which is meant to name her. Only the name that a clerk
/// gave to a file of hers stands in the log, and is hidden in what leaves.
@Timeout(600)
class PeopleCanaryTest {
  private static final int HEADERS = 2;
  private static final Charset GB = Charset.forName("GB18030");

  @TempDir Path folder;
  private final Map<String, String> person = person();

  /// By header, so that a cell can be found.
  private static Map<String, String> person() {
    SecureRandom random = new SecureRandom();
    String seventeen =
        "320509"
            + (1970 + random.nextInt(25))
            + "0"
            + (1 + random.nextInt(9))
            + (10 + random.nextInt(18))
            + (100 + random.nextInt(900));
    Map<String, String> person = new LinkedHashMap<>();
    person.put("证件号码", seventeen + IdNumbers.checkCharacter(seventeen));
    person.put("姓名", "龘" + Character.toString(0x4e00 + random.nextInt(0x4000)) + "靐");
    person.put("联系电话", "139" + (10_000_000 + random.nextInt(89_999_999)));
    person.put("户籍地址", "江苏省苏州市吴江区" + Character.toString(0x4e00 + random.nextInt(0x4000)) + "龖路");
    return person;
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path temporary() {
    return folder.resolve("temporary");
  }

  private Ended run(int code, String input, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-v", "--lang", "en", "--home", home().toString()));
    ProcessBuilder builder =
        RealProcess.builder("org.certassist.cli.Main", Map.of(), all.toArray(String[]::new));
    builder.command().add(1, "-Djava.io.tmpdir=" + temporary());
    Ended ended = RealProcess.ended(builder, input);
    assertThat(ended.code()).as(String.join(" ", arguments) + "\n" + ended.err()).isEqualTo(code);
    return ended;
  }

  /// Puts the person into the first row of a sample.
  private void put(Path file) throws IOException {
    try (Workbook workbook = read(file)) {
      for (Map.Entry<String, String> part : person.entrySet()) {
        cell(workbook.getSheet("申报"), part.getKey()).setCellValue(part.getValue());
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  private static Workbook read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return WorkbookFactory.create(in);
    }
  }

  private static Cell cell(Sheet sheet, String header) {
    for (Cell cell : sheet.getRow(HEADERS)) {
      if (cell.getStringCellValue().contains(header)) {
        return sheet.getRow(HEADERS + 1).getCell(cell.getColumnIndex());
      }
    }
    throw new AssertionError("no column " + header);
  }

  /// Every value as it may be written: in UTF-8, and in what Chinese programs wrote before it.
  private boolean isNamedIn(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    String other = new String(bytes, GB);
    return person.values().stream()
        .anyMatch(value -> text.contains(value) || other.contains(value));
  }

  private List<String> filesThatNameHer(Path below) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(below)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (isNamedIn(Files.readAllBytes(file))) {
          found.add(below.relativize(file).toString());
        }
      }
    }
    return found;
  }

  @Test
  void nobodyIsNamedInWhatIsWrittenOrLeaves() throws Exception {
    Files.createDirectories(temporary());
    Path workbook = folder.resolve("people.xlsx");
    Path later = folder.resolve("later.xlsx");
    run(0, "", "pin", "status");
    run(0, "", "template", "enrolment", workbook.toString(), "--sample", "2");
    run(0, "", "template", "termination", later.toString(), "--sample", "1");
    put(workbook);
    String pin = Files.readString(home().resolve("practice/pin.txt")).strip();

    run(0, "", "check", workbook.toString());
    run(3, "9182736\n", "send", workbook.toString(), "--pin-stdin");
    String sent = run(1, pin + "\n", "send", workbook.toString(), "--pin-stdin", "--json").out();
    String id = sent.replaceAll("(?s).*\"declarationId\" : \"([^\"]+)\".*", "$1");
    run(0, "", "send", later.toString(), "--later");
    run(0, "", "outbox", "list");
    run(1, "", "results", id);
    run(1, pin + "\n", "outbox", "send", "--pin-stdin");
    run(1, "", "explain", "人员 " + String.join(" ", person.values()) + " 的 7XQ 是什么");
    run(1, "", "doctor", "--profile", "jiangsu", "--module", broken(), "--portal", nobody());
    assertThat(filesThatNameHer(home().resolve("logs"))).isEmpty();

    // How a clerk calls her files is her own affair; the log names them, a bundle does not.
    run(6, "", "check", folder.resolve(person.get("姓名") + ".xlsx").toString());
    assertThat(filesThatNameHer(home().resolve("logs"))).isNotEmpty();
    Path bundle = folder.resolve("help.zip");
    Ended made =
        run(1, "", "doctor", "--portal", nobody(), "--bundle", bundle.toString(), "--preview");

    assertThat(isNamedIn(made.out().getBytes(UTF_8))).as(made.out()).isFalse();
    assertThat(made.out()).contains("archiveRead: yes").doesNotContain(pin, "9182736");
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      for (var entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        assertThat(isNamedIn(bytes)).as(entry.getName()).isFalse();
        assertThat(new String(bytes, UTF_8)).doesNotContain(pin, "9182736");
      }
    }
    String log = Files.readString(home().resolve("logs/certassist.log"));
    assertThat(log).contains(" DEBUG ").doesNotContain("9182736");
    assertThat(filesThatNameHer(temporary())).isEmpty();
    assertThat(filesThatNameHer(home()))
        .allMatch(file ->
            file.startsWith("practice/evidence/")
                || file.startsWith("logs/")
                || isThePortals(file));
    assertThat(filesThatNameHer(home().resolve("practice/evidence"))).isNotEmpty();
  }

  /// The practice portal plays somebody else's server and keeps what was filed with it.
  private static boolean isThePortals(String file) {
    return file.startsWith("practice/portal");
  }

  private String broken() throws IOException {
    return Files.writeString(folder.resolve("libbroken.so"), "no library").toString();
  }

  private static String nobody() {
    return "https://127.0.0.1:1/";
  }
}
