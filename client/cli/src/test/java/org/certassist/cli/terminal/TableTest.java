package org.certassist.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void chineseCharactersTakeTwoColumns() {
    assertThat(new Table().row("单位", "A").row("unit x", "B").lines())
        .containsExactly("单位    A", "unit x  B");
  }
}
