package org.certassist.core.repair;

/// What the program can do about a cause.
public sealed interface Action {
  /// Puts it right, after a click.
  record Repairs(PcRepair repair) implements Action {}

  /// Opens the place of the system where the user puts it right.
  record Opens(SystemPage page) implements Action {}

  /// Leads to the place of this program where it is put right step by step.
  record LeadsTo(Lead lead) implements Action {}
}
