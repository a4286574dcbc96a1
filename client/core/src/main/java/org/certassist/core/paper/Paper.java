package org.certassist.core.paper;

import java.util.List;

/// Forms ready to be printed.
///
/// @param pdf the whole file; identity numbers stand in it whole, because the counter needs them
/// @param gaps characters that no font of this PC has; a box stands in their place, to be filled in
///   by hand
public record Paper(byte[] pdf, int pages, List<Gap> gaps) {
  public Paper {
    gaps = List.copyOf(gaps);
  }

  /// A character that could not be printed.
  ///
  /// @param row as the spreadsheet counts; 0 for the unit's own data
  /// @param character its code point, `U+2C35B`
  public record Gap(int row, String character) {}

  @Override
  public String toString() {
    return "Paper[" + pages + " pages, " + gaps.size() + " gaps]";
  }
}
