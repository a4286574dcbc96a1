package org.certassist.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.certassist.core.declaration.CellValue;

/// Gathers the cells of one sheet of an .xls file, whose at most 65,536 rows may stand in any
/// order.
final class XlsSheet {
  private static final int HIDDEN = 0x20;
  private static final int HIDDEN_FLAGS_AT = 12;

  private record Shared(int row, int column, FormulaRecord formula, CellReference first) {}

  private final CellDecoder decoder;
  private final XlsFormulas formulas;
  private final Caps caps;
  private final int columns;
  private final NavigableMap<Integer, Map<Integer, CellValue>> rows = new TreeMap<>();
  private final Set<Integer> hidden = new HashSet<>();
  private final MergedCells merged = new MergedCells();
  private final Map<CellReference, SharedFormulaRecord> sharedFormulas = new HashMap<>();
  private final List<Shared> toBeWrittenOut = new ArrayList<>();
  private CellReference lastFormula = new CellReference(0, 0);
  private long characters;

  private XlsSheet(XlsGlobals globals, int columns, Caps caps) {
    this.decoder = globals.decoder();
    this.formulas = globals.formulas();
    this.columns = columns;
    this.caps = caps;
  }

  /// @param columns how many columns, from A, are of interest
  static Rows read(XlsRecords records, XlsGlobals globals, int columns, Caps caps)
      throws IOException, InterruptedException {
    XlsSheet sheet = new XlsSheet(globals, columns, caps);
    while (records.next()) {
      sheet.take(records.sid(), records.content());
    }
    sheet.writeOutSharedFormulas();
    return new GatheredRows(sheet.rows, sheet.hidden, sheet.merged);
  }

  private void take(int sid, RecordInputStream in) throws IOException {
    switch (sid) {
      case Biff.ROW -> takeRow(in);
      case Biff.LABELSST, Biff.RK, Biff.NUMBER, Biff.BOOLERR, Biff.LABEL, Biff.RSTRING ->
          takeCell(sid, in);
      case Biff.MULRK -> takeNumbers(in);
      case Biff.BLANK, Biff.MULBLANK -> takeBlanks(sid, in);
      case Biff.FORMULA -> takeFormula(new FormulaRecord(in));
      case Biff.SHRFMLA -> {
        if (sharedFormulas.size() < caps.entries()) {
          sharedFormulas.put(lastFormula, new SharedFormulaRecord(in));
        }
      }
      case Biff.MERGEDCELLS -> {
        for (int left = in.readUShort(); left > 0; left--) {
          int first = in.readUShort();
          int last = in.readUShort();
          int from = in.readUShort();
          merged.add(new CellRangeAddress(first, last, from, in.readUShort()));
        }
      }
      default -> {}
    }
  }

  private void takeRow(RecordInputStream in) {
    int row = in.readUShort();
    in.readFully(new byte[HIDDEN_FLAGS_AT - 2]);
    if ((in.readUShort() & HIDDEN) != 0) {
      hidden.add(row + 1);
    }
  }

  private void takeCell(int sid, RecordInputStream in) throws IOException {
    int row = in.readUShort();
    int column = in.readUShort();
    int style = in.readUShort();
    if (column >= columns) {
      return;
    }
    keep(
        row,
        column,
        switch (sid) {
          case Biff.LABELSST -> decoder.sharedText(in.readInt());
          case Biff.RK -> decoder.number(RKUtil.decodeNumber(in.readInt()), style);
          case Biff.NUMBER -> decoder.number(in.readDouble(), style);
          case Biff.BOOLERR -> flagOrError(in.readUByte(), in.readUByte() != 0);
          default -> ownText(in);
        });
  }

  private void takeNumbers(RecordInputStream in) throws IOException {
    int row = in.readUShort();
    int column = in.readUShort();
    while (in.remaining() >= 6) {
      int style = in.readUShort();
      double number = RKUtil.decodeNumber(in.readInt());
      if (column < columns) {
        keep(row, column, decoder.number(number, style));
      }
      column++;
    }
  }

  /// Who loads the file whole to copy it takes the later one where a cell stands twice, so a blank
  /// one over another would lose what is read here.
  private void takeBlanks(int sid, RecordInputStream in) throws Unusable {
    Map<Integer, CellValue> cells = rows.getOrDefault(in.readUShort() + 1, Map.of());
    int column = in.readUShort();
    int count = sid == Biff.BLANK ? 1 : in.remaining() / 2 - 1;
    for (int last = column + count - 1; column <= last; column++) {
      if (cells.containsKey(column)) {
        throw new Unusable("a cell twice");
      }
    }
  }

  private void takeFormula(FormulaRecord formula) throws IOException {
    int row = formula.getRow();
    int column = formula.getColumn();
    lastFormula = new CellReference(row, column);
    if (column >= columns) {
      return;
    }
    CellReference first = formula.getFormula().getExpReference();
    if (first != null) {
      toBeWrittenOut.add(new Shared(row, column, formula, first));
    }
    keep(row, column, new CellValue.Formula(first == null ? formulas.write(formula) : ""));
  }

  /// A shared formula may stand behind the cells that use it.
  private void writeOutSharedFormulas() {
    for (Shared cell : toBeWrittenOut) {
      SharedFormulaRecord shared = sharedFormulas.get(cell.first());
      if (shared != null) {
        rowAt(cell.row())
            .put(cell.column(), new CellValue.Formula(formulas.write(shared, cell.formula())));
      }
    }
  }

  private static CellValue flagOrError(int value, boolean error) throws Unusable {
    if (!error) {
      return new CellValue.Flag(value == 1);
    }
    if (!FormulaError.isValidCode(value)) {
      throw new Unusable("error cell");
    }
    return new CellValue.Broken(FormulaError.forInt(value).getString());
  }

  private CellValue ownText(RecordInputStream in) throws CapReached {
    String text = in.readString();
    characters += text.length();
    if (characters > caps.texts()) {
      throw new CapReached("texts", caps.texts());
    }
    return CellDecoder.text(text);
  }

  private void keep(int row, int column, CellValue found) throws Unusable {
    if (found instanceof CellValue.Blank) {
      return;
    }
    if (rowAt(row).putIfAbsent(column, found) != null) {
      throw new Unusable("a cell twice");
    }
  }

  private Map<Integer, CellValue> rowAt(int row) {
    return rows.computeIfAbsent(row + 1, _ -> new HashMap<>());
  }

  /// The rows once they are all there.
  private static final class GatheredRows implements Rows {
    private final NavigableMap<Integer, Map<Integer, CellValue>> rows;
    private final Set<Integer> hidden;
    private final MergedCells merged;
    private int row;
    private Map<Integer, CellValue> cells = Map.of();

    GatheredRows(
        NavigableMap<Integer, Map<Integer, CellValue>> rows,
        Set<Integer> hidden,
        MergedCells merged) {
      this.rows = rows;
      this.hidden = hidden;
      this.merged = merged;
    }

    /// What was given out is let go.
    @Override
    public boolean nextRow() {
      Map.Entry<Integer, Map<Integer, CellValue>> next = rows.pollFirstEntry();
      if (next == null) {
        return false;
      }
      row = next.getKey();
      cells = next.getValue();
      return true;
    }

    @Override
    public int row() {
      return row;
    }

    @Override
    public CellValue cell(int column) {
      return cells.getOrDefault(column, new CellValue.Blank());
    }

    @Override
    public boolean isBlank() {
      return cells.isEmpty();
    }

    @Override
    public boolean isHidden() {
      return hidden.contains(row);
    }

    @Override
    public List<String> merged(int firstRow) {
      return merged.reaching(firstRow);
    }

    @Override
    public void close() {}
  }
}
