package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.Workbooks.Mark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A workbook with macros is read like any other; the macros are never looked at and stay.
@Timeout(120)
class XlsmTest {
  private static final Kind KIND = TestKinds.ENROLMENT;

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();
  private final byte[] macros = new byte[5_000];
  private Path file = Path.of("");

  @BeforeEach
  void writeAWorkbookWithMacros() throws Exception {
    new Random(1).nextBytes(macros);
    Path plain = folder.resolve("plain.xlsx");
    file = folder.resolve("macros.xlsm");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(3), plain);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(plain));
        OutputStream out = Files.newOutputStream(file)) {
      book.setWorkbookType(XSSFWorkbookType.XLSM);
      book.setVBAProject(new ByteArrayInputStream(macros));
      book.write(out);
    }
  }

  @Test
  void itIsRead() throws Exception {
    assertThat(workbooks.read(file, TestKinds.BOTH).rows()).hasSize(3);
  }

  @Test
  void aMarkedCopyKeepsTheMacrosByteForByteAndStaysAnXlsm() throws Exception {
    Path marked = folder.resolve("marked.xlsm");

    workbooks.writeMarked(
        file, List.of(new Mark(new CellPlace("申报", 5, "B"), true, "", "错")), marked);

    assertThat(part(marked, "xl/vbaProject.bin")).isEqualTo(macros);
    assertThat(new String(part(marked, "[Content_Types].xml"), StandardCharsets.UTF_8))
        .contains("sheet.macroEnabled.main+xml");
    assertThat(workbooks.read(marked, TestKinds.BOTH).rows()).hasSize(3);
  }

  private static byte[] part(Path file, String name) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }
}
