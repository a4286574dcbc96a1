package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `pin` commands as real processes on a real token.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PinCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NEW_PIN = "a864208";

  private Path home;
  private String present;

  @BeforeAll
  void aPracticeKey(@TempDir Path folder) throws Exception {
    home = folder;
    assertThat(pin("", "status").code()).isZero();
    present = Files.readString(home.resolve("practice").resolve("pin.txt")).strip();
  }

  private Ended pin(String stdin, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("pin"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--json",
            "--home",
            home.toString(),
            "--module",
            RealProcess.SOFTHSM.toString(),
            "--lang",
            "en"));
    return RealProcess.certassist(stdin, all.toArray(String[]::new));
  }

  private static JsonNode json(Ended ended) {
    return JSON.readTree(ended.out());
  }

  @Test
  void aPinIsChangedAndChangedBack() throws Exception {
    Ended changed = pin(present + "\n" + NEW_PIN + "\n", "change", "--pin-stdin");
    assertThat(changed.code()).as(changed.err()).isZero();
    assertThat(pin(NEW_PIN + "\n", "verify", "--pin-stdin").code()).isZero();

    Ended old = pin(present + "\n", "verify", "--pin-stdin");
    assertThat(old.code()).isEqualTo(3);
    assertThat(json(old).at("/error/id").asString()).isEqualTo("pin.wrong");
    assertThat(json(pin("", "status")).at("/keys/0/pin/state").asString()).isEqualTo("wrongTried");

    assertThat(pin(NEW_PIN + "\n" + present + "\n", "change", "--pin-stdin").code()).isZero();
    for (Ended ended : List.of(changed, old)) {
      assertThat(ended.out() + ended.err()).doesNotContain(NEW_PIN, present);
    }
  }

  @Test
  void aWeakNewPinIsRefusedUntried() throws Exception {
    Ended refused = pin("000000\n123456\n", "change", "--pin-stdin");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(json(refused).at("/error/id").asString()).isEqualTo("pin.newWeak");
    assertThat(json(refused).at("/error/message").asString()).contains("handed out");
  }

  @Test
  void withoutAnyPinNothingIsTried() throws Exception {
    Ended refused = pin("", "verify", "--pin-stdin");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(json(refused).at("/error/id").asString()).isEqualTo("pin.none");
  }

  @Test
  void aKeyThatIsNotThereIsNamed() throws Exception {
    Ended refused = pin("135790\n", "verify", "--pin-stdin", "--key", "4711");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(json(refused).at("/error/id").asString()).isEqualTo("key.absent");
  }
}
