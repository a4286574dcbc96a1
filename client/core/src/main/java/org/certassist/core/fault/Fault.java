package org.certassist.core.fault;

import java.util.List;

/// One thing that went wrong, with an id that never changes and the data a text about it needs.
///
/// The words are found by [#id()] in the texts; [#details()] fill their places and never hold a
/// PIN, a token or an identity number.
public interface Fault {
  /// A dotted name such as `pin.wrong`; stable, also in `--json` output.
  String id();

  /// Whose trouble it is; decides the exit code.
  FaultArea area();

  /// Values for the places in the text, in order; safe to log.
  default List<String> details() {
    return List.of();
  }
}
