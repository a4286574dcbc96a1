package org.certassist.core.results;

/// What a line of the portal's list says of its person.
public sealed interface RowResult {
  record Passed() implements RowResult {}

  /// @param message the portal's own words
  record Wrong(String message) implements RowResult {
    /// Without the message, which may name a person.
    @Override
    public String toString() {
      return "Wrong";
    }
  }

  /// Neither yes nor no yet, or a word that is not known here.
  ///
  /// @param word the portal's own
  record Undecided(String word) implements RowResult {}
}
