package org.certassist.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// docs/faults.md lists every check and every cause.
class DiagnosisPageTest {
  @Test
  void theListIsWhole() throws Exception {
    String page = Files.readString(Path.of("../../docs/faults.md"));
    String list = page.substring(page.indexOf("# What doctor looks at"));

    assertThat(CheckId.values())
        .allSatisfy(check -> assertThat(list).contains("| `" + check.word() + "` |"));
    assertThat(Cause.values())
        .allSatisfy(cause ->
            assertThat(list).contains("| " + cause.number() + " | `" + cause.id() + "` |"));
  }
}
