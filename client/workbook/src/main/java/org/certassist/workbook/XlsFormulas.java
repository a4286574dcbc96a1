package org.certassist.workbook;

import java.util.List;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaRenderingWorkbook;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.jspecify.annotations.Nullable;

/// Writes out the formulas of an .xls file, which holds them as tokens; nothing is evaluated.
///
/// One that cannot be written out is `…`: that it is a formula is what counts.
final class XlsFormulas implements FormulaRenderingWorkbook {
  private static final String UNKNOWN = "…";
  private static final int LONGEST = 8_192;

  private final List<String> sheets;
  private final List<String> names;
  private final List<ExternSheetRecord> references;

  XlsFormulas(List<String> sheets, List<String> names, List<ExternSheetRecord> references) {
    this.sheets = sheets;
    this.names = names;
    this.references = references;
  }

  String write(FormulaRecord formula) {
    // A table of constants says how large it is before it holds anything: it is not unpacked.
    boolean constants =
        formula.getFormula().getEncodedSize() - 2 > formula.getFormula().getEncodedTokenSize();
    return constants ? UNKNOWN : write(formula.getParsedExpression());
  }

  String write(SharedFormulaRecord shared, FormulaRecord cell) {
    return write(shared.getFormulaTokens(cell));
  }

  /// POI answers tokens that no spreadsheet writes with whatever exception it runs into.
  private String write(Ptg[] tokens) {
    try {
      String text = FormulaRenderer.toFormulaString(this, tokens);
      return text.length() > LONGEST ? UNKNOWN : text;
    } catch (RuntimeException strange) {
      return UNKNOWN;
    }
  }

  @Override
  public EvaluationWorkbook.@Nullable ExternalSheet getExternalSheet(int index) {
    return null;
  }

  @Override
  public String getSheetFirstNameByExternSheet(int index) {
    return sheet(references.getFirst().getFirstSheetIndexFromRefIndex(index));
  }

  @Override
  public String getSheetLastNameByExternSheet(int index) {
    return sheet(references.getFirst().getLastSheetIndexFromRefIndex(index));
  }

  @Override
  public String resolveNameXText(NameXPtg name) {
    return UNKNOWN;
  }

  @Override
  public String getNameText(NamePtg name) {
    return names.get(name.getIndex());
  }

  private String sheet(int index) {
    return index < 0 || index >= sheets.size() ? UNKNOWN : sheets.get(index);
  }
}
