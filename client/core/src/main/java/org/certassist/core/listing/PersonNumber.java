package org.certassist.core.listing;

import java.util.Locale;
import java.util.stream.IntStream;

/// An ID number as a portal's list shows it: whole, masked such as 320***********0021, or missing.
///
/// @param text without what only the list put there: blanks, the apostrophe of a spreadsheet
public record PersonNumber(String text) {
  private static final int SHORTEST = 7;

  public PersonNumber {
    text = text.replaceAll("[\\s\\p{Z}\\p{Cf}'’`]", "").toUpperCase(Locale.ROOT);
  }

  /// Whether it names one person; what a spreadsheet made a 3.20E+17 of does not.
  public boolean isWhole() {
    return text.length() >= SHORTEST && text.chars().allMatch(PersonNumber::isOfNumber);
  }

  /// Whether nothing that is shown of it speaks against a number.
  public boolean mayBe(String number) {
    if (text.isEmpty()) {
      return true;
    }
    return text.length() == number.length()
        && IntStream.range(0, text.length())
            .allMatch(i ->
                text.charAt(i) == '*' || text.charAt(i) == Character.toUpperCase(number.charAt(i)));
  }

  private static boolean isOfNumber(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '(' || c == ')' || c == '-';
  }

  /// Without the number.
  @Override
  public String toString() {
    return "PersonNumber";
  }
}
