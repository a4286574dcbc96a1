package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.certassist.core.diagnosis.AskedOnce;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.key.PinState;
import org.certassist.core.surroundings.Surroundings;
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

  private static QrText of(List<CheckResult> results) {
    Pc pc =
        (Pc)
            Proxy.newProxyInstance(
                Pc.class.getClassLoader(),
                new Class<?>[] {Pc.class},
                (_, _, _) -> new Surroundings() {});
    return QrText.of(new ExaminePc.Examined(new AskedOnce(pc), new Report(results), CODE));
  }

  private static CheckResult result(State state, Cause cause) {
    return new CheckResult(CheckId.DRIVER, state, Optional.of(cause), cause.id(), List.of());
  }

  @Test
  void theCauseToBeginWithStandsFirstAndEachOnce() {
    assertThat(
            of(List.of(
                    result(State.WARNING, Cause.CERTIFICATE_ENDS_SOON),
                    result(State.FAILED, Cause.DRIVER_GONE),
                    result(State.FAILED, Cause.CLOCK_OFF)))
                .causes())
        .containsExactly(
            Cause.DRIVER_GONE.number(),
            Cause.CERTIFICATE_ENDS_SOON.number(),
            Cause.CLOCK_OFF.number());
  }

  @Test
  void thereAreNeverMoreThanTwelve() {
    List<CheckResult> many =
        Arrays.stream(Cause.values()).map(cause -> result(State.FAILED, cause)).toList();

    assertThat(of(many).causes()).hasSize(12);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QrText(CODE, Collections.nCopies(13, 101)));
  }
}
