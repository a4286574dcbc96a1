package org.certassist.core.knowledge;

/// An entry that was found, and by what.
public record Answer(KnowledgeEntry entry, Fit fit) {
  /// By what an entry was found, the surest first.
  public enum Fit {
    /// One of its codes stands in the text.
    CODE,
    /// One of its messages stands in the text.
    MESSAGE,
    /// One of its messages stands in the text but for a few characters.
    NEARLY,
    /// The words searched for are among its own.
    WORDS
  }
}
