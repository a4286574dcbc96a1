package org.certassist.core.rules;

import java.util.List;

/// Every rule there is, by the id that findings, texts and `docs/rules.md` know it by.
///
/// An id never changes. Rules of a cell come first, then those of the unit, of a row, of the file.
public enum Rule {
  CELL_REQUIRED("cell.required", Severity.ERROR),
  CELL_FORMULA("cell.formula", Severity.ERROR),
  CELL_BROKEN("cell.broken", Severity.ERROR),
  CELL_FLAG("cell.flag", Severity.ERROR),
  CELL_HIDDEN_CHARACTER("cell.hiddenCharacter", Severity.ERROR),
  CELL_TOO_LONG("cell.tooLong", Severity.ERROR, "most characters"),
  CELL_ID_AS_NUMBER("cell.idAsNumber", Severity.ERROR),
  CELL_DIGITS_LOST("cell.digitsLost", Severity.ERROR),
  CELL_IS_A_DATE("cell.isADate", Severity.ERROR),
  CELL_NOT_A_DATE("cell.notADate", Severity.ERROR),
  CELL_NOT_A_MONTH("cell.notAMonth", Severity.ERROR),
  CELL_NOT_MONEY("cell.notMoney", Severity.ERROR),
  CELL_NOT_IN_LIST("cell.notInList", Severity.ERROR, "choices"),

  UNIT_CREDIT_CODE_MISSING("unit.creditCodeMissing", Severity.ERROR),
  UNIT_CREDIT_CODE("unit.creditCode", Severity.ERROR),
  UNIT_ORGANISATION_CODE("unit.organisationCode", Severity.WARNING),
  UNIT_NAME_MISSING("unit.nameMissing", Severity.ERROR),
  UNIT_TYPE("unit.type", Severity.ERROR, "choices"),

  ID_FORM("id.form", Severity.ERROR, "document"),
  ID_CHECK_CHARACTER("id.checkCharacter", Severity.ERROR),
  ID_OTHER_DOCUMENT("id.otherDocument", Severity.ERROR, "document"),
  ID_BIRTH_DATE("id.birthDate", Severity.ERROR),
  ID_REGION("id.region", Severity.WARNING),
  PERSON_SEX("person.sex", Severity.ERROR),
  PERSON_BIRTH_DATE("person.birthDate", Severity.ERROR),
  NAME_FORM("name.form", Severity.WARNING),
  PHONE_FORM("phone.form", Severity.ERROR),
  ADDRESS_FORM("address.form", Severity.WARNING),
  ADDRESS_UNREADABLE("address.unreadable", Severity.ERROR),
  CONTRACT_START_AFTER_SETTLEMENT_MONTH(
      "contract.startAfterSettlementMonth", Severity.ERROR, "settlement month"),
  CONTRACT_END_MISSING("contract.endMissing", Severity.ERROR, "term"),
  CONTRACT_END_PAST("contract.endPast", Severity.ERROR, "today"),
  CONTRACT_END_BEFORE_START("contract.endBeforeStart", Severity.ERROR, "start"),
  INSURED_FROM_NOT_CONTRACT_MONTH(
      "insuredFrom.notContractMonth", Severity.WARNING, "contract month"),
  INSURED_FROM_TOO_FAR_BACK("insuredFrom.tooFarBack", Severity.ERROR, "earliest month"),
  BASE_NOT_POSITIVE("base.notPositive", Severity.ERROR),
  INSURANCES_ONLY_WORK_INJURY("insurances.onlyWorkInjury", Severity.ERROR, "person category"),
  PENSION_TEMPORARY_ACCOUNT("pension.temporaryAccount", Severity.WARNING, "age"),
  DISPATCH_NOT_ALLOWED("dispatch.notAllowed", Severity.ERROR),
  DISPATCH_INCOMPLETE("dispatch.incomplete", Severity.ERROR),
  STOP_AFTER_TODAY("stop.afterToday", Severity.ERROR, "today"),
  STOP_BEFORE_CONTRACT_END("stop.beforeContractEnd", Severity.WARNING, "contract end"),
  REVERSAL_TO_COME("reversal.toCome", Severity.ERROR, "today"),
  REVERSAL_EARLIER_PERIOD("reversal.earlierPeriod", Severity.ERROR, "first day"),
  PRE_REGISTRATION_WINDOW_OPEN("preRegistration.windowOpen", Severity.ERROR, "last day"),
  PRE_REGISTRATION_WORK_START("preRegistration.workStart", Severity.ERROR, "first day", "last day"),
  TRANSFER_UNIT_TYPE("transfer.unitType", Severity.ERROR, "unit type"),
  TRANSFER_SAME_UNIT("transfer.sameUnit", Severity.ERROR),
  BASE_NOT_RAISED("base.notRaised", Severity.ERROR),
  BASE_AFTER_SETTLEMENT_MONTH("base.afterSettlementMonth", Severity.ERROR, "settlement month"),
  ATTACHMENT_NAME("attachment.name", Severity.ERROR, "endings"),
  ATTACHMENT_TWICE("attachment.twice", Severity.ERROR),
  RETIREMENT_WINDOW("retirement.window", Severity.WARNING),
  RETIREMENT_WORK_TO_COME("retirement.workToCome", Severity.ERROR, "today"),
  RETIREMENT_WORK_TOO_EARLY("retirement.workTooEarly", Severity.WARNING, "age"),
  RETIREMENT_TOO_YOUNG("retirement.tooYoung", Severity.WARNING, "age"),
  RETIREMENT_BEFORE_LEGAL_AGE("retirement.beforeLegalAge", Severity.WARNING, "legal month"),

  ROW_SAME_PERSON("row.samePerson", Severity.ERROR, "first row"),
  ROW_NONE("row.none", Severity.ERROR);

  private final String id;
  private final Severity severity;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> details;

  Rule(String id, Severity severity, String... details) {
    this.id = id;
    this.severity = severity;
    this.details = List.of(details);
  }

  /// The name in findings, in `--json` output and in texts.
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /// What a finding's details are, in order; the places {0}, {1} … of its sentence.
  public List<String> details() {
    return details;
  }
}
