package org.certassist.desktop.key;

import java.util.Optional;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.KeyOverview;

/// What is known of the plugged-in keys.
public sealed interface KeyState {
  record Looking() implements KeyState {}

  /// @param chosen the key to sign with; empty where there is none or she has not chosen yet
  /// @param gone the key that was in use before and is not there now
  /// @param unit for which a file is in hand
  record Looked(
      KeyOverview overview,
      Optional<KeyOverview.Choice> chosen,
      Optional<KeyOverview.Choice> gone,
      Optional<Unit> unit)
      implements KeyState {
    public Looked(KeyOverview overview, Optional<KeyOverview.Choice> chosen) {
      this(overview, chosen, Optional.empty(), Optional.empty());
    }
  }

  record Failed(Fault fault) implements KeyState {}

  /// The key to sign with, as far as it is known.
  default Optional<KeyOverview.Choice> key() {
    return this instanceof Looked looked ? looked.chosen() : Optional.empty();
  }

  /// Whether there is any key that can sign, chosen or not.
  default boolean hasChoices() {
    return this instanceof Looked looked && !looked.overview().choices().isEmpty();
  }
}
