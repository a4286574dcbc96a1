package org.certassist.core.rules;

import java.time.LocalDate;

/// Whoever is first insured in a province from outside it near retirement gets a temporary account,
/// with which he can neither retire there nor transfer in (国办发〔2009〕66号, in force from 2010-01-01;
/// docs/sources.md, 002 part 2 §10). Whether it is the first time, only the portal knows.
final class TemporaryAccountRules {
  private static final int MANS_AGE = 50;
  private static final int WOMANS_AGE = 40;

  private TemporaryAccountRules() {}

  static void check(CheckedRow row, Situation situation, Report report) {
    if (!row.is("idType", IdNumberRule.RESIDENT_CARD) || !row.is("insurances", "三险")) {
      return;
    }
    PersonRules.number(row)
        .filter(number -> situation.province().filter(home -> !number.startsWith(home)).isPresent())
        .ifPresent(number -> {
          int age = IdNumbers.isMans(number) ? MANS_AGE : WOMANS_AGE;
          LocalDate begins = row.date("contractStart").orElse(situation.today());
          IdNumbers.birthDate(number, situation.today())
              .filter(born -> !born.plusYears(age).isAfter(begins))
              .ifPresent(_ ->
                  report.found(
                      Rule.PENSION_TEMPORARY_ACCOUNT,
                      row.row(),
                      "idNumber",
                      number,
                      Integer.toString(age)));
        });
  }
}
