package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.key.PinState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTextTest {
  private static final PhoneCode CODE =
      new PhoneCode(
          Optional.of(new ProgramVersion(0, 1)),
          PcSystem.WINDOWS,
          OptionalInt.of(508),
          new CodedDriver.None(),
          PinState.LOCKED,
          Optional.empty(),
          Optional.empty());

  @Test
  void whatIsReadIsWhatWasWritten() {
    for (List<Integer> causes : List.of(List.<Integer>of(), List.of(508), List.of(508, 999, 101))) {
      QrText text = new QrText(CODE, causes);

      assertThat(QrText.read(text.text())).contains(text);
      assertThat(QrText.read("  " + text.text() + "\n")).contains(text);
      assertThat(QrText.read(text.text().toLowerCase(Locale.ROOT))).contains(text);
      assertThat(text.text()).matches("[0-9A-Z .]+").hasSizeLessThan(QrCodes.LONGEST);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1020 4820 3070 15",
        "CERTASSIST",
        "CERTASSIST 1020 4820 3070 16",
        "CERTASSIST 1020 4820 3070 15 C5",
        "CERTASSIST 1020 4820 3070 15 rm -rf",
        "https://example.com/CERTASSIST 1020 4820 3070 15",
        "CERTASSIST 1020 4820 3070 15 C101.101.101.101.101.101.101.101.101.101.101.101.101"
      })
  void whatIsNoneIsNotRead(String scanned) {
    assertThat(QrText.read(scanned)).isEmpty();
  }
}
