package org.certassist.core.surroundings;

import java.util.List;
import java.util.Optional;

/// What lies around the program on a PC whose real keys are not looked at, as in practice.
///
/// @param whole all of it
public record WithoutDevices(Surroundings whole) implements Surroundings {
  @Override
  public Optional<List<StoredCertificate>> store() {
    return whole.store();
  }

  @Override
  public Optional<BrowserFacts> browsers() {
    return whole.browsers();
  }

  @Override
  public Optional<List<String>> assistants() {
    return whole.assistants();
  }

  @Override
  public Optional<List<String>> missingFiles() {
    return whole.missingFiles();
  }
}
