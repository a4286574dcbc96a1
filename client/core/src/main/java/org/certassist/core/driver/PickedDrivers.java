package org.certassist.core.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The port to the PKCS#11 libraries that the user picked, kept from one start to the next.
public interface PickedDrivers {
  /// Where nothing was picked, and nothing can be.
  PickedDrivers NONE =
      new PickedDrivers() {
        @Override
        public List<PickedDriver> all() {
          return List.of();
        }

        @Override
        public PickedDriver remember(Path file, List<PickedDriver.Key> keys) throws IOException {
          throw new IOException("nothing is remembered here");
        }

        @Override
        public boolean forget(String id) {
          return false;
        }
      };

  /// The one picked last comes first: of two for one key it is the one meant.
  List<PickedDriver> all();

  /// Takes a library up; one that is known keeps its id and the keys of earlier tests.
  ///
  /// @param file absolute
  /// @param keys those that it showed
  /// @throws IOException where the list cannot be read or written; it is not taken up then
  PickedDriver remember(Path file, List<PickedDriver.Key> keys) throws IOException;

  /// Takes a library off the list; the file itself stays as it is.
  ///
  /// @return false where there is none with that id
  /// @throws IOException where the list cannot be read or written; the library stays on it then
  boolean forget(String id) throws IOException;
}
