package org.certassist.texts;

/// What a user is told when something went wrong, in three parts.
///
/// @param what what happened
/// @param meaning what it means for the declaration; empty where none is involved
/// @param next what to do now
public record FaultText(String what, String meaning, String next) {
  /// All three as one paragraph.
  public String joined(Language language) {
    String gap = language == Language.ZH ? "" : " ";
    return meaning.isEmpty() ? what + gap + next : what + gap + meaning + gap + next;
  }
}
