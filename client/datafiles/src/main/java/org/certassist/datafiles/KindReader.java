package org.certassist.datafiles;

import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;

/// Reads a kind of declaration and its columns from `kinds/*.json`.
final class KindReader {
  private static final Map<String, ColumnType> TYPES =
      Map.of(
          "text", ColumnType.TEXT,
          "id", ColumnType.ID,
          "date", ColumnType.DATE,
          "month", ColumnType.MONTH,
          "money", ColumnType.MONEY,
          "code", ColumnType.CODE,
          "phone", ColumnType.PHONE,
          "address", ColumnType.ADDRESS);

  private static final Map<String, Requirement> REQUIREMENTS =
      Map.of(
          "required", Requirement.REQUIRED,
          "optional", Requirement.OPTIONAL,
          "conditional", Requirement.CONDITIONAL,
          "dispatch-only", Requirement.DISPATCH_ONLY);

  private static final Map<String, Kind.Direction> DIRECTIONS =
      Map.of(
          "in", Kind.Direction.IN,
          "out", Kind.Direction.OUT,
          "neither", Kind.Direction.NEITHER);

  private static final Map<String, Kind.Days> DAYS =
      Map.of("open-days", Kind.Days.OPEN, "closed-days", Kind.Days.CLOSED);

  Kind read(JsonFile file) throws DataFileException {
    JsonObject json = file.object();
    Kind kind =
        new Kind(
            json.text("id"),
            json.whole("version", 1, 9_999),
            json.text("title"),
            json.text("titleEnglish"),
            json.word("direction", DIRECTIONS),
            json.has("filedOn") ? json.word("filedOn", DAYS) : Kind.Days.OPEN,
            json.objects("columns", this::column));
    json.done();
    requireDistinct(json, kind.columns().stream().map(Column::header).toList());
    requireDistinct(json, kind.columns().stream().map(Column::field).toList());
    return kind;
  }

  private Column column(JsonObject json) throws DataFileException {
    Column column =
        new Column(
            json.text("header"),
            json.text("field"),
            json.word("type", TYPES),
            json.word("requirement", REQUIREMENTS),
            json.optionalTexts("choices"),
            json.optionalText("example").orElse(""));
    if ((column.type() == ColumnType.CODE) == column.choices().isEmpty()) {
      throw json.invalid("choices", "a column has choices exactly when its type is code");
    }
    return column;
  }

  private static void requireDistinct(JsonObject json, List<String> names)
      throws DataFileException {
    if (names.stream().distinct().count() != names.size()) {
      throw json.invalid("columns", "a header or field stands twice");
    }
  }
}
