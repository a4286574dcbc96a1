package org.certassist.core.declaration;

import java.util.List;

/// One column of a kind's template.
///
/// @param header the words in the header row, without the mark of a required column
/// @param field the json name in the declaration document
/// @param choices the portal's words to choose from; empty unless `type` is CODE
/// @param example a value for the sample and the notes sheet; may be empty
public record Column(
    String header,
    String field,
    ColumnType type,
    Requirement requirement,
    List<String> choices,
    String example) {
  public Column {
    choices = List.copyOf(choices);
  }
}
