package org.certassist.datafiles;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.workbook.PortalLayout;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a learnt layout.
final class LayoutFile {
  /// Headers, and all above them, are read whole.
  private static final int DEEPEST_HEADER = 100;

  private static final int LAST_ROW = 1_048_576;
  private static final int COLUMNS = 16_384;
  private static final Map<String, String> UNIT_FIELDS =
      Map.of("creditCode", "creditCode", "name", "name", "type", "type");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  PortalLayout read(JsonFile file) throws DataFileException {
    JsonObject json = file.object();
    PortalLayout layout =
        new PortalLayout(
            json.text("name"),
            json.text("profile"),
            json.text("kind"),
            json.text("sheet"),
            json.whole("firstRow", 1, LAST_ROW),
            json.objects("heads", LayoutFile::head),
            json.objects("unitCells", LayoutFile::unitCell),
            unit(json));
    json.done();
    requireSense(json, layout);
    return layout;
  }

  /// A file that was changed by hand must not make a header of a person's row, or two places of one
  /// column.
  private static void requireSense(JsonObject json, PortalLayout layout) throws DataFileException {
    if (layout.heads().isEmpty()) {
      throw json.invalid("heads", "a header at least is expected");
    }
    if (layout.firstRow() <= layout.headRow()
        || layout.unitCells().stream().anyMatch(cell -> cell.row() >= layout.firstRow())) {
      throw json.invalid("firstRow", "must lie below the headers and the unit's cells");
    }
    requireDistinct(json, "heads", layout.heads().stream().map(PortalLayout.Head::column).toList());
    requireDistinct(
        json, "heads", layout.heads().stream().flatMap(head -> head.field().stream()).toList());
    requireDistinct(
        json, "unitCells", layout.unitCells().stream().map(PortalLayout.UnitCell::field).toList());
  }

  private static void requireDistinct(JsonObject json, String list, List<String> names)
      throws DataFileException {
    if (names.stream().distinct().count() != names.size()) {
      throw json.invalid(list, "a column or field stands twice");
    }
  }

  byte[] write(PortalLayout layout) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("name", layout.name());
    json.put("profile", layout.profile());
    json.put("kind", layout.kind());
    json.put("sheet", layout.sheet());
    json.put("firstRow", layout.firstRow());
    var heads = json.putArray("heads");
    layout.heads().forEach(head -> put(heads.addObject(), head));
    var cells = json.putArray("unitCells");
    layout
        .unitCells()
        .forEach(cell ->
            cells
                .addObject()
                .put("field", cell.field())
                .put("row", cell.row())
                .put("column", cell.column()));
    layout
        .unit()
        .ifPresent(unit ->
            json.putObject("unit")
                .put("creditCode", unit.creditCode())
                .put("name", unit.name())
                .put("type", unit.type().word()));
    return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode json, PortalLayout.Head head) {
    json.put("row", head.row());
    json.put("column", head.column());
    json.put("header", head.header());
    head.field().ifPresent(field -> json.put("field", field));
    if (!head.words().isEmpty()) {
      var words = json.putArray("words");
      new TreeMap<>(head.words())
          .forEach((portal, ours) -> words.addObject().put("portal", portal).put("ours", ours));
    }
  }

  private static PortalLayout.Head head(JsonObject json) throws DataFileException {
    Map<String, String> words = new HashMap<>();
    List<Map.Entry<String, String>> pairs =
        json.optionalObjects("words", pair -> Map.entry(pair.text("portal"), pair.text("ours")));
    pairs.forEach(pair -> words.put(pair.getKey(), pair.getValue()));
    return new PortalLayout.Head(
        json.whole("row", 1, DEEPEST_HEADER),
        json.text("column", LayoutFile::letters),
        json.text("header"),
        json.optionalText("field"),
        words);
  }

  private static PortalLayout.UnitCell unitCell(JsonObject json) throws DataFileException {
    return new PortalLayout.UnitCell(
        json.word("field", UNIT_FIELDS),
        json.whole("row", 1, DEEPEST_HEADER),
        json.text("column", LayoutFile::letters));
  }

  private static Optional<Unit> unit(JsonObject json) throws DataFileException {
    if (!json.has("unit")) {
      return Optional.empty();
    }
    JsonObject unit = json.object("unit");
    Unit read =
        new Unit(
            unit.text("creditCode"),
            unit.text("name"),
            unit.text(
                "type", word -> UnitType.of(word).orElseThrow(IllegalArgumentException::new)));
    unit.done();
    return Optional.of(read);
  }

  private static String letters(String text) {
    if (!text.matches("[A-Z]{1,3}") || number(text) > COLUMNS) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static int number(String letters) {
    return letters.chars().reduce(0, (number, letter) -> 26 * number + letter - 'A' + 1);
  }
}
