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
  private static final int LAST_ROW = 1_048_576;
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
    return layout;
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
        json.whole("row", 1, LAST_ROW),
        json.text("column", LayoutFile::letters),
        json.text("header"),
        json.optionalText("field"),
        words);
  }

  private static PortalLayout.UnitCell unitCell(JsonObject json) throws DataFileException {
    return new PortalLayout.UnitCell(
        json.text("field"),
        json.whole("row", 1, LAST_ROW),
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
    if (!text.matches("[A-Z]{1,3}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
