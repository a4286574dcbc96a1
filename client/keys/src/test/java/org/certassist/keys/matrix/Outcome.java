package org.certassist.keys.matrix;

import java.util.List;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyFault;

/// What the program made of it.
sealed interface Outcome {
  /// The step was done as if nothing had happened.
  record Done() implements Outcome {}

  /// The driver is shown with this state and reason, and no key of it.
  record Reported(DriverState state, String reason) implements Outcome {}

  /// A key is shown that is not the one that is plugged in.
  record Disguised() implements Outcome {}

  record Failed(KeyFault fault) implements Outcome {}

  /// Its name to other programs.
  default String id() {
    return switch (this) {
      case Done() -> "done";
      case Reported(DriverState state, _) -> state.word();
      case Disguised() -> "ready";
      case Failed(KeyFault fault) -> fault.id();
    };
  }

  /// What it says besides.
  default List<String> details() {
    return switch (this) {
      case Done(), Disguised() -> List.of();
      case Reported(_, String reason) -> List.of(reason);
      case Failed(KeyFault fault) -> fault.details();
    };
  }
}
