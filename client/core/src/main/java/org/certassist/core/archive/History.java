package org.certassist.core.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;

/// Everything that happened to one declaration, oldest first; never empty.
public record History(DeclarationId id, List<Entry> entries) {
  public History {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a history has at least one entry");
    }
  }

  /// A step and when it was written.
  public record Entry(Instant at, Step step) {}

  /// The number of steps; the next one is appended with this version.
  public int version() {
    return entries.size();
  }

  public Stage stage() {
    return entries.getLast().step().stage();
  }

  /// What was signed or exported; before that, what was checked. They may differ in the settlement
  /// month.
  public Content content() {
    return last(Step.Signed.class)
        .map(Step.Signed::content)
        .or(() -> last(Step.Exported.class).map(Step.Exported::content))
        .or(() -> last(Step.Checked.class).map(Step.Checked::content))
        .orElseThrow(() -> new IllegalStateException("a history without content: " + stage()));
  }

  /// The newest step of a type.
  public <T extends Step> Optional<T> last(Class<T> type) {
    return entries.reversed().stream()
        .map(Entry::step)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
