package org.certassist.core.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Unit;

/// Where everything stands in a template that a portal made, as it was learnt from the file.
///
/// @param name what the clerk calls it; unlike any other's
/// @param profile the id of the profile it was learnt under
/// @param kind the id of the kind
/// @param firstRow the first row for a person, counted from 1
/// @param heads its headers from left to right
/// @param unitCells where the unit stands, where the template has cells for it
/// @param unit the unit it is used for, where it has none
public record PortalLayout(
    String name,
    String profile,
    String kind,
    String sheet,
    int firstRow,
    List<Head> heads,
    List<UnitCell> unitCells,
    Optional<Unit> unit) {
  private static final int LONGEST_SHOWN = 60;

  public PortalLayout {
    heads = List.copyOf(heads);
    unitCells = List.copyOf(unitCells);
  }

  /// One header.
  ///
  /// @param row the row in which its text stands
  /// @param field the column of ours that it means; empty where nobody knows
  /// @param words our code words by the portal's; empty where it has no list
  public record Head(
      int row, String column, String header, Optional<String> field, Map<String, String> words) {
    public Head {
      words = Map.copyOf(words);
    }

    /// Our word for what was typed, which is left alone where it is none of the list.
    public String ours(String typed) {
      return words.getOrDefault(typed, typed);
    }

    /// The portal's word for ours.
    public String portals(String ours) {
      return words.entrySet().stream()
          .filter(each -> each.getValue().equals(ours))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(ours);
    }
  }

  /// A cell of the unit's, `creditCode`, `name` or `type`.
  public record UnitCell(String field, int row, String column) {}

  /// A header that is not what was learnt.
  ///
  /// @param expected empty where nothing stood
  /// @param found short enough to be shown
  public record Difference(CellPlace place, String expected, String found) {
    /// What was typed may be anybody's number.
    @Override
    public String toString() {
      return "Difference[" + place + "]";
    }
  }

  /// The row of the headers; the lowest, where they stand in several.
  public int headRow() {
    return heads.stream().mapToInt(Head::row).max().orElse(1);
  }

  /// The header of one of our columns.
  public Optional<Head> head(String field) {
    return heads.stream()
        .filter(each -> each.field().filter(field::equals).isPresent())
        .findFirst();
  }

  /// Whether a sheet is this template's: its name and every header, each in its place.
  public boolean fits(SheetHead found) {
    return differences(found).isEmpty() && found.sheet().equals(sheet);
  }

  /// Whether every file is read alike by both, whatever they are called.
  public boolean readsLike(PortalLayout other) {
    return new PortalLayout(
            name,
            profile,
            other.kind,
            other.sheet,
            other.firstRow,
            other.heads,
            other.unitCells,
            other.unit)
        .equals(this);
  }

  /// Whether a sheet may be this template changed: two thirds of the headers are there, wherever.
  public boolean resembles(SheetHead found) {
    Set<String> there =
        found.texts().values().stream().map(HeaderWords::comparable).collect(Collectors.toSet());
    long known =
        heads.stream()
            .filter(head -> there.contains(HeaderWords.comparable(head.header())))
            .count();
    return found.sheet().equals(sheet) && 3 * known >= 2L * heads.size();
  }

  /// The cells that are not as they were learnt, from left to right; none was expected behind the
  /// last.
  public List<Difference> differences(SheetHead found) {
    List<Difference> differences = new ArrayList<>();
    Set<CellPlace> compared = new HashSet<>();
    for (Head head : heads) {
      CellPlace place = new CellPlace(found.sheet(), head.row(), head.column());
      compared.add(place);
      String there = found.text(head.row(), head.column());
      if (!HeaderWords.comparable(there).equals(HeaderWords.comparable(head.header()))) {
        differences.add(new Difference(place, shown(head.header()), shown(there)));
      }
    }
    found.texts().entrySet().stream()
        .filter(each -> each.getKey().row() == headRow() && !compared.contains(each.getKey()))
        .filter(each -> !HeaderWords.comparable(each.getValue()).isEmpty())
        .sorted(Map.Entry.comparingByKey(PortalLayout::byColumn))
        .forEach(
            each -> differences.add(new Difference(each.getKey(), "", shown(each.getValue()))));
    return List.copyOf(differences);
  }

  private static int byColumn(CellPlace one, CellPlace other) {
    int length = Integer.compare(one.column().length(), other.column().length());
    return length != 0 ? length : one.column().compareTo(other.column());
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Zs}]+", " ").strip();
  }

  /// A stranger's text, short enough to be shown in a sentence.
  static String shown(String text) {
    String one = oneLine(text);
    return one.length() <= LONGEST_SHOWN ? one : one.substring(0, LONGEST_SHOWN) + "…";
  }
}
