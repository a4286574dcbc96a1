package org.certassist.practice.portal;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// A declaration as the portal has read it.
record Declaration(String id, String kind, YearMonth settlementMonth, Party party, List<Row> rows) {
  Declaration {
    rows = List.copyOf(rows);
  }

  /// The unit that the document names.
  ///
  /// @param type 普通, 人力资源服务 or 劳务派遣
  record Party(String creditCode, String name, String type) {
    boolean lendsPeople() {
      return !type.equals("普通");
    }

    boolean dispatches() {
      return type.equals("劳务派遣");
    }
  }

  /// One person's row.
  record Row(int number, Map<String, String> values) {
    Row {
      values = Map.copyOf(values);
    }

    String value(String member) {
      return values.getOrDefault(member, "");
    }

    boolean has(String member) {
      return values.containsKey(member);
    }

    @Override
    public String toString() {
      return "Row[" + number + "]";
    }
  }

  @Override
  public String toString() {
    return "Declaration[" + kind + ", " + rows.size() + " rows]";
  }
}
