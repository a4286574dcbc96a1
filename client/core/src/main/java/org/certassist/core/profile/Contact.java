package org.certassist.core.profile;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// Whom to ask or where to go: a counter, a hall, a line.
///
/// @param name in Chinese
/// @param address where to go
/// @param phone as dialled
/// @param web a page; some of the guides' are plain http
/// @param hours when it is open on a working day; empty where no source says it
/// @param source where these facts come from, and their date: to be confirmed before they are
///   relied on
public record Contact(
    Role role,
    String name,
    Optional<String> address,
    Optional<String> phone,
    Optional<String> web,
    List<Span> hours,
    Profile.Source source) {
  public Contact {
    hours = List.copyOf(hours);
  }

  /// Who acts there.
  public enum Role {
    PORTAL("portal"),
    CA("ca"),
    BUREAU("bureau");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /// The name in profile files and in JSON.
    public String word() {
      return word;
    }
  }

  /// A span of a day.
  ///
  /// @param to the first moment after it
  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a span must end after it begins");
      }
    }
  }
}
