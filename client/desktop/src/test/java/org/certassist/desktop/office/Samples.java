package org.certassist.desktop.office;

import java.net.URI;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.profile.Act;
import org.certassist.core.profile.CertificateNeeds;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.InitialPin;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.rules.CreditCodes;
import org.certassist.core.rules.IdNumbers;
import org.certassist.core.signature.Sm2Form;

/// Invented people, a unit, a kind and profiles.
public final class Samples {
  private static final FilingCalendar.Rule WINDOWS = new FilingCalendar.Rule(11, 6);

  public static final String UNIT = "苏州练习电子有限公司";
  public static final String CREDIT_CODE = creditCode("91320509MA1ABCDE8");
  public static final String OTHER_CODE = creditCode("91320509MA1XYZEF3");
  private static final List<String> FAMILY =
      List.of("李", "王", "张", "陈", "刘", "杨", "赵", "黄", "周", "吴", "徐", "孙");
  private static final List<String> GIVEN =
      List.of("小芳", "伟", "建国", "秀英", "敏", "志强", "晓燕", "欣怡", "子涵", "立新", "海燕");
  private static final List<String> LETTERS =
      List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O");

  private Samples() {}

  private static String creditCode(String seventeen) {
    return seventeen + CreditCodes.checkCharacter(seventeen);
  }

  public static Kind enrolment() {
    return new Kind(
        "enrolment",
        1,
        "用人单位用工参保登记",
        "Enrolment of employees",
        Kind.Direction.IN,
        List.of(
            column("证件类型", "idType", ColumnType.CODE, "居民身份证", "护照"),
            column("证件号码", "idNumber", ColumnType.ID),
            column("姓名", "name", ColumnType.TEXT),
            column("联系电话", "phone", ColumnType.PHONE),
            column("户籍地址", "householdAddress", ColumnType.ADDRESS),
            column("人员类别", "personCategory", ColumnType.CODE, "企业职工"),
            column("岗位（工种）", "position", ColumnType.TEXT),
            column("用工形式", "employmentForm", ColumnType.CODE, "全日制", "非全日制"),
            column("合同期限类型", "contractTerm", ColumnType.CODE, "固定期限", "无固定期限"),
            column("合同开始日期", "contractStart", ColumnType.DATE),
            column("合同终止日期", "contractEnd", ColumnType.DATE),
            column("月缴费基数", "contributionBase", ColumnType.MONEY),
            column("参保险种", "insurances", ColumnType.CODE, "三险", "仅工伤")));
  }

  private static Column column(String header, String field, ColumnType type, String... choices) {
    return new Column(header, field, type, Requirement.REQUIRED, List.of(choices), "");
  }

  public static Profile practice() {
    return profile(
        "practice",
        "练习门户",
        "Practice portal",
        List.of(Way.REST, Way.PAGE_UPLOAD, Way.COUNTER),
        FilingCalendar.alwaysOpen(WINDOWS),
        true);
  }

  /// The practice portal as a region is that has every kind.
  public static Profile everyKind() {
    return profile(
        "practice",
        "练习门户",
        "Practice portal",
        List.of(Way.REST),
        FilingCalendar.alwaysOpen(WINDOWS),
        true,
        List.of(
            enrolment(),
            titled("termination", "用人单位职工停保", "Termination of employees"),
            titled("pre-registration", "用人单位用工预登记", "Pre-registration of employees"),
            titled("base-adjustment", "缴费基数申报调整", "Adjustment of contribution bases"),
            titled("person-registration", "城镇职工参保人员基本信息登记", "Registration of persons"),
            titled("retirement", "企业职工退休申请", "Retirement application"),
            titled("dispatch-transfer", "劳务派遣人员变更用工单位", "Transfer of dispatched employees"),
            titled("reversal", "参保登记撤销", "Reversal of an enrolment")));
  }

  private static Kind titled(String id, String title, String english) {
    Kind like = enrolment();
    return new Kind(id, 1, title, english, like.direction(), like.columns());
  }

  public static Profile jiangsu() {
    return profile(
        "jiangsu",
        "江苏（苏州吴江）",
        "Jiangsu (Wujiang, Suzhou)",
        List.of(Way.PAGE_UPLOAD, Way.COUNTER),
        FilingCalendar.inWindows(
            WINDOWS, List.of(announced(2021, 9, 8, 11, 3), announced(2021, 10, 9, 6, 20))),
        true);
  }

  /// An announced window that closes at 17:00.
  private static FilingCalendar.Window announced(int year, int month, int opens, int from, int to) {
    return new FilingCalendar.Window(
        YearMonth.of(year, month),
        LocalDateTime.of(year, opens, from, 0, 0),
        LocalDateTime.of(year, 9, to, 17, 0));
  }

  public static Profile unsigned() {
    return profile(
        "somewhere",
        "某地",
        "Somewhere",
        List.of(Way.COUNTER),
        FilingCalendar.inWindows(WINDOWS, List.of()),
        false);
  }

  /// A region of which nobody knows the windows, nor what a filing covers.
  public static Profile hohhot() {
    return profile(
        "hohhot",
        "呼和浩特人社网办大厅",
        "Hohhot online hall",
        List.of(Way.PAGE_UPLOAD, Way.COUNTER),
        FilingCalendar.notKnown(),
        true);
  }

  private static Profile profile(
      String id,
      String name,
      String english,
      List<Way> ways,
      FilingCalendar calendar,
      boolean builtIn) {
    return profile(id, name, english, ways, calendar, builtIn, List.of(enrolment()));
  }

  private static Profile profile(
      String id,
      String name,
      String english,
      List<Way> ways,
      FilingCalendar calendar,
      boolean builtIn,
      List<Kind> kinds) {
    return new Profile(
        id,
        name,
        english,
        Optional.empty(),
        id.equals("jiangsu")
            ? Optional.of(URI.create("https://rs.jshrss.jiangsu.gov.cn/"))
            : Optional.empty(),
        ways,
        kinds,
        id.equals("jiangsu") ? acts() : List.of(),
        5000,
        calendar,
        id.equals("hohhot") ? List.of() : List.of("养老保险", "工伤保险", "失业保险"),
        List.of("医疗保险", "生育保险"),
        List.of(PaperKeys.certificate("root")),
        List.of(),
        RevocationPolicy.USUAL,
        CertificateNeeds.NONE,
        Optional.of("portal"),
        Sm2Form.CMS,
        id.equals("jiangsu")
            ? List.of(
                new InitialPin("苏州", "Suzhou", new InitialPin.Making.HandlersIdTail(6)),
                new InitialPin("南京", "Nanjing", new InitialPin.Making.Fixed("123456")))
            : List.of(),
        id.equals("jiangsu") ? contacts() : List.of(),
        new Profile.Source("test", "2026-11", builtIn));
  }

  private static List<Act> acts() {
    Act.Part.Errand medical =
        new Act.Part.Errand(
            "医疗、生育保险到吴江医保网上申报平台另报",
            "File medical and maternity insurance on Wujiang's own medical-insurance page");
    Kind early =
        new Kind(
            "pre-registration",
            1,
            "用人单位用工参保预登记",
            "Pre-registration of employees",
            Kind.Direction.NEITHER,
            List.of());
    return List.of(
        new Act(
            "hire",
            "新员工参保",
            "Take somebody on",
            List.of(new Act.Part.Filing(enrolment(), "用人单位用工参保登记", Act.When.IN_WINDOW), medical)),
        new Act(
            "hire-on-closed-days",
            "结算日（7—10日）新进员工",
            "Take somebody on while filing is closed (days 7-10)",
            List.of(
                new Act.Part.Filing(early, "用人单位用工参保预登记", Act.When.BETWEEN_WINDOWS),
                new Act.Part.Filing(enrolment(), "用人单位用工参保登记", Act.When.IN_WINDOW),
                medical)));
  }

  private static List<Contact> contacts() {
    Profile.Source source = new Profile.Source("002, part 1", "2021-10", true);
    return List.of(
        new Contact(
            Contact.Role.PORTAL,
            "江苏人社网办大厅",
            Optional.empty(),
            Optional.empty(),
            Optional.of("https://rs.jshrss.jiangsu.gov.cn/"),
            List.of(),
            source),
        new Contact(
            Contact.Role.BUREAU,
            "人社咨询电话",
            Optional.empty(),
            Optional.of("12333"),
            Optional.empty(),
            List.of(),
            source),
        new Contact(
            Contact.Role.CA,
            "证书在线升级页",
            Optional.empty(),
            Optional.empty(),
            Optional.of("https://online.bjca.org.cn/#/update/UpgradeLogin"),
            List.of(),
            source),
        new Contact(
            Contact.Role.CA,
            "松陵网点",
            Optional.of("东太湖大道1299号东太湖大厦一层大厅1号柜台"),
            Optional.of("63950010"),
            Optional.empty(),
            List.of(
                new Contact.Span(LocalTime.of(9, 0), LocalTime.of(11, 30)),
                new Contact.Span(LocalTime.of(13, 0), LocalTime.of(17, 0))),
            source));
  }

  /// A filled sheet without a flaw.
  public static Draft good(int people) {
    Map<String, CellValue> unit = new HashMap<>();
    unit.put("creditCode", new CellValue.Text(CREDIT_CODE));
    unit.put("name", new CellValue.Text(UNIT));
    unit.put("type", new CellValue.Text("普通"));
    Kind kind = enrolment();
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("unit.creditCode", "B");
    columns.put("unit.name", "D");
    columns.put("unit.type", "F");
    for (int i = 0; i < kind.columns().size(); i++) {
      columns.put(kind.columns().get(i).field(), LETTERS.get(i));
    }
    List<DraftRow> rows = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      rows.add(new DraftRow(4 + i, person(i)));
    }
    return new Draft(kind, "申报", unit, 2, columns, rows);
  }

  private static Map<String, CellValue> person(int i) {
    Map<String, CellValue> cells = new HashMap<>();
    String seventeen =
        "320509%d%02d%02d%03d".formatted(1975 + i % 25, 1 + i % 12, 1 + i % 28, 100 + i);
    put(cells, "idType", "居民身份证");
    put(cells, "idNumber", seventeen + IdNumbers.checkCharacter(seventeen));
    put(cells, "name", FAMILY.get(i % FAMILY.size()) + GIVEN.get(i % GIVEN.size()));
    put(cells, "phone", "138%08d".formatted(12345 + i * 317));
    put(cells, "householdAddress", "江苏省苏州市吴江区松陵街道" + (1 + i) + "号");
    put(cells, "personCategory", "企业职工");
    put(cells, "position", i % 2 == 0 ? "装配工" : "仓库管理员");
    put(cells, "employmentForm", "全日制");
    put(cells, "contractTerm", "固定期限");
    put(cells, "contractStart", "2026-11-16");
    put(cells, "contractEnd", "2029-11-15");
    put(cells, "contributionBase", "5000.00");
    put(cells, "insurances", "三险");
    return cells;
  }

  private static void put(Map<String, CellValue> cells, String field, String text) {
    cells.put(field, new CellValue.Text(text));
  }

  /// The same sheet with one cell changed.
  public static Draft with(Draft draft, int row, String field, CellValue value) {
    List<DraftRow> rows =
        draft.rows().stream()
            .map(before -> {
              Map<String, CellValue> cells = new HashMap<>(before.cells());
              if (before.row() == row) {
                cells.put(field, value);
              }
              return new DraftRow(before.row(), cells);
            })
            .toList();
    return new Draft(
        draft.kind(), draft.sheet(), draft.unit(), draft.unitRow(), draft.columns(), rows);
  }

  /// A sheet with the mistakes that clerks make.
  public static Draft faulty(int people) {
    Draft draft = good(people);
    String number = ((CellValue.Text) draft.rows().get(1).cell("idNumber")).text();
    draft = with(draft, 5, "idNumber", new CellValue.Text(wrongLast(number)));
    draft =
        with(
            draft,
            7,
            "idNumber",
            new CellValue.Numeric(new java.math.BigDecimal("3.20509E17"), "3.20509E+17"));
    draft = with(draft, 9, "phone", new CellValue.Text("1380013800"));
    draft = with(draft, 11, "householdAddress", new CellValue.Text("上海市浦东新区"));
    draft = with(draft, 12, "contractEnd", new CellValue.Text("2025-11-15"));
    draft = with(draft, 14, "contributionBase", new CellValue.Blank());
    return with(draft, 15, "insurances", new CellValue.Text("五险"));
  }

  private static String wrongLast(String number) {
    return number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
  }

  /// One of the good rows, alone.
  public static Draft only(int person) {
    Draft all = good(person + 1);
    return new Draft(
        all.kind(),
        all.sheet(),
        all.unit(),
        all.unitRow(),
        all.columns(),
        List.of(all.rows().get(person)));
  }
}
