package org.certassist.core.workbook;

import java.util.List;
import org.certassist.core.declaration.CellPlace;

/// Something about a portal's template that a clerk must know before she relies on its layout.
///
/// Ids never change; the sentence is in the texts under `layout.<id>`.
public sealed interface LayoutProblem {
  String id();

  List<String> details();

  /// Whether the layout cannot be used like that.
  boolean stops();

  /// A column that the kind must have is not there.
  ///
  /// @param row the row of the headers, such as 申报!3
  record MissingColumn(String row, String header) implements LayoutProblem {
    @Override
    public String id() {
      return "missingColumn";
    }

    @Override
    public List<String> details() {
      return List.of(row, header);
    }

    @Override
    public boolean stops() {
      return true;
    }
  }

  /// A header that means none of our columns; the column is left as it is.
  record UnknownHeader(CellPlace place, String header) implements LayoutProblem {
    @Override
    public String id() {
      return "unknownHeader";
    }

    @Override
    public List<String> details() {
      return List.of(place.toString(), header);
    }

    @Override
    public boolean stops() {
      return false;
    }
  }

  /// A second header for a column that was found already; the column is left as it is.
  record HeaderTwice(CellPlace place, String header, CellPlace first) implements LayoutProblem {
    @Override
    public String id() {
      return "headerTwice";
    }

    @Override
    public List<String> details() {
      return List.of(place.toString(), header, first.toString());
    }

    @Override
    public boolean stops() {
      return false;
    }
  }

  /// Words of ours that the portal's list does not have, or has twice.
  record WordsNotInList(CellPlace place, String header, List<String> words)
      implements LayoutProblem {
    public WordsNotInList {
      words = List.copyOf(words);
    }

    @Override
    public String id() {
      return "wordsNotInList";
    }

    @Override
    public List<String> details() {
      return List.of(place.toString(), header, String.join(", ", words));
    }

    @Override
    public boolean stops() {
      return false;
    }
  }

  /// Rows below the headers that belong to the template: a remark, an example.
  record RowsOfItsOwn(int first, int last, int firstRow) implements LayoutProblem {
    @Override
    public String id() {
      return "rowsOfItsOwn";
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(first), Integer.toString(last), Integer.toString(firstRow));
    }

    @Override
    public boolean stops() {
      return false;
    }
  }

  /// Too many rows below the headers for an empty template.
  record FilledAlready(int rows) implements LayoutProblem {
    @Override
    public String id() {
      return "filledAlready";
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(rows));
    }

    @Override
    public boolean stops() {
      return true;
    }
  }

  /// The template has no cells for the unit, and nobody said which it is.
  record NoUnit() implements LayoutProblem {
    @Override
    public String id() {
      return "noUnit";
    }

    @Override
    public List<String> details() {
      return List.of();
    }

    @Override
    public boolean stops() {
      return true;
    }
  }
}
