package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFaultsTest {
  private static final Kind KIND = TestKinds.TERMINATION;
  private static final String ROW = "<row r='4'>" + RawWorkbook.inline("C4", "张三") + "</row>";

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  @Test
  void aFileThatIsNotThereOrIsAFolderIsUnreadable() {
    assertThat(fault(folder.resolve("没有.xlsx"))).isEqualTo(new FileFault.Unreadable("没有.xlsx"));
    assertThat(fault(folder)).isInstanceOf(FileFault.Unreadable.class);
  }

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of("empty", new byte[0]),
        Arguments.of("csv", "姓名,证件号码\n张三,1\n".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("pdf", "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of("html", "<html><table><tr><td>1".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("zip signature only", new byte[] {'P', 'K', 3, 4}),
        Arguments.of("ole2 without a workbook", ole2()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strangers")
  void whatIsNoWorkbookIsCalledSo(String what, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("名单.xlsx"), content);

    assertThat(fault(file)).isEqualTo(new FileFault.NotAWorkbook("名单.xlsx"));
  }

  @Test
  void aZipOfOtherThingsIsNoWorkbook() throws Exception {
    Path file = folder.resolve("photos.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("photo.jpg"));
      zip.write(1);
    }

    assertThat(fault(file)).isEqualTo(new FileFault.NotAWorkbook("photos.xlsx"));
  }

  @Test
  void aWorkbookOlderThanExcel97IsCalledSoWhateverItsName() throws Exception {
    Path file = folder.resolve("renamed.xlsx");
    try (POIFSFileSystem disk = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      disk.createDocument(new ByteArrayInputStream(new byte[8]), "Book");
      disk.writeFilesystem(out);
    }

    assertThat(fault(file)).isEqualTo(new FileFault.OldFormat("renamed.xlsx"));
  }

  @Test
  void aWorkbookWithAPasswordIsCalledSo() throws Exception {
    Path plain = filled();
    Path file = folder.resolve("secret.xlsx");
    try (POIFSFileSystem disk = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("1");
      try (OutputStream encrypted = encryptor.getDataStream(disk)) {
        Files.copy(plain, encrypted);
      }
      disk.writeFilesystem(out);
    }

    assertThat(fault(file)).isEqualTo(new FileFault.PasswordProtected("secret.xlsx"));
  }

  @Test
  void anotherTableIsNoTemplate() throws Exception {
    Path file =
        new RawWorkbook(KIND)
            .book("", "")
            .sheet("<row r='3'>" + RawWorkbook.inline("A3", "工资") + "</row>")
            .write(folder.resolve("wages.xlsx"));

    assertThat(fault(file)).isEqualTo(new FileFault.NotATemplate("wages.xlsx"));
  }

  @Test
  void aTemplateOfAKindThatIsNotOfferedIsNamedByItsTitle() throws Exception {
    Path file = filled();

    assertThat(fault(file, List.of(TestKinds.ENROLMENT)))
        .isEqualTo(new FileFault.OtherKind("用人单位退工停保登记"));
  }

  @Test
  void anotherVersionIsNamed() throws Exception {
    Kind newer =
        new Kind(KIND.id(), 2, KIND.title(), KIND.titleEnglish(), KIND.direction(), KIND.columns());

    assertThat(fault(filled(), List.of(newer)))
        .isEqualTo(new FileFault.OtherVersion("termination", "1", "2"));
  }

  @Test
  void aTemplateWithoutPeopleIsEmpty() throws Exception {
    Path file = folder.resolve("empty.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), List.of(), file);

    assertThat(fault(file)).isEqualTo(new FileFault.Empty("termination"));
  }

  static Stream<Arguments> alterations() {
    return Stream.of(
        Arguments.of("*姓名", "名字", new FileFault.AlteredTemplate("申报!C3", "*姓名", "名字")),
        Arguments.of("*姓名", "", new FileFault.AlteredTemplate("申报!C3", "*姓名", "")),
        Arguments.of(
            "统一社会信用代码", "单位编号", new FileFault.AlteredTemplate("申报!A2", "统一社会信用代码", "单位编号")),
        Arguments.of("备注", "工资", new FileFault.AlteredTemplate("申报!H3", "备注", "工资")));
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void anAlteredCellIsNamedWithWhatItShouldBe(String was, String is, FileFault expected)
      throws Exception {
    RawWorkbook book = new RawWorkbook(KIND);
    Path file =
        book.sheet(book.head().replace("<t>" + was + "</t>", "<t>" + is + "</t>") + ROW)
            .write(folder.resolve("altered.xlsx"));

    assertThat(fault(file)).isEqualTo(expected);
  }

  @Test
  void anInsertedRowOrAnAddedColumnIsAnAlteration() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND);
    Path column =
        book.sheet(
                book.head().replaceFirst("</row>$", RawWorkbook.inline("I3", "工号") + "</row>")
                    + ROW)
            .write(folder.resolve("column.xlsx"));
    Path row = folder.resolve("row.xlsx");
    Zips.rewrite(
        filled(),
        row,
        Map.of(
            RawWorkbook.SHEET,
            xml ->
                Pattern.compile("r=\"([A-Z]*)(\\d+)\"")
                    .matcher(xml)
                    .replaceAll(cell ->
                        "r=\"%s%d\""
                            .formatted(cell.group(1), Integer.parseInt(cell.group(2)) + 1))));

    assertThat(fault(column)).isEqualTo(new FileFault.AlteredTemplate("申报!I3", "", "工号"));
    assertThat(fault(row))
        .isInstanceOf(FileFault.AlteredTemplate.class)
        .extracting(fault -> ((FileFault.AlteredTemplate) fault).cell())
        .isEqualTo("申报!A2");
  }

  @Test
  void spacesLineBreaksAndTheMarkInAHeaderDoNotCount() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND);
    Path file =
        book.sheet(book.head().replace("<t>*姓名</t>", "<t> 姓&#10;名＊</t>") + ROW)
            .write(folder.resolve("spaces.xlsx"));

    assertThat(workbooks.read(file, TestKinds.BOTH).rows()).hasSize(1);
  }

  @Test
  void aTemplateIsRecognisedByItsPropertiesOrItsHeadersToo() throws Exception {
    RawWorkbook byHeaders = new RawWorkbook(KIND).rows(ROW).book("", "");
    Draft draft = workbooks.read(byHeaders.write(folder.resolve("headers.xlsx")), TestKinds.BOTH);
    assertThat(draft.kind()).isEqualTo(KIND);

    Path byName = filled();
    Path byProperties = folder.resolve("properties.xlsx");
    Zips.rewrite(
        byName,
        byProperties,
        Map.of("xl/workbook.xml", xml -> xml.replace("certassist_template", "other")));
    assertThat(fault(byProperties, List.of(TestKinds.ENROLMENT)))
        .isEqualTo(new FileFault.OtherKind("用人单位退工停保登记"));
  }

  @Test
  void aSheetOfAnotherNameIsReadWhereItsHeadersAreRight() throws Exception {
    RawWorkbook book = new RawWorkbook(KIND).rows(ROW);
    book.part(
        RawWorkbook.BOOK,
        "<workbook xmlns='%s' xmlns:r='x'><sheets><sheet name='Sheet1' r:id='r1'/></sheets></workbook>"
            .formatted(RawWorkbook.MAIN));

    Draft draft = workbooks.read(book.write(folder.resolve("s.xlsx")), TestKinds.BOTH);

    assertThat(draft.place(4, "name")).hasToString("Sheet1!C4");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsNeverReplaced() throws Exception {
    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class,
            () -> workbooks.writeTemplate(KIND, Optional.empty(), List.of(), Path.of("/dev/full")));

    assertThat(refused.fault()).isEqualTo(new FileFault.NotAFile("full"));
    assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLinkStaysAndWhatItPointsToIsWritten(boolean there) throws Exception {
    Path shared = Files.createDirectory(folder.resolve("共享 盘"));
    Path real = shared.resolve("real.xlsx");
    if (there) {
      Files.writeString(real, "old");
      Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    }
    Path link = Files.createSymbolicLink(folder.resolve("link.xlsx"), Path.of("second"));
    Files.createSymbolicLink(folder.resolve("second"), Path.of("共享 盘/real.xlsx"));

    workbooks.writeTemplate(KIND, Optional.empty(), TestKinds.people(2), link);

    assertThat(link).matches(Files::isSymbolicLink);
    assertThat(workbooks.read(real, List.of(KIND)).rows()).isNotEmpty();
    if (there) {
      assertThat(Files.getPosixFilePermissions(real))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    try (Stream<Path> files = Files.list(shared)) {
      assertThat(files).containsExactly(real);
    }
  }

  @Test
  void linksInACircleAreNotFollowedForEver() throws Exception {
    Path link = folder.resolve("a.xlsx");
    Files.createSymbolicLink(link, Path.of("a.xlsx"));

    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class,
            () -> workbooks.writeTemplate(KIND, Optional.empty(), List.of(), link));

    assertThat(refused.fault()).isEqualTo(new FileFault.NotWritten("a.xlsx"));
  }

  @Test
  void whatCannotBeWrittenLeavesTheOldFileAndNothingElse() throws Exception {
    Path old = Files.writeString(folder.resolve("old.xlsx"), "old");
    Path blocked = Files.createDirectory(folder.resolve("blocked.xlsx"));
    Files.writeString(blocked.resolve("inside"), "x");

    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class,
            () -> workbooks.writeTemplate(KIND, Optional.empty(), List.of(), blocked));
    WorkbookException nowhere =
        catchThrowableOfType(
            WorkbookException.class,
            () ->
                workbooks.writeTemplate(
                    KIND, Optional.empty(), List.of(), folder.resolve("no/such/a.xlsx")));

    assertThat(refused.fault()).isEqualTo(new FileFault.NotAFile("blocked.xlsx"));
    assertThat(nowhere.fault()).isEqualTo(new FileFault.NotWritten("a.xlsx"));
    assertThat(old).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(old, blocked);
    }
  }

  private Path filled() throws Exception {
    Path file = folder.resolve("filled.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(3), file);
    return file;
  }

  private FileFault fault(Path file) {
    return fault(file, TestKinds.BOTH);
  }

  private FileFault fault(Path file, List<Kind> kinds) {
    WorkbookException refused =
        catchThrowableOfType(WorkbookException.class, () -> workbooks.read(file, kinds));
    assertThat(refused).as("refused").isNotNull();
    return (FileFault) refused.fault();
  }

  private static byte[] ole2() {
    byte[] content = new byte[4096];
    byte[] start = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(start, 0, content, 0, start.length);
    return content;
  }
}
