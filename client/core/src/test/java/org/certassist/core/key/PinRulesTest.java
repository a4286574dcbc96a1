package org.certassist.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {
  private static Pin pin(String text) {
    return Pin.ofUtf8(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "13579,    TOO_SHORT",
    "口令口令口, TOO_SHORT",
    "'',       TOO_SHORT",
    "777777,   ALL_SAME",
    "aaaaaaaa, ALL_SAME",
    "234567,   SEQUENCE",
    "987654,   SEQUENCE",
    "abcdef,   SEQUENCE",
    "123456,   KNOWN_INITIAL",
    "12345678, KNOWN_INITIAL",
    "111111,   KNOWN_INITIAL"
  })
  void aWeakOneIsNamedByWhatIsWrongWithIt(String typed, PinWeakness weakness) {
    assertThat(PinRules.weakness(pin(typed), Optional.empty())).contains(weakness);
  }

  @ParameterizedTest
  @ValueSource(strings = {"135790", "135791", "口令口令口令", "a1b2c3", "890123", "112233"})
  void anyOtherIsGoodEnough(String typed) {
    assertThat(PinRules.weakness(pin(typed), Optional.of(pin("864208")))).isEmpty();
  }

  @Test
  void theOldOneIsNoNewOne() {
    assertThat(PinRules.weakness(pin("135790"), Optional.of(pin("135790"))))
        .contains(PinWeakness.SAME_AS_OLD);
  }

  /// A token counts bytes; 0 where it does not say.
  @ParameterizedTest
  @CsvSource({
    "135790,     8, 16, false",
    "13579024,   8, 16, true",
    "135790,     0,  0, true",
    "口令口令口令, 0, 16, false",
    "135790246,  4,  8, false"
  })
  void aNewPinHasALengthThatTheTokenTakes(String typed, int shortest, int longest, boolean fits) {
    TokenPin token = new TokenPin(PinState.OK, PinState.OK, false, shortest, longest);
    assertThat(PinRules.unfit(pin(typed), Optional.empty(), token))
        .isEqualTo(
            fits ? Optional.empty() : Optional.of(new KeyFault.NewPinUnusable(shortest, longest)));
  }

  @Test
  void weaknessIsToldBeforeTheTokensLength() {
    assertThat(
            PinRules.unfit(
                pin("123"), Optional.empty(), new TokenPin(PinState.OK, PinState.OK, false, 8, 16)))
        .contains(new KeyFault.NewPinWeak(PinWeakness.TOO_SHORT));
  }

  @ParameterizedTest
  @CsvSource({
    "123456,   KNOWN_INITIAL",
    "12345678, KNOWN_INITIAL",
    "111111,   KNOWN_INITIAL",
    "777777,   GOOD",
    "'',       GOOD"
  })
  void onlyWhatEverybodyKnowsIsSaidOfARightPin(String right, PinVerdict verdict) {
    assertThat(PinRules.verdict(pin(right))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void aLockedPinIsOfferedNothingThatTriesIt(PinState state) {
    assertThat(PinTask.offeredFor(state))
        .isEqualTo(
            state == PinState.LOCKED || state == PinState.NOT_SET
                ? List.of(PinTask.UNBLOCK)
                : List.of(PinTask.CHANGE, PinTask.VERIFY));
  }
}
