package org.certassist.desktop.send;

import java.util.List;
import org.certassist.core.archive.History;
import org.certassist.core.filing.PreparedDeclaration;

/// What one PIN is asked for.
public sealed interface Subject {
  /// A declaration just made.
  record One(PreparedDeclaration prepared) implements Subject {}

  /// Everything that waits in the outbox.
  record Waiting(List<History> histories) implements Subject {
    public Waiting {
      histories = List.copyOf(histories);
    }
  }
}
