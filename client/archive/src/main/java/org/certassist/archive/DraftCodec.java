package org.certassist.archive;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.declaration.ReadingNote.Encoding;
import org.certassist.core.declaration.ReadingNote.Separator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a draft inside its seal: the fields once, then a row as its number and its cells in
/// that order.
///
/// A cell of text is a string, a flag a boolean, a blank one `{}`, one that is not there `null`;
/// the others are objects. The kind is not in it: it is looked up by its id when the draft is
/// found.
final class DraftCodec {
  private final JsonMapper mapper = JsonMapper.shared();

  byte[] encode(Draft draft) {
    ObjectNode json =
        mapper.createObjectNode().put("sheet", draft.sheet()).put("unitRow", draft.unitRow());
    ObjectNode unit = json.putObject("unit");
    draft.unit().forEach((field, value) -> unit.set(field, cell(value)));
    ObjectNode columns = json.putObject("columns");
    draft.columns().forEach(columns::put);
    List<String> fields =
        draft.rows().stream().flatMap(row -> row.cells().keySet().stream()).distinct().toList();
    ArrayNode names = json.putArray("fields");
    fields.forEach(names::add);
    ArrayNode rows = json.putArray("rows");
    for (DraftRow row : draft.rows()) {
      ArrayNode cells = rows.addArray().add(row.row());
      for (String field : fields) {
        CellValue value = row.cells().get(field);
        cells.add(value == null ? JsonNodeFactory.instance.nullNode() : cell(value));
      }
    }
    ArrayNode notes = json.putArray("notes");
    draft.notes().forEach(note -> notes.add(note(note)));
    return mapper.writeValueAsBytes(json);
  }

  /// Empty where the bytes are no draft that this version knows.
  Optional<Draft> decode(byte[] bytes, Kind kind) {
    try {
      return Optional.of(draft(mapper.readTree(bytes), kind));
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | IndexOutOfBoundsException notADraft) {
      return Optional.empty();
    }
  }

  private static Draft draft(JsonNode json, Kind kind) {
    Map<String, CellValue> unit = new HashMap<>();
    Json.member(json, "unit")
        .properties()
        .forEach(value -> unit.put(value.getKey(), cell(value.getValue())));
    Map<String, String> columns = new HashMap<>();
    Json.member(json, "columns")
        .properties()
        .forEach(column -> columns.put(column.getKey(), column.getValue().stringValue()));
    List<String> fields = texts(Json.member(json, "fields"));
    List<DraftRow> rows = new ArrayList<>();
    for (JsonNode row : Json.member(json, "rows")) {
      rows.add(row(row, fields));
    }
    List<ReadingNote> notes = new ArrayList<>();
    for (JsonNode note : Json.member(json, "notes")) {
      notes.add(readNote(note));
    }
    return new Draft(
        kind, Json.text(json, "sheet"), unit, Json.number(json, "unitRow"), columns, rows, notes);
  }

  private static DraftRow row(JsonNode json, List<String> fields) {
    if (json.size() != fields.size() + 1) {
      throw new IllegalArgumentException("row of " + json.size());
    }
    Map<String, CellValue> cells = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      JsonNode cell = json.required(i + 1);
      if (!cell.isNull()) {
        cells.put(fields.get(i), cell(cell));
      }
    }
    return new DraftRow(json.required(0).intValue(), cells);
  }

  private static JsonNode cell(CellValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case CellValue.Blank() -> nodes.objectNode();
      case CellValue.Text(String text) -> nodes.stringNode(text);
      case CellValue.Numeric(BigDecimal number, String shown) ->
          nodes.objectNode().put("number", number.toString()).put("shown", shown);
      case CellValue.Date(LocalDateTime date) -> nodes.objectNode().put("date", date.toString());
      case CellValue.Flag(boolean flag) -> nodes.booleanNode(flag);
      case CellValue.Formula(String formula) -> nodes.objectNode().put("formula", formula);
      case CellValue.Broken(String error) -> nodes.objectNode().put("error", error);
    };
  }

  private static CellValue cell(JsonNode json) {
    if (json.isString()) {
      return new CellValue.Text(json.stringValue());
    }
    if (json.isBoolean()) {
      return new CellValue.Flag(json.booleanValue());
    }
    return switch (json.propertyNames().stream().findFirst().orElse("")) {
      case "" -> new CellValue.Blank();
      case "number" ->
          new CellValue.Numeric(
              new BigDecimal(Json.text(json, "number")), Json.text(json, "shown"));
      case "date" -> new CellValue.Date(LocalDateTime.parse(Json.text(json, "date")));
      case "formula" -> new CellValue.Formula(Json.text(json, "formula"));
      case "error" -> new CellValue.Broken(Json.text(json, "error"));
      case String unknown -> throw new IllegalArgumentException("cell " + unknown);
    };
  }

  private static ObjectNode note(ReadingNote note) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (note) {
      case ReadingNote.TextFile(Encoding encoding, Separator separator) ->
          json.put("note", "textFile")
              .put("encoding", encoding.shown())
              .put("separator", separator.word());
      case ReadingNote.HiddenRows(List<Integer> hidden) -> {
        ArrayNode rows = json.put("note", "hiddenRows").putArray("rows");
        hidden.forEach(rows::add);
      }
      case ReadingNote.MergedCells(List<String> merged) -> {
        ArrayNode ranges = json.put("note", "mergedCells").putArray("ranges");
        merged.forEach(ranges::add);
      }
    }
    return json;
  }

  private static ReadingNote readNote(JsonNode json) {
    return switch (Json.text(json, "note")) {
      case "textFile" ->
          new ReadingNote.TextFile(
              encoding(Json.text(json, "encoding")), separator(Json.text(json, "separator")));
      case "hiddenRows" -> {
        List<Integer> rows = new ArrayList<>();
        Json.member(json, "rows").forEach(row -> rows.add(row.intValue()));
        yield new ReadingNote.HiddenRows(rows);
      }
      case "mergedCells" -> new ReadingNote.MergedCells(texts(Json.member(json, "ranges")));
      case String unknown -> throw new IllegalArgumentException("note " + unknown);
    };
  }

  private static Encoding encoding(String shown) {
    return Arrays.stream(Encoding.values())
        .filter(encoding -> encoding.shown().equals(shown))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("encoding " + shown));
  }

  private static Separator separator(String word) {
    return Arrays.stream(Separator.values())
        .filter(separator -> separator.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("separator " + word));
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }
}
