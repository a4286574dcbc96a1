package org.certassist.core.declaration;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How far a declaration has come; [#mayBeFollowedBy] is the whole life cycle.
public enum Stage {
  CHECKED,
  SIGNED,
  /// Written and synced before the request leaves; found again after a crash it means "ask first".
  SENDING,
  ACCEPTED,
  REFUSED,
  /// The answer was lost: the portal must be asked for the id before anything is sent again.
  UNCONFIRMED,
  DONE,
  DONE_WITH_REFUSALS;

  private static final Map<Stage, Set<Stage>> NEXT = new EnumMap<>(Stage.class);

  static {
    NEXT.put(CHECKED, EnumSet.of(SIGNED));
    NEXT.put(SIGNED, EnumSet.of(SENDING));
    NEXT.put(SENDING, EnumSet.of(ACCEPTED, REFUSED, UNCONFIRMED));
    NEXT.put(UNCONFIRMED, EnumSet.of(ACCEPTED, REFUSED, SENDING));
    NEXT.put(ACCEPTED, EnumSet.of(DONE, DONE_WITH_REFUSALS));
    NEXT.put(REFUSED, EnumSet.noneOf(Stage.class));
    NEXT.put(DONE, EnumSet.noneOf(Stage.class));
    NEXT.put(DONE_WITH_REFUSALS, EnumSet.noneOf(Stage.class));
  }

  public boolean mayBeFollowedBy(Stage next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /// Whether a history may begin here.
  public boolean mayBegin() {
    return this == CHECKED || this == SIGNED;
  }

  /// Whether the portal has it, or may have it.
  public boolean mayBeAtPortal() {
    return this != CHECKED && this != SIGNED && this != REFUSED;
  }

  /// Whether nothing more will happen to it.
  public boolean isFinal() {
    return NEXT.getOrDefault(this, Set.of()).isEmpty();
  }
}
