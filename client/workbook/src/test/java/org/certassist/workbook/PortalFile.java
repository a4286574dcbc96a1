package org.certassist.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.workbook.HeaderWords;
import org.certassist.core.workbook.LearnLayout;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.TemplateSheet;

/// A workbook with the look of a portal's import template: title and remarks in merged cells,
/// comments, lists on a hidden sheet, prepared rows.
final class PortalFile {
  static final String SHEET = "退工人员";
  static final int HEADER_ROW = 3;
  static final int PREPARED = 10;
  static final List<String> HEADERS =
      List.of("序号", "*职工姓名", "*证件类型", "*公民身份号码", "*减员原因", "停保日期\n（yyyy-MM-dd）", "手机号码", "经办机构");
  static final HeaderWords WORDS =
      new HeaderWords(
          Map.of(
              "姓名", List.of("职工姓名"),
              "证件号码", List.of("公民身份号码"),
              "变更原因", List.of("减员原因"),
              "联系电话", List.of("手机号码")),
          Set.of("序号"));

  private final Workbook book;

  private PortalFile(Workbook book) {
    this.book = book;
  }

  /// @param suffix `.xlsx` or `.xls`
  static PortalFile of(String suffix) {
    PortalFile file =
        new PortalFile(suffix.equals(".xls") ? new HSSFWorkbook() : new XSSFWorkbook());
    file.build();
    return file;
  }

  Workbook book() {
    return book;
  }

  Sheet sheet() {
    return book.getSheet(SHEET);
  }

  /// A cell of the data sheet, made where it is missing.
  Cell cell(int row, int column) {
    return MarkedCopy.cellAt(sheet(), row - 1, column);
  }

  Path save(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }

  /// The layout that is learnt from this file as it stands.
  PortalLayout layout(String name) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    book.write(saved);
    try (Workbook opened = WorkbookFactory.create(new ByteArrayInputStream(saved.toByteArray()))) {
      return learnt(name, new TemplateSheets(opened).visible());
    }
  }

  static PortalLayout learnt(String name, List<TemplateSheet> sheets) {
    return new LearnLayout(WORDS)
        .learn(
            sheets,
            TestKinds.TERMINATION,
            new LearnLayout.Told(name, "jiangsu", Optional.of(TestKinds.UNIT), Map.of()))
        .orElseThrow()
        .layout();
  }

  private void build() {
    Sheet guide = book.createSheet("填表须知");
    guide.createRow(0).createCell(0).setCellValue("姓名、证件号码必填；不得改动表头");
    Sheet sheet = book.createSheet(SHEET);
    sheet.createRow(0).createCell(0).setCellValue("用人单位退工停保批量导入模板");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, HEADERS.size() - 1));
    sheet.createRow(1).createCell(0).setCellValue("带 * 的必填 & 日期写成 2026-11-20 <样式>");
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, HEADERS.size() - 1));
    headers(sheet);
    prepared(sheet);
    lists(sheet);
    sheet.createFreezePane(0, HEADER_ROW);
    sheet.setColumnWidth(3, 24 * 256);
    book.setActiveSheet(1);
  }

  private void headers(Sheet sheet) {
    CellStyle style = book.createCellStyle();
    style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setWrapText(true);
    Row row = sheet.createRow(HEADER_ROW - 1);
    for (int column = 0; column < HEADERS.size(); column++) {
      Cell cell = row.createCell(column);
      cell.setCellValue(HEADERS.get(column));
      cell.setCellStyle(style);
    }
    ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
    anchor.setCol1(4);
    anchor.setRow1(3);
    anchor.setCol2(6);
    anchor.setRow2(6);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(book.getCreationHelper().createRichTextString("18 位"));
    comment.setAuthor("portal");
    row.getCell(3).setCellComment(comment);
  }

  private void prepared(Sheet sheet) {
    CellStyle text = book.createCellStyle();
    text.setDataFormat(book.createDataFormat().getFormat("@"));
    for (int r = HEADER_ROW; r < HEADER_ROW + PREPARED; r++) {
      Row row = sheet.createRow(r);
      row.setHeightInPoints(21);
      for (int column = 0; column < HEADERS.size(); column++) {
        row.createCell(column).setCellStyle(text);
      }
    }
  }

  private void lists(Sheet sheet) {
    Sheet lists = book.createSheet("hidden_lists");
    List<String> idTypes = List.of("01-居民身份证", "02-护照", "99-其他");
    for (int i = 0; i < idTypes.size(); i++) {
      lists.createRow(i).createCell(0).setCellValue(idTypes.get(i));
    }
    lists.getRow(0).createCell(1).setCellValue("合同期满");
    lists.getRow(1).createCell(1).setCellValue("个人辞职");
    Name reasons = book.createName();
    reasons.setNameName("reasons");
    reasons.setRefersToFormula("hidden_lists!$B$1:$B$2");
    book.setSheetHidden(book.getSheetIndex(lists), true);
    DataValidationHelper helper = sheet.getDataValidationHelper();
    list(sheet, helper.createFormulaListConstraint("hidden_lists!$A$1:$A$3"), 2);
    list(sheet, helper.createFormulaListConstraint("reasons"), 4);
    list(sheet, helper.createExplicitListConstraint(new String[] {"320500", "320509"}), 7);
  }

  private static void list(Sheet sheet, DataValidationConstraint words, int column) {
    sheet.addValidationData(
        sheet
            .getDataValidationHelper()
            .createValidation(
                words, new CellRangeAddressList(HEADER_ROW, HEADER_ROW + 999, column, column)));
  }
}
