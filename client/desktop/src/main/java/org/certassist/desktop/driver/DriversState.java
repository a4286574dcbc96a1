package org.certassist.desktop.driver;

import java.util.List;
import java.util.Optional;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.driver.Product;
import org.certassist.core.fault.Fault;

/// What is known of the drivers of this PC.
public sealed interface DriversState {
  /// Nothing yet.
  record Looking() implements DriversState {}

  /// As it was seen last; it stands while it is looked for anew.
  ///
  /// @param mendable the plugged keys that an installation would help
  /// @param installing the installation in progress, or the one that has just come to its end
  /// @param edition of the catalogue that counts
  /// @param outdated why a catalogue in the home folder does not count
  record Seen(
      DriverOverview overview,
      List<PluggedKey> mendable,
      Optional<Installing> installing,
      int edition,
      Optional<Fault> outdated)
      implements DriversState {
    public Seen {
      mendable = List.copyOf(mendable);
    }

    Seen with(Optional<Installing> other) {
      return new Seen(overview, mendable, other, edition, outdated);
    }

    /// Whether nothing is plugged in that is known to be a key: a smart-card device that nobody
    /// knows may be a built-in reader.
    boolean isWithoutAKey() {
      return overview.plugged().stream()
          .allMatch(key -> key.product().isEmpty() && key.driver().isEmpty());
    }

    boolean isInstalling(PluggedKey key) {
      return installing
          .filter(one -> key.product().filter(one.product()::equals).isPresent())
          .isPresent();
    }
  }

  /// An installation and the product that it is for.
  record Installing(Product product, Installation installation) {}

  record Failed(Fault fault) implements DriversState {}
}
