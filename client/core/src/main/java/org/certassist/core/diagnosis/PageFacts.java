package org.certassist.core.diagnosis;

import java.util.List;
import java.util.Optional;

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

  /// What one address answered.
  ///
  /// @param program the file name of the program that holds the port, where it was asked for and
  ///   the system tells it
  public record View(int port, Seen seen, Optional<String> program) {
    View(int port, Seen seen) {
      this(port, seen, Optional.empty());
    }

    public View heldBy(Optional<String> holder) {
      return new View(port, seen, holder);
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
  Optional<List<Entry>> entries() {
    return views.stream()
        .map(View::seen)
        .filter(Seen.Assistant.class::isInstance)
        .map(Seen.Assistant.class::cast)
        .map(Seen.Assistant::entries)
        .findFirst();
  }

  /// Who holds a port and is no assistant.
  ///
  /// What an assistant's own second port says is not held against it: how well it encrypts is
  /// judged by browsers, and not as this program does.
  Optional<View> stranger() {
    return views.stream()
        .filter(view -> view.seen() instanceof Seen.Stranger)
        .filter(view -> !isAnAssistants(view))
        .findFirst();
  }

  Optional<View> silent() {
    return views.stream().filter(view -> view.seen() instanceof Seen.Silent).findFirst();
  }

  private boolean isAnAssistants(View view) {
    return views.stream()
        .filter(other -> other.seen() instanceof Seen.Assistant)
        .anyMatch(other -> view.program().equals(other.program()));
  }
}
