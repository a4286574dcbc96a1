package org.certassist.core.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// In practice the program's own files and what else lies around are looked at all the same.
class WithoutDevicesTest {
  private static final Surroundings WHOLE =
      new Surroundings() {
        @Override
        public Optional<DeviceFacts> devices() {
          return Optional.of(new DeviceFacts(List.of(), true));
        }

        @Override
        public Optional<List<StoredCertificate>> store() {
          return Optional.of(List.of());
        }

        @Override
        public Optional<BrowserFacts> browsers() {
          return Optional.of(new BrowserFacts(List.of(), BrowserFacts.Old.THERE));
        }

        @Override
        public Optional<List<String>> assistants() {
          return Optional.of(List.of("助手"));
        }

        @Override
        public Optional<List<String>> missingFiles() {
          return Optional.of(List.of("cli.jar"));
        }
      };

  @Test
  void allButTheDevicesIsTold() {
    Surroundings practice = new WithoutDevices(WHOLE);

    assertThat(practice.devices()).isEmpty();
    assertThat(practice.store()).isEqualTo(WHOLE.store());
    assertThat(practice.browsers()).isEqualTo(WHOLE.browsers());
    assertThat(practice.assistants()).isEqualTo(WHOLE.assistants());
    assertThat(practice.missingFiles()).isEqualTo(WHOLE.missingFiles());
  }
}
