package org.certassist.desktop.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;

/// Knows which kept draft became which declaration since the program began, and when it is wanted
/// no more.
final class FiledDrafts {
  private final Map<DeclarationId, UUID> draftOf = new HashMap<>();

  void became(DeclarationId declaration, UUID draft) {
    draftOf.put(declaration, draft);
  }

  /// She works on it further: it is not what was filed any more.
  void changed(UUID draft) {
    draftOf.values().removeIf(draft::equals);
  }

  /// The draft that can go, once its declaration is filed.
  Optional<UUID> filed(DeclarationId declaration, Stage stage) {
    return isFiled(stage) ? Optional.ofNullable(draftOf.remove(declaration)) : Optional.empty();
  }

  /// A refused or withdrawn one is corrected and filed again, and the others may still become one.
  private static boolean isFiled(Stage stage) {
    return switch (stage) {
      case ACCEPTED, HANDED_IN, DONE, DONE_WITH_REFUSALS -> true;
      case CHECKED, SIGNED, SENDING, UNCONFIRMED, EXPORTED, REFUSED, WITHDRAWN -> false;
    };
  }
}
