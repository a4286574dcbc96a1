package org.certassist.core.workbook;

import java.util.List;
import org.certassist.core.declaration.CellPlace;

/// A change to one cell that loses nothing and guesses nothing; proposed, never made unasked.
///
/// @param field as a finding names it
/// @param before the cell's text as typed; personal data, as is `after`
public record Repair(CellPlace place, String field, String before, String after, List<Why> why) {
  /// What is mended; the words are in the texts under `repair.<word>`.
  public enum Why {
    /// Zero-width characters and direction marks that nobody sees.
    INVISIBLE("invisible"),
    /// Blanks before and behind.
    SPACES("spaces"),
    /// Full-width digits, letters and signs where half-width ones are meant.
    WIDTH("width"),
    /// A day or month that can be read in one way only, in the form of the template.
    DATE_FORM("dateForm");

    private final String word;

    Why(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Repair {
    why = List.copyOf(why);
  }

  @Override
  public String toString() {
    return "Repair[" + place + ", " + why + "]";
  }
}
