package org.certassist.core.diagnosis;

import java.util.List;
import java.util.Optional;
import org.certassist.core.surroundings.BrowserFacts;
import org.certassist.core.surroundings.DeviceFacts;
import org.certassist.core.surroundings.StoredCertificate;
import org.certassist.core.surroundings.Surroundings;

/// What lies around the program on a PC on paper: nothing to complain of, until it is changed.
final class PaperSurroundings implements Surroundings {
  Optional<DeviceFacts> devices = Optional.of(new DeviceFacts(List.of(), false));
  Optional<List<StoredCertificate>> store = Optional.of(List.of());
  Optional<BrowserFacts> browsers =
      Optional.of(new BrowserFacts(List.of(), BrowserFacts.Old.THERE));
  Optional<List<String>> assistants = Optional.of(List.of("BJCA 证书应用环境"));
  Optional<List<String>> missingFiles = Optional.of(List.of());

  /// What happens before the devices are told.
  Waiting beforeDevices = () -> {};

  /// Something that may take time.
  interface Waiting {
    void run() throws InterruptedException;
  }

  @Override
  public Optional<DeviceFacts> devices() {
    try {
      beforeDevices.run();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return devices;
  }

  @Override
  public Optional<List<StoredCertificate>> store() {
    return store;
  }

  @Override
  public Optional<BrowserFacts> browsers() {
    return browsers;
  }

  @Override
  public Optional<List<String>> assistants() {
    return assistants;
  }

  @Override
  public Optional<List<String>> missingFiles() {
    return missingFiles;
  }
}
