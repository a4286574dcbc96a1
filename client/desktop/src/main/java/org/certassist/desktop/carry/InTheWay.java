package org.certassist.desktop.carry;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.fault.Fault;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// Looks up the declaration that a refusal names, so that it can be shown and cleared away.
public record InTheWay(Archive archive, Background background) {
  private static final Set<String> NAMING =
      Set.of(
          "usage.personsWait",
          "usage.personsExported",
          "usage.personsUnconfirmed",
          "usage.alreadyInOutbox",
          "usage.alreadyExported",
          "usage.alreadyHandedIn",
          "usage.alreadyFiled");

  /// Tells which one it is, on the window's thread; nothing where none is named or found.
  public void of(Fault fault, Consumer<Optional<History>> then) {
    Optional<DeclarationId> id =
        NAMING.contains(fault.id())
            ? fault.details().stream().findFirst().flatMap(DeclarationId::parse)
            : Optional.empty();
    if (id.isEmpty()) {
      then.accept(Optional.empty());
      return;
    }
    background.<Optional<History>>run(
        "in the way",
        () -> archive.find(id.get()),
        end ->
            then.accept(
                end instanceof End.Finished<Optional<History>>(var found)
                    ? found
                    : Optional.empty()));
  }
}
