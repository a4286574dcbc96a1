package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.HolderRule;
import org.certassist.core.certificate.HolderRuleBook;
import org.certassist.core.certificate.KnownCa;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderRulesFileTest {
  private static HolderRuleBook read(String cas, String rules) throws DataFileException {
    String json =
        """
        {"version": 1, "source": {"document": "test", "date": "2026"}, "cas": [%s], "rules": [%s]}
        """
            .formatted(cas, rules);
    return new HolderRulesFile()
        .read(new JsonFile("test.json", json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatPeopleCallACaIsKnown() {
    assertThat(new HolderRulesFile().builtIn().cas())
        .extracting(KnownCa::name)
        .contains("苏州CA", "BJCA", "江苏CA", "NETCA", "GDCA", "LNCA", "内蒙CA", "FJCA", "ZJCA", "深圳CA");
  }

  @Test
  void everyFieldHasARuleThatHoldsForEveryCa() {
    assertThat(new HolderRulesFile().builtIn().general())
        .extracting(HolderRule::field)
        .contains(HolderField.values());
  }

  @Test
  void aRuleIsReadWithItsPlaceAndReading() throws Exception {
    HolderRuleBook book =
        read(
            """
            {"name": "甲CA", "issuer": ["甲"], "rules": [
              {"field": "handler", "place": "issuer O", "reading": "person"}]}
            """,
            """
            {"field": "creditCode", "place": "1.2.3", "reading": "statedCreditCode"},
            {"field": "organization", "place": "subject O", "reading": "whole", "lastResort": true},
            {"field": "creditCode", "place": "subject", "reading": "creditCode"},
            {"field": "creditCode", "place": "extensions", "reading": "creditCode"}
            """);

    assertThat(book)
        .isEqualTo(
            new HolderRuleBook(
                List.of(
                    new KnownCa(
                        "甲CA",
                        List.of("甲"),
                        List.of(
                            new HolderRule(
                                HolderField.HANDLER,
                                new HolderRule.Place.Issuer("O"),
                                HolderRule.Reading.PERSON,
                                false)))),
                List.of(
                    new HolderRule(
                        HolderField.CREDIT_CODE,
                        new HolderRule.Place.Identifier("1.2.3"),
                        HolderRule.Reading.STATED_CREDIT_CODE,
                        false),
                    new HolderRule(
                        HolderField.ORGANIZATION,
                        new HolderRule.Place.Subject("O"),
                        HolderRule.Reading.WHOLE,
                        true),
                    new HolderRule(
                        HolderField.CREDIT_CODE,
                        new HolderRule.Place.WholeSubject(),
                        HolderRule.Reading.CREDIT_CODE,
                        false),
                    new HolderRule(
                        HolderField.CREDIT_CODE,
                        new HolderRule.Place.PrivateExtensions(),
                        HolderRule.Reading.CREDIT_CODE,
                        false))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"field\": \"unit\", \"place\": \"subject O\", \"reading\": \"whole\"}",
        "{\"field\": \"ca\", \"place\": \"somewhere\", \"reading\": \"whole\"}",
        "{\"field\": \"ca\", \"place\": \"1.2.03\", \"reading\": \"whole\"}",
        "{\"field\": \"ca\", \"place\": \"3.2.1\", \"reading\": \"whole\"}",
        "{\"field\": \"ca\", \"place\": \"subject O\", \"reading\": \"some\"}",
        "{\"field\": \"ca\", \"place\": \"subject O\", \"reading\": \"whole\", \"more\": 1}"
      })
  void aRuleThatIsNotUnderstoodIsRefused(String rule) {
    assertThatThrownBy(() -> read("", rule)).isInstanceOf(DataFileException.class);
  }

  @Test
  void aCaWithoutANameToKnowItByOrNamedTwiceIsRefused() {
    String ca = "{\"name\": \"甲CA\", \"issuer\": [\"甲\"], \"rules\": []}";

    assertThatThrownBy(() -> read(ca + "," + ca, "")).isInstanceOf(DataFileException.class);
    assertThatThrownBy(() -> read("{\"name\": \"甲CA\", \"issuer\": [], \"rules\": []}", ""))
        .isInstanceOf(DataFileException.class);
  }
}
