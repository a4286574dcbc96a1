package org.certassist.core.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of one kind: those of the file as a whole and those of each row.
record KindRules(List<FileRule> file, List<RowRule> rows) {
  private static final Map<String, KindRules> BY_KIND =
      Map.of(
          "enrolment",
          rows(
              AddressRules::household,
              ContractRules::start,
              ContractRules::end,
              ContractRules::insuredFrom,
              BaseRules::positive,
              ContractRules::insurances,
              from("2010-01-01", TemporaryAccountRules::check),
              DispatchRules::check),
          "termination",
          rows(TerminationRules::stopDate, TerminationRules::contractEnd),
          "person-registration",
          rows(AddressRules::household, PersonRules::sex, PersonRules::birthDate),
          "reversal",
          rows(ReversalRules::originalDate),
          "pre-registration",
          new KindRules(
              List.of(PreRegistrationRules::window), List.of(PreRegistrationRules::workStart)),
          "dispatch-transfer",
          new KindRules(List.of(TransferRules::unitType), List.of(TransferRules::units)),
          "base-adjustment",
          rows(
              BaseRules::positive,
              BaseRules::raised,
              BaseRules::from,
              AttachmentRules::names,
              AttachmentRules::twice),
          "retirement",
          new KindRules(
              List.of(RetirementRules::window),
              List.of(
                  RetirementRules::workedSince,
                  RetirementRules::age,
                  from("2025-01-01", RetirementRules::legalAge),
                  AttachmentRules::names,
                  AttachmentRules::twice)));

  KindRules {
    file = List.copyOf(file);
    rows = List.copyOf(rows);
  }

  static Optional<KindRules> of(String kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  private static KindRules rows(RowRule... rules) {
    return new KindRules(List.of(), List.of(rules));
  }

  /// A rule that holds from a day on: a declaration of an earlier day is judged without it.
  private static RowRule from(String date, RowRule rule) {
    LocalDate first = LocalDate.parse(date);
    return (row, situation, report) -> {
      if (!situation.today().isBefore(first)) {
        rule.check(row, situation, report);
      }
    };
  }
}
