package org.certassist.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationIdTest {
  @Test
  void anIdReadsAsItIsWritten() {
    DeclarationId id = DeclarationId.random();

    assertThat(DeclarationId.parse(id.toString())).contains(id);
    assertThat(DeclarationId.parse(id.toString().toUpperCase(java.util.Locale.ROOT))).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c1",
        "3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c111",
        "3f0c9c0e58a74c568a0b4f5d0d5f6c11",
        "../../etc/passwd"
      })
  void whatIsNoIdIsNone(String text) {
    assertThat(DeclarationId.parse(text)).isEmpty();
  }
}
