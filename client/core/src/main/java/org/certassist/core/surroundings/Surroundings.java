package org.certassist.core.surroundings;

import java.util.List;
import java.util.Optional;

/// The port to what lies around the program on a PC.
///
/// Each question has an empty answer where this system cannot give one, or does not in time; that
/// is no trouble. Each asks programs of the system, of which one that hangs is given up after five
/// seconds at most; some ask up to ten of them, one after the other.
public interface Surroundings {
  /// Of a PC that says nothing.
  Surroundings UNKNOWN = new Surroundings() {};

  /// The devices at the USB sockets with which the system has trouble.
  default Optional<DeviceFacts> devices() {
    return Optional.empty();
  }

  /// The user's own certificates in the system's store.
  default Optional<List<StoredCertificate>> store() {
    return Optional.empty();
  }

  /// What the browsers of this PC may do.
  default Optional<BrowserFacts> browsers() {
    return Optional.empty();
  }

  /// The names of the CAs' and makers' own programs for keys that are installed.
  default Optional<List<String>> assistants() {
    return Optional.empty();
  }

  /// The files that the installed program should have and has not; empty also where it was not
  /// installed as a package.
  default Optional<List<String>> missingFiles() {
    return Optional.empty();
  }
}
