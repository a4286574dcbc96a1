package org.certassist.core.key;

import java.util.List;

/// What a user can have done to a key's PIN; [PinCare] does it.
public enum PinTask {
  /// A new PIN in place of the present one.
  CHANGE("change"),
  /// Is this PIN right? It costs a try where it is not.
  VERIFY("verify"),
  /// A new PIN by the administrator's PIN.
  UNBLOCK("unblock");

  private final String word;

  PinTask(String word) {
    this.word = word;
  }

  /// The name on the command line, and the id of its words.
  public String word() {
    return word;
  }

  /// What makes sense as the PIN is now: one that is locked or was never set is not asked for.
  public static List<PinTask> offeredFor(PinState state) {
    return switch (state) {
      case LOCKED, NOT_SET -> List.of(UNBLOCK);
      case OK, WRONG_TRIED, LAST_TRY, MUST_CHANGE, UNKNOWN -> List.of(CHANGE, VERIFY);
    };
  }
}
