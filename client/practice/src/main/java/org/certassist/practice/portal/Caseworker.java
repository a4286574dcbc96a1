package org.certassist.practice.portal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.practice.people.IdNumber;
import org.certassist.practice.people.Population;
import org.certassist.practice.people.PracticePerson;
import org.certassist.practice.people.PracticePerson.Trait;

/// Looks at a row as the portal's bureau would, and answers with one of the portal's messages
/// (docs/sources.md, 002 part 2 §10), or with nothing: the row has succeeded.
final class Caseworker {
  static final String NO_DATA = "未获取到人员基本信息";
  static final String POLICE_DOWN = "调用公安部人员基准信息查询接口出错";
  static final String FLEXIBLE = "该人员为灵活就业参保人员";
  static final String SEVERAL = "根据身份证号码找到多条人员信息，无法办理此业务";
  static final String NO_HOUSEHOLD_TYPE = "户籍性质不能为空";
  static final String BENEFIT = "自参保开始日期下一月起，存在失业金发放信息";
  static final String NO_STANDING = "没有符合该人员的参保身份";
  static final String COLLECTED = "人员信息已采集，人员编号为";
  static final String DISPATCH_ONLY = "只有人力资源服务单位才能输入人力资源服务信息";
  static final String LEGAL_REPRESENTATIVE = "该人员为公司法人，不允许停保";
  static final String ARREARS = "该人员在其他统办区存在欠费，";
  static final String ADDRESS = "户籍地址格式无法解析";
  static final String TEMPORARY = "该人员账户类型为临时缴费账户，不允许办理";

  /// Our own: the guides do not show the portal's words.
  static final String NOTHING_TO_REVERSE = "本结算期内没有可以回退的业务";

  private static final String RESIDENT = "居民身份证";
  private static final Pattern ADDRESS_FORM =
      Pattern.compile(
          "(北京|上海|天津|重庆)市.{1,15}(区|县).*"
              + "|.{2,10}(省|自治区).{1,15}(市|自治州|地区|盟).{1,15}(区|县|市|旗).*"
              + "|(香港|澳门)特别行政区.*");
  private static final Set<String> BESIDE_ANOTHER_JOB = Set.of("非全日制工伤人员", "多重劳动关系工伤人员");

  private static final FilingCalendar CALENDAR =
      FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6));

  private final Population population;
  private final Ledger ledger;

  /// What the portal remembers of persons between declarations.
  interface Ledger {
    Standing standing(String person, String unit) throws SQLException;

    Optional<String> registeredNumber(String person) throws SQLException;

    void insure(String person, String unit) throws SQLException;

    void stop(String person, String unit) throws SQLException;

    /// As if the person had never been insured with the unit.
    void forget(String person, String unit) throws SQLException;

    /// Remembers a person and gives a number.
    void register(String person) throws SQLException;
  }

  /// A person's insurance as this portal has seen it.
  enum Standing {
    NEVER_SEEN,
    INSURED_HERE,
    STOPPED_HERE,
    INSURED_WITH_ANOTHER_UNIT
  }

  Caseworker(Population population, Ledger ledger) {
    this.population = population;
    this.ledger = ledger;
  }

  /// Decides a row and remembers what it changes.
  ///
  /// @return the message of a refused row
  Optional<String> decide(Declaration declaration, Declaration.Row row, LocalDate today)
      throws SQLException {
    String number = row.value("idNumber").toUpperCase(Locale.ROOT);
    String person = row.value("idType") + "|" + number;
    Optional<PracticePerson> known =
        row.value("idType").equals(RESIDENT) ? population.find(number) : Optional.empty();
    Case file = new Case(declaration, row, person, known, declaration.party().creditCode());
    Optional<String> identity = identity(file, number, today);
    if (identity.isPresent()) {
      return identity;
    }
    return switch (declaration.kind()) {
      case "enrolment" -> enrol(file);
      case "termination" -> terminate(file);
      case "reversal" -> reverse(file);
      case "pre-registration" -> preRegister(file);
      case "dispatch-transfer" ->
          file.declaration().party().dispatches() ? change(file) : Optional.of(DISPATCH_ONLY);
      case "base-adjustment" -> change(file);
      case "retirement" -> retire(file);
      default -> register(file);
    };
  }

  private record Case(
      Declaration declaration,
      Declaration.Row row,
      String person,
      Optional<PracticePerson> known,
      String unit) {
    boolean is(Trait trait) {
      return known.filter(person -> person.trait() == trait).isPresent();
    }

    String detail() {
      return known.map(PracticePerson::detail).orElse("");
    }
  }

  /// Who is it? Numbers that are none, and names that are another's, find nobody.
  private static Optional<String> identity(Case file, String number, LocalDate today) {
    boolean wrongNumber =
        file.row().value("idType").equals(RESIDENT) && !IdNumber.isValid(number, today);
    boolean wrongName =
        file.known().filter(p -> !p.name().equals(file.row().value("name"))).isPresent();
    if (wrongNumber || wrongName || file.is(Trait.UNKNOWN)) {
      return Optional.of(NO_DATA);
    }
    if (file.is(Trait.POLICE_DOWN)) {
      return Optional.of(POLICE_DOWN);
    }
    return file.is(Trait.SEVERAL_RECORDS) ? Optional.of(SEVERAL) : Optional.empty();
  }

  private Optional<String> enrol(Case file) throws SQLException {
    Optional<String> message = enrolmentMessage(file);
    if (message.isEmpty()) {
      ledger.insure(file.person(), file.unit());
    }
    return message;
  }

  private Optional<String> enrolmentMessage(Case file) throws SQLException {
    Declaration.Row row = file.row();
    boolean dispatch =
        row.has("dispatchType") || row.has("userUnitNumber") || row.has("userUnitName");
    if (dispatch && !file.declaration().party().lendsPeople()) {
      return Optional.of(DISPATCH_ONLY);
    }
    if (cannotParse(row)) {
      return Optional.of(ADDRESS);
    }
    if (isUncollected(file)) {
      return Optional.of(NO_DATA);
    }
    Optional<String> known = file.known().flatMap(Caseworker::enrolmentMessage);
    if (known.isPresent()) {
      return known;
    }
    boolean besideAnother = BESIDE_ANOTHER_JOB.contains(row.value("personCategory"));
    return switch (ledger.standing(file.person(), file.unit())) {
      case INSURED_HERE -> Optional.of(NO_STANDING);
      case INSURED_WITH_ANOTHER_UNIT -> besideAnother ? Optional.empty() : Optional.of(NO_STANDING);
      case NEVER_SEEN, STOPPED_HERE -> Optional.empty();
    };
  }

  private static Optional<String> enrolmentMessage(PracticePerson person) {
    return switch (person.trait()) {
      case FLEXIBLE -> Optional.of(FLEXIBLE);
      case HOUSEHOLD_TYPE_MISSING -> Optional.of(NO_HOUSEHOLD_TYPE);
      case BENEFIT_PAID -> Optional.of(BENEFIT);
      case INSURED_ELSEWHERE -> Optional.of(NO_STANDING);
      case COLLECTED -> Optional.of(COLLECTED + person.detail());
      case ARREARS_ELSEWHERE -> Optional.of(ARREARS + person.detail());
      case TEMPORARY_ACCOUNT -> Optional.of(TEMPORARY);
      case UNKNOWN, COLLECTABLE, POLICE_DOWN, SEVERAL_RECORDS, LEGAL_REPRESENTATIVE ->
          Optional.empty();
    };
  }

  /// A person whom this portal has never seen counts as insured with the unit before practice
  /// began.
  private Optional<String> terminate(Case file) throws SQLException {
    if (isUncollected(file)) {
      return Optional.of(NO_DATA);
    }
    if (file.is(Trait.LEGAL_REPRESENTATIVE)) {
      return Optional.of(LEGAL_REPRESENTATIVE);
    }
    if (file.is(Trait.ARREARS_ELSEWHERE)) {
      return Optional.of(ARREARS + file.detail());
    }
    if (file.is(Trait.TEMPORARY_ACCOUNT) && file.row().value("reason").equals("退休")) {
      return Optional.of(TEMPORARY);
    }
    Optional<String> message = change(file);
    if (message.isEmpty()) {
      ledger.stop(file.person(), file.unit());
    }
    return message;
  }

  /// Takes back what this portal has seen last of the person here, in the same settlement period.
  private Optional<String> reverse(Case file) throws SQLException {
    Standing undone =
        file.row().value("reversedKind").equals("用工参保")
            ? Standing.INSURED_HERE
            : Standing.STOPPED_HERE;
    LocalDate original = LocalDate.parse(file.row().value("originalDate"));
    boolean inPeriod = CALENDAR.period(file.declaration().settlementMonth()).touches(original);
    if (!inPeriod || ledger.standing(file.person(), file.unit()) != undone) {
      return Optional.of(NOTHING_TO_REVERSE);
    }
    if (undone == Standing.INSURED_HERE) {
      ledger.forget(file.person(), file.unit());
    } else {
      ledger.insure(file.person(), file.unit());
    }
    return Optional.empty();
  }

  /// Insures nobody: the enrolment must follow.
  private Optional<String> preRegister(Case file) throws SQLException {
    if (isUncollected(file)) {
      return Optional.of(NO_DATA);
    }
    return ledger.standing(file.person(), file.unit()) == Standing.INSURED_HERE
        ? Optional.of(NO_STANDING)
        : Optional.empty();
  }

  /// A change for somebody who is insured with the unit, or was before practice began.
  private Optional<String> change(Case file) throws SQLException {
    if (isUncollected(file)) {
      return Optional.of(NO_DATA);
    }
    if (file.is(Trait.INSURED_ELSEWHERE) || file.is(Trait.FLEXIBLE)) {
      return Optional.of(file.is(Trait.FLEXIBLE) ? FLEXIBLE : NO_STANDING);
    }
    return switch (ledger.standing(file.person(), file.unit())) {
      case STOPPED_HERE, INSURED_WITH_ANOTHER_UNIT -> Optional.of(NO_STANDING);
      case NEVER_SEEN, INSURED_HERE -> Optional.empty();
    };
  }

  /// Afterwards nothing is charged any more.
  private Optional<String> retire(Case file) throws SQLException {
    if (file.is(Trait.TEMPORARY_ACCOUNT)) {
      return Optional.of(TEMPORARY);
    }
    if (file.is(Trait.ARREARS_ELSEWHERE)) {
      return Optional.of(ARREARS + file.detail());
    }
    Optional<String> message = change(file);
    if (message.isEmpty()) {
      ledger.stop(file.person(), file.unit());
    }
    return message;
  }

  private Optional<String> register(Case file) throws SQLException {
    if (cannotParse(file.row())) {
      return Optional.of(ADDRESS);
    }
    Optional<String> number = ledger.registeredNumber(file.person());
    if (number.isPresent() || (file.known().isPresent() && !file.is(Trait.COLLECTABLE))) {
      String known = file.detail().isEmpty() ? "3205990000" : file.detail();
      return Optional.of(COLLECTED + number.orElse(known));
    }
    ledger.register(file.person());
    return Optional.empty();
  }

  private boolean isUncollected(Case file) throws SQLException {
    return file.is(Trait.COLLECTABLE) && ledger.registeredNumber(file.person()).isEmpty();
  }

  private static boolean cannotParse(Declaration.Row row) {
    return row.value("idType").equals(RESIDENT)
        && !ADDRESS_FORM.matcher(row.value("householdAddress")).matches();
  }
}
