package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files made to harm: each is refused by name, in bounded time and memory, leaving nothing behind.
@Timeout(240)
@ExtendWith(NothingTemporary.class)
class HostileFilesTest {
  private static final Kind KIND = TestKinds.TERMINATION;
  private static final FileFault NO_WORKBOOK = new FileFault.NotAWorkbook("a.xlsx");
  private static final String PERSON = "<c r='C4' t='inlineStr'><is><t>%s</t></is></c>";

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  @ParameterizedTest
  @ValueSource(
      strings = {RawWorkbook.SHEET, RawWorkbook.TEXTS, RawWorkbook.BOOK, RawWorkbook.STYLES})
  void anEntityIsRefusedAndNothingIsFetched(String part) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AtomicInteger fetched = new AtomicInteger();
      Thread.ofVirtual().start(() -> hangUpOnEveryCaller(server, fetched));
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      for (String type :
          List.of(
              "<!DOCTYPE x [<!ENTITY e SYSTEM '" + url + "'>]>",
              "<!DOCTYPE x SYSTEM '" + url + "'>",
              "<!DOCTYPE x [<!ENTITY % e SYSTEM '" + url + "'> %e;]>",
              "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>")) {
        RawWorkbook book = new RawWorkbook(KIND).cell(PERSON.formatted("&e;"));
        book.part(part, type + "<x>&e;</x>");

        assertThat(fault(book)).isEqualTo(NO_WORKBOOK);
      }
      assertThat(fetched).hasValue(0);
    }
  }

  @Test
  void aHarmlessDocumentTypeIsRefusedToo() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND);
    book.part(
        RawWorkbook.SHEET,
        "<!DOCTYPE worksheet><worksheet><sheetData>" + book.head() + "</sheetData></worksheet>");

    assertThat(fault(book)).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void aBillionLaughsAreRefused() throws Exception {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE sst [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
    }
    RawWorkbook book = new RawWorkbook(KIND);
    book.part(RawWorkbook.TEXTS, laughs + "]><sst><si><t>&l29;</t></si></sst>");

    assertThat(fault(book)).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void aZipBombIsStoppedByItsRatio() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND);
    book.part(
        RawWorkbook.SHEET, repeat("<worksheet><sheetData>" + book.head(), "<row/>", 40_000_000));

    assertThat(fault(book)).isEqualTo(new FileFault.TooLarge("ratio", 100));
  }

  @Test
  void whatUnpacksToTooMuchIsStopped() throws Exception {
    Caps small = new Caps(1_000_000, 200_000, 100, 1_000, 10_000_000, 10_000);
    RawWorkbook book = new RawWorkbook(KIND).rows(rows(5_000));

    assertThat(fault(small, book)).isEqualTo(new FileFault.TooLarge("unpackedBytes", 200_000));
  }

  @Test
  void tooLargeAFileIsNotEvenOpened() throws Exception {
    Caps small = new Caps(1_000, 200_000, 100, 1_000, 10_000_000, 1_000);

    assertThat(fault(small, new RawWorkbook(KIND).rows(rows(500))))
        .isEqualTo(new FileFault.TooLarge("fileBytes", 1_000));
  }

  @Test
  void tooManyRowsAreStopped() throws Exception {
    Caps small = new Caps(1_000_000, 10_000_000, 100, 1_000, 10_000_000, 50);

    assertThat(fault(small, new RawWorkbook(KIND).rows(rows(51))))
        .isEqualTo(new FileFault.TooLarge("rows", 50));
    assertThat(read(small, new RawWorkbook(KIND).rows(rows(50))).rows()).hasSize(50);
  }

  @Test
  void tooMuchTextIsStopped() throws Exception {
    Caps small = new Caps(1_000_000, 10_000_000, 1_000_000, 1_000, 10_000, 1_000);
    String text = "张".repeat(900);

    assertThat(
            fault(small, new RawWorkbook(KIND).texts(("<si><t>" + text + "</t></si>").repeat(20))))
        .isEqualTo(new FileFault.TooLarge("texts", 10_000));
    assertThat(fault(small, new RawWorkbook(KIND).rows(rows(20).replace("张三", text))))
        .isEqualTo(new FileFault.TooLarge("texts", 10_000));
    assertThat(fault(new RawWorkbook(KIND).cell(PERSON.formatted("张".repeat(70_000)))))
        .isEqualTo(new FileFault.TooLarge("texts", Caps.CELL_TEXT));
  }

  /// The comments keep each piece below the longest run of a part.
  @ParameterizedTest
  @ValueSource(strings = {"v", "f"})
  void aTextInPiecesIsStoppedBeforeItIsGathered(String tag) throws Exception {
    byte[] pieces = repeat("<%s>".formatted(tag), "1".repeat(40_000) + "<!---->", 2_000_000);
    ByteArrayInputStream left = new ByteArrayInputStream(pieces);
    try (XmlPart part = new XmlPart(left)) {
      assertThat(part.next()).isTrue();

      assertThat(catchThrowableOfType(CapReached.class, part::text).fault())
          .isEqualTo(new FileFault.TooLarge("texts", Caps.CELL_TEXT));
      assertThat(left.available()).isGreaterThan(1_800_000);
    }
    assertThat(
            fault(
                new RawWorkbook(KIND)
                    .cell(
                        "<c r='C4'><%1$s>%2$s</%1$s></c>"
                            .formatted(tag, ("1".repeat(40_000) + "<!---->").repeat(2)))))
        .isEqualTo(new FileFault.TooLarge("texts", Caps.CELL_TEXT));
  }

  @Test
  void aTextInPiecesIsReadWhole() throws Exception {
    Draft draft =
        read(
            Caps.DEFAULT,
            new RawWorkbook(KIND)
                .cell(PERSON.formatted("张<!-- a -->三<?b c?><![CDATA[<]]>&amp;&#x56DB;")));

    assertThat(draft.rows().getFirst().cell("name")).isEqualTo(new CellValue.Text("张三<&四"));
  }

  @Test
  void anEndlessTagIsStoppedBeforeItIsGathered() throws Exception {
    Caps noRatio = new Caps(64_000_000, 500_000_000, 1_000_000, 1_000, 64_000_000, 1_000);
    RawWorkbook book = new RawWorkbook(KIND);
    book.part(RawWorkbook.SHEET, repeat("<worksheet a='", "aaaaaaaa", 30_000_000));

    assertThat(fault(noRatio, book)).isInstanceOf(FileFault.TooLarge.class);
  }

  @Test
  void tagsNestedWithoutEndAreRefused() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND).sheet("<a>".repeat(100_000) + "</a>".repeat(100_000));

    assertThat(fault(book)).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void tooManyEntriesAreRefusedWithoutLoadingTheirDirectory() throws Exception {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 70_000; i++) {
        zip.putNextEntry(empty("p" + i));
      }
    }

    assertThat(fault(Caps.DEFAULT, file)).isEqualTo(new FileFault.TooLarge("entries", 1_000));
  }

  @Test
  void aThousandPartsPlantedInATemplateAreRefused() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND).cell(PERSON.formatted("张三"));
    for (int i = 0; i < 1_000; i++) {
      book.part("xl/media/p" + i, "");
    }

    assertThat(fault(book)).isEqualTo(new FileFault.TooLarge("entries", 1_000));
  }

  @Test
  void aBombPlantedInAPartThatNobodyReadsIsNamed() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND).cell(PERSON.formatted("张三"));
    book.part("xl/media/image1.bin", new byte[20_000_000]);

    assertThat(fault(book)).isEqualTo(new FileFault.TooLarge("ratio", 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docProps/app.xml", "xl/comments1.xml", "xl/theme/theme1.xml"})
  void anEntityPlantedInAnotherPartIsNeverFetched(String part) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AtomicInteger fetched = new AtomicInteger();
      Thread.ofVirtual().start(() -> hangUpOnEveryCaller(server, fetched));
      Path planted = folder.resolve("planted.xlsx");
      plant(
          planted,
          part,
          "<!DOCTYPE x [<!ENTITY %% e SYSTEM 'http://127.0.0.1:%d/x'> %%e;]><x/>"
              .formatted(server.getLocalPort()));

      assertThat(workbooks.read(planted, TestKinds.BOTH).rows()).hasSize(20);
      try {
        workbooks.writeMarked(planted, List.of(), folder.resolve("marked.xlsx"));
      } catch (WorkbookException named) {
        assertThat(named.fault()).isEqualTo(new FileFault.NotAWorkbook("planted.xlsx"));
      }
      assertThat(fetched).hasValue(0);
    }
  }

  /// A good template with one part put in or replaced.
  private void plant(Path to, String part, String content) throws Exception {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(filled()));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals(part)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry(part));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  static List<String> malformedTexts() {
    return List.of("&#0;", "&#x1F;", "&#xFFFE;", "&#xD800;", "&unknown;", "\u0001", "]]>", "<");
  }

  @ParameterizedTest
  @MethodSource("malformedTexts")
  void aMalformedTextIsRefused(String text) throws Exception {
    assertThat(fault(new RawWorkbook(KIND).cell(PERSON.formatted(text)))).isEqualTo(NO_WORKBOOK);
    assertThat(fault(new RawWorkbook(KIND).texts("<si><t>" + text + "</t></si>")))
        .isEqualTo(NO_WORKBOOK);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND).cell(PERSON.formatted("张三"));
    book.part(
        RawWorkbook.TEXTS,
        "<sst><si><t>\u00ff\u00fe</t></si></sst>".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(fault(book)).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void randomBytesThatBeginLikeAZipAreNoWorkbook() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[8 + random.nextInt(5_000)];
      random.nextBytes(bytes);
      System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
      Path file = Files.write(folder.resolve("a.xlsx"), bytes);

      assertThat(fault(Caps.DEFAULT, file)).isEqualTo(NO_WORKBOOK);
    }
  }

  @Test
  void anEndRecordThatLiesAboutTheEntriesIsNotBelieved() throws Exception {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 5_000; i++) {
        zip.putNextEntry(empty("p" + i));
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 22 + 8] = 5;
    bytes[bytes.length - 22 + 9] = 0;
    bytes[bytes.length - 22 + 10] = 5;
    bytes[bytes.length - 22 + 11] = 0;
    Files.write(file, bytes);

    assertThat(fault(Caps.DEFAULT, file))
        .isIn(NO_WORKBOOK, new FileFault.TooLarge("entries", 1_000));
  }

  @Test
  void aPartThatStandsTwiceInTheZipIsRefused() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND).cell(PERSON.formatted("张三"));
    book.part("XL/worksheets/Sheet1.xml", "<worksheet/>");

    assertThat(fault(book)).isEqualTo(NO_WORKBOOK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='5'/><row r='4'/>",
        "<row r='4'/><row r='4'/>",
        "<row r='1048577'/>",
        "<row r='-4'/>",
        "<row r='99999999999'/>",
        "<row r='4'><c r='C4'><v>1</v></c><c r='B4'><v>1</v></c></row>",
        "<row r='4'><c r='C4'><v>1</v></c><c r='C4'><v>2</v></c></row>",
        "<row r='4'><c r='C5'><v>1</v></c></row>",
        "<row r='4'><c r='4'><v>1</v></c></row>",
        "<row r='4'><c r='C4'><v>one</v></c></row>",
        "<row r='4'><c r='C4'><v>1E999999999</v></c></row>",
        "<row r='4'><c r='C4'><v>NaN</v></c></row>",
        "<row r='4'><c r='C4' t='s'><v>7</v></c></row>",
        "<row r='4'><c r='C4' t='s'><v>-1</v></c></row>",
        "<row r='4'><c r='C4' t='d'><v>2026-13-45</v></c></row>",
        "<row r='4'><c r='C4' t='z'><v>1</v></c></row>",
        "<row r='4'><c r='C4' s='x'><v>1</v></c></row>",
        "<row r='4'><c r='C4'><v><v>1</v></v></c></row>",
        "<row r='4'><c r='C4'><v>1",
        "<row r='4'></c></row>"
      })
  void aSheetThatNoProgramWritesIsRefused(String rows) throws Exception {
    assertThat(fault(new RawWorkbook(KIND).rows(rows))).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void aWideSheetIsReadAndTheColumnsBehindAreDropped() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int row = 4; row < 9; row++) {
      rows.append("<row r='%d'>".formatted(row));
      for (int column = 0; column < Caps.COLUMNS; column++) {
        rows.append("<c r='%s%d'><v>1</v></c>".formatted(Columns.letter(column), row));
      }
      rows.append("</row>");
    }

    Draft draft = read(Caps.DEFAULT, new RawWorkbook(KIND).rows(rows.toString()));

    assertThat(draft.rows()).hasSize(5).allSatisfy(row -> assertThat(row.cells()).hasSize(8));
    assertThat(fault(new RawWorkbook(KIND).rows("<row r='4'><c r='XFE4'><v>1</v></c></row>")))
        .isEqualTo(new FileFault.TooLarge("columns", Caps.COLUMNS));
  }

  @Test
  void aTruncatedFileIsNoWorkbookWhereverItEnds() throws Exception {
    byte[] whole = Files.readAllBytes(filled());
    Path file = folder.resolve("a.xlsx");
    for (int length = 8; length < whole.length; length += Math.max(1, whole.length / 150)) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThat(fault(Caps.DEFAULT, file)).as("at " + length).isEqualTo(NO_WORKBOOK);
    }
  }

  @Test
  void aDamagedByteNeverChangesWhatIsRead() throws Exception {
    Path original = filled();
    byte[] whole = Files.readAllBytes(original);
    Draft expected = workbooks.read(original, TestKinds.BOTH);
    Path file = folder.resolve("a.xlsx");
    long seed = 20261122;
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        Draft read = workbooks.read(file, TestKinds.BOTH);
        assertThat(read)
            .as("byte " + at + ", seed " + seed)
            .usingRecursiveComparison()
            .isEqualTo(expected);
      } catch (WorkbookException typed) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(50);
  }

  @Test
  void aWrongChecksumIsNoticed() throws Exception {
    Path file = new RawWorkbook(KIND).cell(PERSON.formatted("张三")).write(folder.resolve("a.xlsx"));
    byte[] bytes = Files.readAllBytes(file);
    CRC32 sum = new CRC32();
    String sheet;
    try (PackageFile zip = PackageFile.open(file, Caps.DEFAULT)) {
      sheet =
          new String(
              zip.part(RawWorkbook.SHEET).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }
    sum.update(sheet.getBytes(StandardCharsets.UTF_8));
    int flipped = 0;
    for (int i = 0; i + 4 <= bytes.length; i++) {
      int here =
          (bytes[i] & 0xFF)
              | (bytes[i + 1] & 0xFF) << 8
              | (bytes[i + 2] & 0xFF) << 16
              | (bytes[i + 3] & 0xFF) << 24;
      if (here == (int) sum.getValue()) {
        bytes[i] ^= 1;
        flipped++;
      }
    }
    Files.write(file, bytes);

    assertThat(flipped).isPositive();
    assertThat(fault(Caps.DEFAULT, file)).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void readingAnswersAnInterrupt() throws Exception {
    Path file = new RawWorkbook(KIND).rows(rows(60_000)).write(folder.resolve("a.xlsx"));
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (true) {
                  workbooks.read(file, TestKinds.BOTH);
                }
              } catch (WorkbookException | InterruptedException e) {
                end.set(e);
              }
            });
    Thread.sleep(300);
    reader.interrupt();
    assertThat(reader.join(java.time.Duration.ofSeconds(5))).isTrue();

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aHostileFileIsRefusedAsAnOriginalForAMarkedCopyToo() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND);
    book.part("xl/media/image1.bin", new byte[20_000_000]);
    Path file = book.write(folder.resolve("a.xlsx"));
    Path out = folder.resolve("marked.xlsx");

    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class, () -> workbooks.writeMarked(file, List.of(), out));

    assertThat(refused.fault()).isEqualTo(new FileFault.TooLarge("ratio", 100));
    assertThat(out).doesNotExist();
  }

  private static void hangUpOnEveryCaller(ServerSocket server, AtomicInteger fetched) {
    try {
      while (true) {
        server.accept().close();
        fetched.incrementAndGet();
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static ZipEntry empty(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(0);
    entry.setCrc(0);
    return entry;
  }

  private Path filled() throws Exception {
    Path file = folder.resolve("filled.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(20), file);
    return file;
  }

  private FileFault fault(RawWorkbook book) throws Exception {
    return fault(Caps.DEFAULT, book);
  }

  private FileFault fault(Caps caps, RawWorkbook book) throws Exception {
    return fault(caps, book.write(folder.resolve("a.xlsx")));
  }

  private FileFault fault(Caps caps, Path file) {
    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class, () -> new PoiWorkbooks(caps).read(file, TestKinds.BOTH));
    assertThat(refused).as("refused").isNotNull();
    return (FileFault) refused.fault();
  }

  private Draft read(Caps caps, RawWorkbook book) throws Exception {
    return new PoiWorkbooks(caps).read(book.write(folder.resolve("a.xlsx")), TestKinds.BOTH);
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      rows.append(
          "<row r='%d'>%s<c r='D%d'><v>%d</v></c></row>"
              .formatted(i + 4, RawWorkbook.inline("C" + (i + 4), "张三"), i + 4, random.nextInt()));
    }
    return rows.toString();
  }

  private static byte[] repeat(String start, String again, int length) {
    byte[] content = new byte[length];
    byte[] first = start.getBytes(StandardCharsets.UTF_8);
    byte[] then = again.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(first, 0, content, 0, first.length);
    for (int at = first.length; at + then.length <= length; at += then.length) {
      System.arraycopy(then, 0, content, at, then.length);
    }
    return content;
  }
}
