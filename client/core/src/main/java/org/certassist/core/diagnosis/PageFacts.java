package org.certassist.core.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a portal's page would be told of the keys here: it cannot see one itself and asks the
/// certificate assistant on the same PC.
///
/// @param views one for each address that pages ask, plain first
public record PageFacts(List<View> views) {
  /// Nobody was asked, or nobody is there to ask.
  public static final PageFacts NOBODY = new PageFacts(List.of());

  public PageFacts {
    views = List.copyOf(views);
  }

  /// Which pages ask an address.
  public enum Pages {
    /// By http.
    PLAIN,
    /// By https.
    SECURE
  }

  /// What one address answered.
  ///
  /// @param pages which of them ask there
  /// @param program the file name of the program that holds the port, where it was asked for and
  ///   the system tells it
  public record View(int port, Pages pages, Seen seen, Optional<String> program) {
    View(int port, Pages pages, Seen seen) {
      this(port, pages, seen, Optional.empty());
    }

    public View heldBy(Optional<String> holder) {
      return new View(port, pages, seen, holder);
    }
  }

  /// Who is there.
  public sealed interface Seen {
    /// Nobody listens.
    record Nobody() implements Seen {}

    /// Somebody listens and says nothing within the time, or will not talk to this page.
    record Silent() implements Seen {}

    /// Somebody answers, and not as an assistant does.
    record Stranger() implements Seen {}

    /// An assistant, with the keys that it shows.
    record Assistant(List<Entry> entries) implements Seen {
      public Assistant {
        entries = List.copyOf(entries);
      }
    }
  }

  /// A certificate as an assistant lists it.
  ///
  /// @param name of the holder, who may be a person; never to be logged
  /// @param certId as the assistant calls it; often container and serial number of the key
  public record Entry(String name, String certId) {
    /// Without the name and the numbers.
    @Override
    public String toString() {
      return "Entry";
    }
  }

  /// What the assistant lists, where one answers; the first of several counts.
  ///
  /// @param page how the portal's page is had; empty where that is not known
  Optional<List<Entry>> entries(Optional<Pages> page) {
    if (judged(page).noneMatch(this::isAnAssistants)) {
      return Optional.empty();
    }
    return Stream.concat(judged(page), views.stream())
        .map(View::seen)
        .filter(Seen.Assistant.class::isInstance)
        .map(Seen.Assistant.class::cast)
        .map(Seen.Assistant::entries)
        .findFirst();
  }

  /// Who holds a port that the page asks and is no assistant.
  ///
  /// What an assistant's own second port says is not held against it: how well it encrypts is
  /// judged by browsers, and not as this program does.
  Optional<View> stranger(Optional<Pages> page) {
    return judged(page)
        .filter(view -> view.seen() instanceof Seen.Stranger)
        .filter(view -> !isAnAssistants(view))
        .findFirst();
  }

  /// Who holds a port that the page asks and says nothing. Of a page that may ask the other port as
  /// well, one that works is enough.
  Optional<View> silent(Optional<Pages> page) {
    return judged(page).anyMatch(view -> view.seen() instanceof Seen.Assistant)
        ? Optional.empty()
        : judged(page).filter(view -> view.seen() instanceof Seen.Silent).findFirst();
  }

  private Stream<View> judged(Optional<Pages> page) {
    return views.stream().filter(view -> page.isEmpty() || page.get() == view.pages());
  }

  private boolean isAnAssistants(View view) {
    return !(view.seen() instanceof Seen.Nobody)
        && views.stream()
            .filter(other -> other.seen() instanceof Seen.Assistant)
            .anyMatch(other -> view.program().equals(other.program()));
  }
}
