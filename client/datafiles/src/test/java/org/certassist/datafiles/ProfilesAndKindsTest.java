package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.profile.Act;
import org.certassist.core.profile.CertificateNeeds;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.FilingCalendar.Opening;
import org.certassist.core.profile.InitialPin;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.signature.Sm2Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesAndKindsTest {
  private static final List<String> ID_TYPES =
      List.of("居民身份证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "港澳台居民居住证", "外国人永久居留身份证", "护照", "其他");
  private static final List<String> EDUCATION =
      List.of("研究生", "大学本科", "大学专科", "中等专科", "高中", "初中", "小学", "其他");

  private static final List<String> KINDS =
      List.of(
          "enrolment",
          "termination",
          "person-registration",
          "reversal",
          "pre-registration",
          "dispatch-transfer",
          "base-adjustment",
          "retirement");

  @TempDir Path home;

  @Test
  void practiceIsFiledByRestFirstAndAlwaysOpen() {
    Profile practice = profile("practice");
    assertThat(practice.ways()).containsExactly(Way.REST, Way.PAGE_UPLOAD, Way.COUNTER);
    assertThat(practice.kinds()).extracting(Kind::id).containsExactlyElementsOf(KINDS);
    assertThat(practice.calendar().opening()).isEqualTo(Opening.ALWAYS);
    assertThat(practice.receiptSigner()).contains("certassist practice portal");
    assertThat(practice.portal()).isEmpty();
    assertThat(practice.trust()).isEmpty();
    assertThat(practice.covers()).containsExactly("养老保险", "工伤保险", "失业保险");
    assertThat(practice.notCovered()).containsExactly("医疗保险", "生育保险");
    assertThat(practice.maxRows()).isEqualTo(5000);
    assertThat(practice.source().builtIn()).isTrue();
  }

  @Test
  void jiangsuIsFiledOnThePageOrAtTheCounter() {
    Profile jiangsu = profile("jiangsu");
    assertThat(jiangsu.ways()).containsExactly(Way.PAGE_UPLOAD, Way.COUNTER);
    assertThat(jiangsu.page()).contains(URI.create("https://rs.jshrss.jiangsu.gov.cn/"));
    assertThat(jiangsu.kinds()).extracting(Kind::id).containsExactlyElementsOf(KINDS);
    assertThat(jiangsu.portal()).isEmpty();
    assertThat(jiangsu.calendar().opening()).isEqualTo(Opening.IN_WINDOWS);
    assertThat(jiangsu.receiptSigner()).isEmpty();
    assertThat(jiangsu.covers()).containsExactly("养老保险", "工伤保险", "失业保险");
    assertThat(jiangsu.notCovered()).containsExactly("医疗保险", "生育保险");
    assertThat(jiangsu.source().document()).contains("002");
    assertThat(jiangsu.source().date()).isEqualTo("2021-10");
  }

  @ParameterizedTest
  @CsvSource({
    "jiangsu, hire,  用人单位用工参保登记 errand",
    "jiangsu, hire-on-closed-days, 用人单位用工参保预登记 用人单位用工参保登记 errand",
    "jiangsu, hire-unknown, 人员基础信息采集 用人单位用工参保登记 errand",
    "jiangsu, leave, 用人单位退工停保登记 errand",
    "nanjing, hire,  用工备案登记 单位职工参保",
    "nanjing, leave, 终解备案登记 单位职工停保",
    "hebei,   hire,  用人单位用工参保登记 errand",
    "hohhot,  hire,  单位职工新增申报【三项协同】 errand errand",
  })
  void anActIsFilingsAndErrandsInTheRegionsOrder(String region, String id, String parts) {
    Act act =
        profile(region).acts().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();

    assertThat(act.parts())
        .extracting(part ->
            switch (part) {
              case Act.Part.Filing filing -> filing.portalName();
              case Act.Part.Errand _ -> "errand";
            })
        .containsExactly(parts.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"nanjing, 000", "hebei, 003", "hohhot, 004"})
  void aRegionWhoseWindowsNoGuideGivesSaysSo(String region, String guide) {
    Profile profile = profile(region);

    assertThat(profile.calendar().opening()).isEqualTo(Opening.NOT_KNOWN);
    assertThat(profile.notCovered()).containsExactly("医疗保险", "生育保险");
    assertThat(profile.source().document()).isEqualTo(guide);
    assertThat(profile.contacts()).isNotEmpty();
  }

  @Test
  void everyCounterOfTheGuidesStandsInTheContactBook() {
    assertThat(profile("jiangsu").contacts())
        .hasSize(13)
        .filteredOn(contact -> !contact.hours().isEmpty())
        .hasSize(8)
        .allSatisfy(counter -> {
          assertThat(counter.role()).isEqualTo(Contact.Role.CA);
          assertThat(counter.hours()).hasSize(2);
          assertThat(counter.address()).isPresent();
          assertThat(counter.source().date()).isEqualTo("2021-10");
        });
  }

  @Test
  void initialPinsStandWhereAGuideNamesThem() {
    assertThat(profile("jiangsu").initialPins())
        .containsExactly(
            new InitialPin("苏州", "Suzhou", new InitialPin.Making.HandlersIdTail(6)),
            new InitialPin("南京", "Nanjing", new InitialPin.Making.Fixed("123456")));
    assertThat(profile("practice").initialPins()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "证件类型, idType, CODE, REQUIRED",
    "证件号码, idNumber, ID, REQUIRED",
    "姓名, name, TEXT, REQUIRED",
    "联系电话, phone, PHONE, REQUIRED",
    "户籍地址, householdAddress, ADDRESS, REQUIRED",
    "人员类别, personCategory, CODE, REQUIRED",
    "文化程度, education, CODE, OPTIONAL",
    "岗位（工种）, position, TEXT, REQUIRED",
    "用工形式, employmentForm, CODE, REQUIRED",
    "合同期限类型, contractTerm, CODE, REQUIRED",
    "合同开始日期, contractStart, DATE, REQUIRED",
    "合同终止日期, contractEnd, DATE, CONDITIONAL",
    "起始参保月份, insuredFrom, MONTH, OPTIONAL",
    "月缴费基数, contributionBase, MONEY, REQUIRED",
    "参保险种, insurances, CODE, REQUIRED",
    "用工类型, dispatchType, CODE, DISPATCH_ONLY",
    "实际用工单位编号, userUnitNumber, TEXT, DISPATCH_ONLY",
    "实际用工单位名称, userUnitName, TEXT, DISPATCH_ONLY",
    "备注, note, TEXT, OPTIONAL",
  })
  void enrolmentHasTheColumn(String header, String field, ColumnType type, Requirement need) {
    assertThat(kind("enrolment").columns())
        .extracting(Column::header, Column::field, Column::type, Column::requirement)
        .hasSize(19)
        .contains(tuple(header, field, type, need));
  }

  @ParameterizedTest
  @CsvSource({
    "证件类型, idType, CODE, REQUIRED",
    "证件号码, idNumber, ID, REQUIRED",
    "姓名, name, TEXT, REQUIRED",
    "变更原因, reason, CODE, REQUIRED",
    "停保日期, stopDate, DATE, REQUIRED",
    "合同终止日期, contractEnd, DATE, OPTIONAL",
    "联系电话, phone, PHONE, OPTIONAL",
    "备注, note, TEXT, OPTIONAL",
  })
  void terminationHasTheColumn(String header, String field, ColumnType type, Requirement need) {
    assertThat(kind("termination").columns())
        .extracting(Column::header, Column::field, Column::type, Column::requirement)
        .hasSize(8)
        .contains(tuple(header, field, type, need));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          person-registration | 人员基础信息采集 | NEITHER | idType* idNumber* name* sex birthDate ethnicity nationality householdType householdAddress* residenceAddress phone* education note
          reversal            | 人员变更回退 | NEITHER | idType* idNumber* name* reversedKind* originalDate* originalNumber reason*
          pre-registration    | 用人单位用工参保预登记 | IN | idType* idNumber* name* phone* workStart* position* note
          dispatch-transfer   | 劳务派遣用工调转 | NEITHER | idType* idNumber* name* fromUnitNumber* fromUnitName* toUnitNumber* toUnitName* transferDate* note
          base-adjustment     | 缴费基数调整（上调） | NEITHER | idType* idNumber* name* oldBase newBase* from* attachments* note
          retirement          | 企业职工基本养老保险退休申请 | OUT | idType* idNumber* name* workedSince* retirementType* retireMonth* phone* contactAddress attachments note
          """)
  void theOtherKindsHaveTheirColumnsInOrder(
      String id, String title, Kind.Direction direction, String columns) {
    Kind kind = kind(id);

    assertThat(kind.title()).isEqualTo(title);
    assertThat(kind.direction()).isEqualTo(direction);
    assertThat(
            kind.columns().stream()
                .map(column ->
                    column.field() + (column.requirement() == Requirement.REQUIRED ? "*" : "")))
        .containsExactly(columns.split(" "));
  }

  @Test
  void onlyPreRegistrationIsFiledWhileTheWindowIsClosed() {
    assertThat(profile("practice").kinds().stream().filter(Kind::isForClosedDays).map(Kind::id))
        .containsExactly("pre-registration");
  }

  @ParameterizedTest
  @CsvSource({
    "person-registration, sex, 男 女",
    "person-registration, householdType, 城镇 农村 港澳台 外籍",
    "reversal, reversedKind, 用工参保 退工停保",
    "retirement, retirementType, 正常退休 因病退休",
    "enrolment, personCategory, 企业职工 个体工商户 非全日制工伤人员 多重劳动关系工伤人员",
    "enrolment, employmentForm, 全日制 非全日制 其他",
    "enrolment, contractTerm, 固定期限 无固定期限 以完成一定工作任务为期限",
    "enrolment, insurances, 三险 仅工伤",
    "enrolment, dispatchType, 派遣 外包 代理",
    "termination, reason, 合同期满 单位解除 个人辞职 协商一致 退休 死亡 其他",
  })
  void codesAreThePortalsWords(String kind, String field, String words) {
    assertThat(kind(kind).column(field).orElseThrow().choices()).containsExactly(words.split(" "));
  }

  @Test
  void kindsKeepTheirNamesAndTheOrderOfTheirColumns() {
    Kind enrolment = kind("enrolment");
    Kind termination = kind("termination");
    assertThat(enrolment.title()).isEqualTo("用人单位用工参保登记");
    assertThat(enrolment.direction()).isEqualTo(Kind.Direction.IN);
    assertThat(enrolment.columns().getFirst().field()).isEqualTo("idType");
    assertThat(enrolment.columns().getLast().field()).isEqualTo("note");
    assertThat(termination.title()).isEqualTo("用人单位退工停保登记");
    assertThat(termination.direction()).isEqualTo(Kind.Direction.OUT);
    assertThat(profile("practice").kinds())
        .allSatisfy(
            kind -> assertThat(kind.column("idType").orElseThrow().choices()).isEqualTo(ID_TYPES));
    assertThat(enrolment.column("education").orElseThrow().choices()).isEqualTo(EDUCATION);
  }

  @Test
  void everyExampleOfACodeIsOneOfItsChoices() {
    for (Kind kind : profile("practice").kinds()) {
      for (Column column : kind.columns()) {
        if (column.type() == ColumnType.CODE && !column.example().isEmpty()) {
          assertThat(column.choices()).contains(column.example());
        }
        if (column.requirement() == Requirement.REQUIRED) {
          assertThat(column.example()).as(column.field()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aProfileInTheHomeFolderIsFoundAndIsNotBuiltIn() throws IOException {
    write("kunming.json", OWN);
    Profile own = profile("kunming");
    assertThat(own.source().builtIn()).isFalse();
    assertThat(own.kinds()).extracting(Kind::id).containsExactly("enrolment");
    assertThat(new DataFileProfiles(home).all())
        .extracting(Profile::id)
        .containsExactly("practice", "jiangsu", "nanjing", "hebei", "hohhot", "kunming");
  }

  @ParameterizedTest
  @CsvSource({
    "'', CMS",
    "'\"sm2Form\": \"cms\", ', CMS",
    "'\"sm2Form\": \"gmt-0010\", ', GMT_0010"
  })
  void aProfileSaysHowSm2SignaturesArePacked(String member, Sm2Form form) throws IOException {
    write("kunming.json", OWN.replace("\"maxRows\"", member + "\"maxRows\""));
    assertThat(profile("kunming").sm2Form()).isEqualTo(form);
  }

  @Test
  void anUnsignedProfileMayNotCarryTrustAnchors() throws IOException {
    Path file = write("kunming.json", OWN.replace("\"maxRows\"", "\"trust\": [], \"maxRows\""));
    assertThat(faults()).containsExactly(DataFault.of("data.trustAnchors", file.toString()));
  }

  @Test
  void anUnsignedProfileMayNotTakeABuiltInId() throws IOException {
    Path file = write("x.json", OWN.replace("\"kunming\"", "\"practice\""));
    assertThat(faults()).containsExactly(DataFault.of("data.idTaken", file.toString(), "practice"));
    assertThat(profile("practice").source().builtIn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "maxRows": 10      | "maxRows": 10, "colour": 1 | colour | unknown member
          "maxRows": 10      | "rows": 10                 | maxRows | missing
          "maxRows": 10      | "maxRows": 10.5            | maxRows | a whole number is expected
          "maxRows": 10      | "maxRows": 0               | maxRows | must lie between 1 and 100000
          "maxRows": 10      | "maxRows": 10, "sm2Form": "raw" | sm2Form | unknown word: raw
          "enrolment"        | "marriage"                 | kinds | unknown word: marriage
          "counter"          | "pigeon"                   | ways | unknown word: pigeon
          "closes": "2026-02-03T17:00" | "closes": "soon" | calendar.exceptions[0].closes | not understood: soon
          "closes": "2026-02-03T17:00" | "closes": "2025-01-01T00:00" | calendar.exceptions[0].closes | a window must close after it opens
          "covers": []       | "covers": [], "extra": {}  | coverage.extra | unknown member
          "opensOnDay": 11   | "opensOnDay": 5            | calendar.opensOnDay | must lie between 7 and 28
          "in-windows"       | "sometimes"                | calendar.open | unknown word: sometimes
          "when": "window"   | "when": "never"            | acts[0].parts[0].when | unknown word: never
          "kind": "enrolment"| "kind": "marriage"         | acts[0].parts[0].kind | unknown word: marriage
          "english": "pay"   | "latin": "pay"             | acts[0].parts[1].english | missing
          09:00-11:30        | 9-11                       | contacts[0].hours | not understood: 9-11
          09:00-11:30        | 11:30-09:00                | contacts[0].hours | not understood: 11:30-09:00
          "role": "ca"       | "role": "aunt"             | contacts[0].role | unknown word: aunt
          "pin": "123456"    | "pin": "1 2 3"             | initialPins[0].pin | 4 to 16 digits and letters are expected
          "pin": "123456"    | "handlersIdTail": 60       | initialPins[0].handlersIdTail | must lie between 4 and 18
          https://example.cn | http://example.cn          | page | an https address is expected
          """)
  void aFaultNamesTheFileAndThePlace(String good, String bad, String place, String reason)
      throws IOException {
    assertThat(OWN).contains(good);
    Path file = write("own.json", OWN.replace(good, bad));
    assertThat(faults())
        .containsExactly(DataFault.of("data.invalid", file.toString(), place, reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "", OWN + "{}"})
  void whatIsNotOneJsonObjectIsAFault(String text) throws IOException {
    write("own.json", text);
    assertThat(faults()).extracting(DataFault::id).containsExactly("data.invalid");
  }

  @Test
  void aMemberThatStandsTwiceIsAFault() throws IOException {
    write("own.json", OWN.replace("\"maxRows\": 10", "\"maxRows\": 10, \"maxRows\": 11"));
    assertThat(faults()).extracting(DataFault::id).containsExactly("data.invalid");
  }

  @Test
  void aHugeFileIsRefusedAndTheOthersStay() throws IOException {
    Path huge = write("huge.json", " ".repeat(JsonFile.LARGEST) + OWN);
    write("own.json", OWN);
    DataFileProfiles profiles = new DataFileProfiles(home);
    assertThat(profiles.faults()).containsExactly(DataFault.of("data.tooLarge", huge.toString()));
    assertThat(profiles.find("kunming")).isPresent();
    assertThat(profiles.fault("huge")).contains(profiles.faults().getFirst());
    assertThat(profiles.fault("ge")).isEmpty();
  }

  private Profile profile(String id) {
    return new DataFileProfiles(home).find(id).orElseThrow();
  }

  private Kind kind(String id) {
    return profile("practice").kind(id).orElseThrow();
  }

  private List<DataFault> faults() {
    return new DataFileProfiles(home).faults();
  }

  @Test
  void revocationIsCheckedAsUsualUnlessTheProfileSaysOtherwise() throws Exception {
    write("kunming.json", OWN);
    assertThat(profile("kunming").revocation()).isEqualTo(RevocationPolicy.USUAL);

    write(
        "kunming.json",
        withRevocation(
            "{\"required\": true, \"staleDays\": 0, \"privateAddresses\": true,"
                + " \"lists\": [\"http://crl.example.cn/ca.crl\"]}"));
    assertThat(profile("kunming").revocation())
        .isEqualTo(
            new RevocationPolicy(
                true, Duration.ZERO, true, List.of(URI.create("http://crl.example.cn/ca.crl"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"staleDays\": -1}",
        "{\"staleDays\": 31}",
        "{\"required\": 1}",
        "{\"stale\": 1}",
        "{\"lists\": [\"file:///etc/passwd\"]}",
        "{\"lists\": [\"http://user@crl.example.cn/ca.crl\"]}",
        "{\"lists\": [\"http://crl.example.cn/%\"]}",
      })
  void aDoubtfulWordOnRevocationIsRefused(String revocation) throws Exception {
    write("kunming.json", withRevocation(revocation));

    assertThat(new DataFileProfiles(home).faults()).hasSize(1);
  }

  @Test
  void whatIsWantedOfCertificatesStandsInTheProfile() throws Exception {
    write("kunming.json", OWN);
    assertThat(profile("kunming").certificate()).isEqualTo(CertificateNeeds.NONE);

    write(
        "kunming.json",
        OWN.replace(
            "\"maxRows\"",
            "\"certificate\": {\"sm2\": true, \"source\": {\"document\": \"a\", \"date\": \"b\"}},"
                + " \"maxRows\""));
    assertThat(profile("kunming").certificate()).isEqualTo(new CertificateNeeds(false, true));
  }

  private static String withRevocation(String revocation) {
    return OWN.replace("\"maxRows\"", "\"revocation\": " + revocation + ", \"maxRows\"");
  }

  private Path write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve("profiles"));
    return Files.writeString(folder.resolve(name), text).toAbsolutePath();
  }

  private static final String OWN =
      """
      {
        "id": "kunming", "name": "昆明", "nameEnglish": "Kunming",
        "page": "https://example.cn/",
        "ways": ["counter"], "kinds": ["enrolment"], "maxRows": 10,
        "calendar": {
          "open": "in-windows", "opensOnDay": 11, "closesAfterDay": 6,
          "exceptions": [
            {"settlementMonth": "2026-02", "opens": "2026-01-11T00:00", "closes": "2026-02-03T17:00"}
          ],
          "source": {"document": "test", "date": "2026"}
        },
        "coverage": {"covers": [], "notCovered": [], "source": {"document": "test", "date": "2026"}},
        "acts": [
          {
            "id": "hire", "name": "招人", "nameEnglish": "Hire",
            "parts": [
              {"kind": "enrolment", "portalName": "参保", "when": "window"},
              {"errand": "缴费", "english": "pay"}
            ],
            "source": {"document": "test", "date": "2026"}
          }
        ],
        "contacts": [
          {
            "role": "ca", "name": "网点", "phone": "1", "hours": ["09:00-11:30"],
            "source": {"document": "test", "date": "2026"}
          }
        ],
        "initialPins": [
          {
            "place": "南京", "placeEnglish": "Nanjing", "pin": "123456",
            "source": {"document": "test", "date": "2026"}
          }
        ],
        "source": {"document": "test", "date": "2026"}
      }
      """;
}
