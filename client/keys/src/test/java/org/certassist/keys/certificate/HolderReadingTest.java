package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.certassist.core.certificate.HolderRule.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is taken out of a text in which an identity number is said to stand.
class HolderReadingTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # text,                         stated,               proven
          11010519491231002X,             11010519491231002X,   11010519491231002X
          11010519491231002x,             11010519491231002X,   11010519491231002X
          身份证号:11010519491231002X,     11010519491231002X,   11010519491231002X
          110105194912310021,             110105194912310021,
          E12345678,                      E12345678,
          91350100M000100Y43,             ,
          """)
  void aStatedNumberCountsWhateverItsFormAndACreditCodeNever(
      String text, String stated, String proven) {
    assertThat(new HolderReading(Reading.STATED_IDENTITY_NUMBER).of(text).orElse(null))
        .isEqualTo(stated);
    assertThat(new HolderReading(Reading.IDENTITY_NUMBER).of(text).orElse(null)).isEqualTo(proven);
  }
}
