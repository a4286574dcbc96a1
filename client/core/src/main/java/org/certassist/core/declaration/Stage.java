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
  /// Taken out of the outbox by the clerk before anything of it left this PC.
  WITHDRAWN,
  /// The answer was lost: the portal must be asked for the id before anything is sent again.
  UNCONFIRMED,
  /// Saved for the portal's page or printed for the counter; from here on the clerk carries it.
  EXPORTED,
  /// The clerk says that it was uploaded on the portal's page or taken to the counter.
  HANDED_IN,
  DONE,
  DONE_WITH_REFUSALS;

  private static final Map<Stage, Set<Stage>> NEXT = new EnumMap<>(Stage.class);

  static {
    NEXT.put(CHECKED, EnumSet.of(SIGNED, WITHDRAWN));
    NEXT.put(SIGNED, EnumSet.of(SENDING, WITHDRAWN));
    NEXT.put(SENDING, EnumSet.of(ACCEPTED, REFUSED, UNCONFIRMED));
    NEXT.put(UNCONFIRMED, EnumSet.of(ACCEPTED, REFUSED, SENDING, UNCONFIRMED));
    NEXT.put(ACCEPTED, EnumSet.of(DONE, DONE_WITH_REFUSALS));
    NEXT.put(EXPORTED, EnumSet.of(EXPORTED, HANDED_IN, WITHDRAWN));
    NEXT.put(HANDED_IN, EnumSet.of(HANDED_IN, DONE, DONE_WITH_REFUSALS));
    NEXT.put(REFUSED, EnumSet.noneOf(Stage.class));
    NEXT.put(WITHDRAWN, EnumSet.noneOf(Stage.class));
    NEXT.put(DONE, EnumSet.noneOf(Stage.class));
    NEXT.put(DONE_WITH_REFUSALS, EnumSet.noneOf(Stage.class));
  }

  public boolean mayBeFollowedBy(Stage next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /// Whether a history may begin here.
  public boolean mayBegin() {
    return this == CHECKED || this == SIGNED || this == EXPORTED;
  }

  /// Whether the portal has it, or may have it.
  public boolean mayBeAtPortal() {
    return this != CHECKED && this != SIGNED && this != REFUSED && this != WITHDRAWN;
  }

  /// Whether it may still be taken back: SENDING is written before the first byte leaves, and of
  /// what was exported the clerk knows whether she handed it in.
  public boolean mayBeWithdrawn() {
    return mayBeFollowedBy(WITHDRAWN);
  }

  /// Whether it is still to be filed, or not known to be filed.
  public boolean waits() {
    return mayBeWithdrawn() || this == SENDING || this == UNCONFIRMED;
  }

  /// Whether the program itself has something left to send or to ask for; never so for what the
  /// clerk carries, which would else be filed twice.
  public boolean isLeftToSend() {
    return !isFinal() && !isCarried();
  }

  private boolean isCarried() {
    return this == EXPORTED || this == HANDED_IN;
  }

  /// Whether nothing more will happen to it.
  public boolean isFinal() {
    return NEXT.getOrDefault(this, Set.of()).isEmpty();
  }
}
