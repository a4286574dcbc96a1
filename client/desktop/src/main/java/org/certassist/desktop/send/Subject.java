package org.certassist.desktop.send;

import java.util.List;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Unit;
import org.certassist.core.filing.PreparedDeclaration;

/// What one PIN is asked for.
public sealed interface Subject {
  /// The units that it is filed for, each once.
  default List<Unit> units() {
    return switch (this) {
      case One(PreparedDeclaration prepared) -> List.of(prepared.declaration().content().unit());
      case Waiting(List<History> histories) ->
          histories.stream().map(history -> history.content().unit()).distinct().toList();
    };
  }

  /// A declaration just made.
  record One(PreparedDeclaration prepared) implements Subject {}

  /// Everything that waits in the outbox.
  record Waiting(List<History> histories) implements Subject {
    public Waiting {
      histories = List.copyOf(histories);
    }
  }
}
