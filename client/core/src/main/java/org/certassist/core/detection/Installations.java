package org.certassist.core.detection;

import java.util.Optional;

/// The port to the installation that is in progress, kept from one start of the program to the
/// next.
public interface Installations {
  /// Where nothing is installed, as in practice.
  Installations NONE =
      new Installations() {
        @Override
        public Optional<Installation> inProgress() {
          return Optional.empty();
        }

        @Override
        public void keep(Installation installation) {}

        @Override
        public void forget() {}
      };

  /// Empty where there is none, or what was kept is damaged.
  Optional<Installation> inProgress();

  /// Where it cannot be written, it is kept until the program ends.
  void keep(Installation installation);

  /// Nothing is in progress any more.
  void forget();
}
