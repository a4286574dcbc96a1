package org.certassist.core.rules;

import java.util.List;

/// What a cell came to when it was read as its column's type.
sealed interface CellReading {
  /// @param value canonical text: trimmed, dates ISO, money with two decimals
  record Value(String value) implements CellReading {}

  record Blank() implements CellReading {}

  /// @param rule the rule it breaks
  /// @param shown the cell's text as the clerk sees it
  record Unreadable(Rule rule, String shown, List<String> details) implements CellReading {}
}
