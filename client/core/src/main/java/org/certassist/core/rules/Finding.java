package org.certassist.core.rules;

import java.util.List;
import org.certassist.core.declaration.CellPlace;

/// Something a rule found in a cell, as id and data; the sentence is in the texts under
/// `rule.<rule>`.
///
/// @param rule the rule's id; never changes
/// @param field the json name of the column, or `unit.creditCode`, `unit.name`, `unit.type`, or
///   empty for a whole row
/// @param value the cell's text as typed; personal data, masked wherever it was not asked for
/// @param details values for the places in the sentence; never personal
public record Finding(
    String rule,
    Severity severity,
    CellPlace place,
    String field,
    String value,
    List<String> details) {
  public Finding {
    details = List.copyOf(details);
  }

  @Override
  public String toString() {
    return "Finding[" + rule + ", " + severity + ", " + place + "]";
  }
}
