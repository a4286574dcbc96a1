package org.certassist.core.driver;

import java.nio.file.Path;
import java.util.List;

/// The port to drivers' files: what they say of themselves without being loaded.
public interface DriverFiles {
  /// Takes every file as it is, for tests and measurements with drivers of their own.
  DriverFiles UNEXAMINED =
      new DriverFiles() {
        @Override
        public FileFinding examine(Path module) {
          return new FileFinding.Sound(module);
        }

        @Override
        public List<String> missing(Path module) {
          return List.of();
        }

        @Override
        public FileFinding loaded(Path real, Path named) {
          return new FileFinding.Sound(real);
        }

        @Override
        public void accepted(Path module) {}
      };

  /// Whether a file that exists may be loaded. It is read, never loaded or run; time and memory are
  /// bounded whatever is in it.
  FileFinding examine(Path module);

  /// The libraries without which a file does not load and that are not on this PC, also those that
  /// such a library needs in turn; for a file that was not loaded.
  List<String> missing(Path module);

  /// The file was loaded: whether it is still sound, as nobody exchanged it between the look and
  /// the loading. From now on another file in its place is one to be noticed.
  ///
  /// @param real the file behind all symbolic links, which was loaded
  /// @param named the path that led to it
  FileFinding loaded(Path real, Path named);

  /// The user wants the file as it is now; another one in its place is one to be noticed.
  void accepted(Path module);
}
