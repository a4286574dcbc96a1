package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// A rule of a sheet that the cells of some ranges are chosen from a list.
///
/// Of an .xlsx the sheet's XML is read itself: Excel writes a list that refers to another sheet as
/// an extension (MS-XLSX 2.4.22), which POI does not look at, and POI refuses a whole sheet for one
/// rule without a formula.
///
/// @param formula `"男,女"` with its quotation marks, a range or a name
record ListRule(String formula, List<CellRangeAddress> ranges) {
  /// More rules than any template has.
  private static final int MOST_RULES = 1_000;

  private static final int MOST_RANGES = 1_000;

  static List<ListRule> of(Sheet sheet) throws IOException {
    if (sheet instanceof XSSFSheet xlsx) {
      try (InputStream in = xlsx.getPackagePart().getInputStream();
          XmlPart part = new XmlPart(in)) {
        return inXml(part);
      }
    }
    return sheet.getDataValidations().stream()
        .limit(MOST_RULES)
        .flatMap(rule -> ofXls(rule).stream())
        .toList();
  }

  private static Optional<ListRule> ofXls(DataValidation rule) {
    DataValidationConstraint constraint = rule.getValidationConstraint();
    if (constraint == null || constraint.getValidationType() != ValidationType.LIST) {
      return Optional.empty();
    }
    String[] own = constraint.getExplicitListValues();
    String formula =
        own != null && own.length > 0
            ? '"' + String.join(",", own) + '"'
            : constraint.getFormula1();
    return formula == null
        ? Optional.empty()
        : Optional.of(
            new ListRule(formula, Arrays.asList(rule.getRegions().getCellRangeAddresses())));
  }

  private static List<ListRule> inXml(XmlPart part) throws IOException {
    List<ListRule> rules = new ArrayList<>();
    while (part.next() && rules.size() < MOST_RULES) {
      if (part.starts("dataValidation") && part.attribute("type", "").equals("list")) {
        ListRule rule = inXml(part, part.attribute("sqref", ""));
        if (!rule.formula().isEmpty()) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  /// Where the rule is an extension, its ranges are a tag like its formula.
  private static ListRule inXml(XmlPart part, String sqref) throws IOException {
    String formula = "";
    String ranges = sqref;
    while (part.next() && !part.ends("dataValidation")) {
      if (part.starts("formula1")) {
        formula = part.innerText();
      } else if (part.starts("sqref")) {
        ranges = part.innerText();
      }
    }
    return new ListRule(formula.strip(), ranges(ranges));
  }

  private static List<CellRangeAddress> ranges(String sqref) {
    try {
      return Arrays.stream(sqref.strip().split("\\s+"))
          .filter(range -> !range.isEmpty())
          .limit(MOST_RANGES)
          .map(CellRangeAddress::valueOf)
          .toList();
    } catch (IllegalArgumentException noRange) {
      // A list is a help, and a template without it is one still.
      return List.of();
    }
  }
}
