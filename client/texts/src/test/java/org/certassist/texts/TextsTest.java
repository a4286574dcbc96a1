package org.certassist.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.DriverSource;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbId;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.helpdesk.HelpdeskFault;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.Offer;
import org.certassist.core.installer.Offer.Origin;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.paper.PaperFault;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.Problem;
import org.certassist.core.profile.InitialPin;
import org.certassist.core.profile.Way;
import org.certassist.core.repair.RepairFault;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.SignatureFault;
import org.certassist.core.time.ClockReading;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.LayoutProblem;
import org.certassist.core.workbook.PortalLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final DeclarationId ID = DeclarationId.random();
  private static final Content CONTENT =
      new Content(
          "jiangsu",
          "enrolment",
          1,
          new Unit("91320509MA1XXXXX3K", "苏州丝绸有限公司", UnitType.ORDINARY),
          YearMonth.of(2026, 12),
          List.of(),
          "新员工.xlsx");

  @Test
  void bothLanguagesHaveTheSameIdsAndPlaces() {
    Texts chinese = Texts.strict(Language.ZH);
    Texts english = Texts.strict(Language.EN);

    assertThat(english.ids()).isEqualTo(chinese.ids());
    assertThat(chinese.ids())
        .allSatisfy(id -> {
          assertThat(english.phrase(id).places()).isEqualTo(chinese.phrase(id).places());
          assertThat(english.phrase(id).requiredPlaces())
              .isEqualTo(chinese.phrase(id).requiredPlaces());
        });
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsEmptyOrBadlyBracketed(Language language) {
    Texts texts = Texts.strict(language);

    assertThat(texts.ids())
        .allSatisfy(id -> {
          String pattern = texts.phrase(id).pattern();
          assertThat(pattern).isNotBlank().doesNotContain("''"); // which only MessageFormat undoes
          assertComplete(texts.phrase(id).fill(List.of("0", "1", "2", "3", "4")));
        });
  }

  /// Those that a window meets too; the command is for the other way of working.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive.acceptedNotKept",
        "archive.answerNotKept",
        "evidence.notWritten",
        "pin.none",
        "portal.answersDoNotFit",
        "usage.alreadyExported",
        "usage.alreadyInOutbox",
        "usage.ambiguousKey",
        "usage.earlierUnreadable",
        "usage.mayBeAtPortal",
        "usage.noLongerValid",
        "usage.notExported",
        "usage.personsExported",
        "usage.personsUnconfirmed",
        "usage.personsWait",
        "usage.resultsNotAwaited",
        "usage.wayNotHere",
        "usage.wayNotOffered",
        "usage.whichUnit"
      })
  void aCommandIsNamedAsTheCommandLinesWayOnly(String fault) {
    assertThat(Texts.strict(Language.ZH).phrase("fault." + fault + ".next").pattern())
        .containsPattern("命令行[^；。]*(certassist |--)")
        .doesNotContainPattern("^[^（；。]*(certassist |--)");
    assertThat(Texts.strict(Language.EN).phrase("fault." + fault + ".next").pattern())
        .containsIgnoringCase("command line");
  }

  /// It may be one that the clerk carried, whose only witness she is.
  @ParameterizedTest
  @EnumSource
  void whatMayHaveBeenHandedInIsNotSaidToBeTakenByThePortal(Language language) {
    Texts texts = Texts.strict(language);

    assertThat(
            List.of(
                texts.get("difference.missing.next"),
                texts.get("difference.stillCharged.next"),
                texts.fault(UsageFault.of("usage.notYetResults", "7", "已交，等结果")).meaning()))
        .allSatisfy(text -> assertThat(text).doesNotContain("门户已经收下", "The portal has"));
    assertThat(texts.fault(UsageFault.of("usage.notYetResults", "7", "已交，等结果")).what())
        .contains("已交，等结果");
  }

  @ParameterizedTest
  @CsvSource({"texts_zh.properties", "texts_en.properties"})
  void noIdStandsTwice(String file) throws IOException {
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      List<String> ids =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && line.contains(" = "))
              .map(line -> line.substring(0, line.indexOf(" = ")))
              .toList();

      assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void everyFaultSaysWhatHappenedWhatItMeansAndWhatToDo(Fault fault) {
    for (Language language : Language.values()) {
      FaultText text = Texts.strict(language).fault(fault);

      assertThat(List.of(text.what(), text.meaning(), text.next()))
          .allSatisfy(TextsTest::assertComplete);
    }
  }

  @ParameterizedTest
  @CsvSource({"800", "809", "810", "820", "823"})
  void everyStatusCodeOfThePortalHasItsOwnText(String code) {
    Texts texts = Texts.strict(Language.ZH);

    assertThat(texts.has("fault.portal.status." + code + ".what")).isTrue();
    assertThat(texts.problem(new Problem(422, code, "门户的话")).what()).contains(code, "门户的话");
  }

  @ParameterizedTest
  @CsvSource({
    "unit-unknown",
    "unit-mismatch",
    "kind-unknown",
    "malformed",
    "too-many-rows",
    "window-closed",
    "id-conflict"
  })
  void everyRefusalOfTheContractHasItsOwnText(String code) {
    assertThat(Texts.strict(Language.EN).has("fault.portal.code." + code + ".what")).isTrue();
  }

  @Test
  void anUnknownRefusalIsToldInThePortalsOwnWords() {
    FaultText text = Texts.strict(Language.ZH).problem(new Problem(422, "新代码", "请稍后再试"));

    assertThat(text.what()).contains("新代码", "请稍后再试");
  }

  @ParameterizedTest
  @CsvSource({
    "ok",
    "notYetValid",
    "expired",
    "encryptionOnly",
    "malformed",
    "unknownIssuer",
    "otherPurpose",
    "irregular",
    "badSignature",
    "weakSignature",
    "unknownAlgorithm",
    "issuerNotYetValid",
    "issuerExpired",
    "pathTooLong",
    "nameNotPermitted",
    "policyNotAllowed",
    "unknownCritical",
    "tooComplex",
    "notACa",
    "weakKey",
    "issuerWeakKey",
    "authority",
    "revoked",
    "signatureMismatch",
    "contentMismatch",
    "noTrustGiven",
    "signatureUnreadable",
    "noSigner",
    "signerCertificateMissing",
    "algorithmUnknown",
    "noContent",
    "contentLikeAttributes",
    "notForTimeStamps"
  })
  void everyReasonForACertificateStatusHasItsTexts(String reason) {
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      CertificateStatus status = new CertificateStatus(StatusCode.NOT_VALID, reason);

      assertComplete(texts.certificateStatus(status));
      FaultText advice = texts.certificateAdvice(status);
      assertThat(List.of(advice.what(), advice.meaning(), advice.next()))
          .allSatisfy(TextsTest::assertComplete);
    }
  }

  @Test
  void everyWordOfCoreHasItsText() {
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      Stream<String> words =
          Stream.of(
                  Arrays.stream(Stage.values())
                      .flatMap(stage -> Stream.of(texts.stage(stage), texts.stageHelp(stage))),
                  Arrays.stream(PinState.values()).map(texts::pinState),
                  Arrays.stream(DriverState.values()).map(texts::driverState),
                  Arrays.stream(Engine.values()).map(texts::engine),
                  Arrays.stream(CertificateUsage.values()).map(texts::usage),
                  Arrays.stream(Severity.values()).map(texts::severity),
                  Arrays.stream(Way.values()).map(texts::way),
                  Stream.of(
                          "rows",
                          "columns",
                          "fileBytes",
                          "unpackedBytes",
                          "entries",
                          "ratio",
                          "texts")
                      .map(cap -> texts.get("cap." + cap)))
              .flatMap(some -> some);

      assertThat(words).allSatisfy(TextsTest::assertComplete);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheClerkCarriesSaysWhatToDoNext(Language language) {
    Texts texts = Texts.strict(language);
    for (Way way : List.of(Way.PAGE_UPLOAD, Way.COUNTER)) {
      Step.Exported exported = new Step.Exported(CONTENT, way, "名册.pdf", "ab12");
      Step.HandedIn handedIn = new Step.HandedIn(LocalDate.of(2026, 11, 22), Optional.empty());

      String toHandIn = texts.whatToDoNext(history(exported), "ca --home X").orElseThrow();
      assertThat(toHandIn).contains("名册.pdf", "ca --home X outbox handed-in " + ID);
      String toFollow = texts.whatToDoNext(history(exported, handedIn), "ca").orElseThrow();
      assertThat(toFollow).isNotEqualTo(toHandIn);
      assertThat(List.of(toHandIn, toFollow)).allSatisfy(TextsTest::assertComplete);
    }
    assertThat(texts.whatToDoNext(history(new Step.Checked(CONTENT)), "ca")).isEmpty();
  }

  private static History history(Step... steps) {
    return new History(
        ID, Arrays.stream(steps).map(step -> new History.Entry(Instant.EPOCH, step)).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aWellKnownPinIsToBeChanged(Language language) {
    Texts texts = Texts.strict(language);
    FaultText text = texts.pinVerdict(PinVerdict.KNOWN_INITIAL).orElseThrow();

    assertThat(List.of(text.what(), text.meaning(), text.next()))
        .allSatisfy(TextsTest::assertComplete);
    assertThat(texts.pinVerdict(PinVerdict.GOOD)).isEmpty();
  }

  @Test
  void initialPinsAreNamedByPlace() {
    List<InitialPin> pins =
        List.of(
            new InitialPin("苏州", "Suzhou", new InitialPin.Making.HandlersIdTail(6)),
            new InitialPin("南京", "Nanjing", new InitialPin.Making.Fixed("123456")));

    assertThat(Texts.strict(Language.ZH).initialPins(pins).orElseThrow())
        .contains("苏州发的是经办人身份证号码后 6 位，南京发的是 123456");
    assertThat(Texts.strict(Language.EN).initialPins(pins).orElseThrow())
        .contains("Suzhou, the last 6 characters", "Nanjing, 123456");
    assertThat(Texts.strict(Language.ZH).initialPins(List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"READY", "NO_TOKEN", "NOT_INSTALLED", "SKF_ONLY", "SUSPICIOUS"},
      mode = Mode.EXCLUDE)
  void aDriverInTroubleSaysWhatToDo(DriverState state) {
    for (Language language : Language.values()) {
      assertComplete(Texts.strict(language).driverHelp(state, Optional.empty()).orElseThrow());
    }
  }

  /// Only one that works and shows a key leaves nothing to be said.
  @ParameterizedTest
  @EnumSource(
      names = {"NO_TOKEN", "DRIVER_GONE", "REFUSED", "WRONG_WORD_SIZE", "MISSING_DEPENDENCY"})
  void aLibraryThatWasTestedInVainSaysWhatToDo(DriverState state) {
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      assertComplete(texts.triedDriverHelp(state, Optional.empty()).orElseThrow());
      assertThat(texts.triedDriverHelp(DriverState.READY, Optional.empty())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCheckHasANameAndSaysThatItIsGood(CheckId check) {
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      assertComplete(texts.checkName(check));
      assertThat(texts.has("doctor.seen." + check.word() + ".ok")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStateOfACheckHasAWord(CheckResult.State state) {
    for (Language language : Language.values()) {
      assertComplete(Texts.strict(language).state(state));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPluggedKeySaysWhatStandsInTheWayAndWhatToDo(KeyVerdict verdict) {
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      assertThat(texts.keyVerdict(verdict)).isNotBlank();
      Optional<String> next = texts.keyVerdictNext(plugged(verdict, DriverSource.CA));
      assertThat(next.isEmpty()).isEqualTo(verdict == KeyVerdict.READY);
      next.ifPresent(TextsTest::assertComplete);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_INSTALLED", "SKF_ONLY", "AS_CD_ROM"})
  void aKeyWithoutADriverSaysWhereToGetIt(KeyVerdict verdict) {
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      for (DriverSource source : DriverSource.values()) {
        String words = texts.get("driver.from." + source.word());
        String next = texts.keyVerdictNext(plugged(verdict, source)).orElseThrow();
        assertComplete(next);
        boolean said = verdict != KeyVerdict.AS_CD_ROM || source != DriverSource.KEY_DISK;
        assertThat(next.contains(words)).isEqualTo(said);
      }
    }
  }

  /// One whose driver comes from there, or from its CA.
  private static PluggedKey plugged(KeyVerdict verdict, DriverSource source) {
    UsbId id = new UsbId(0x096E, 0x0309);
    return new PluggedKey(
        new UsbDevice(id, "key", Set.of()),
        Optional.of(
            new Product(
                "p",
                "P",
                List.of(),
                List.of(id),
                List.of(),
                List.of(),
                List.of(),
                List.of(source, DriverSource.CA))),
        verdict,
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void aStepOfAnInstallationSaysWhatToDoAndWhoDoesIt(Installation.Step step) {
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      assertComplete(texts.installationStep(step));
      assertThat(texts.installationWho(step.who())).isNotBlank();
      assertThat(texts.installation("飞天")).contains("飞天");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereAnInstallerComesFromAndHowLargeItIsIsSaid(Language language) {
    Installer installer =
        new Installer(
            "epass.deb",
            URI.create("https://ca.example/epass.deb"),
            "ab".repeat(32),
            "CA",
            List.of(),
            12_345_678);
    Texts texts = Texts.strict(language);
    assertThat(texts.installerFrom(new Offer(installer, new Origin.Download(), Optional.empty())))
        .contains("https://ca.example/epass.deb", "12.3 MB");
    assertThat(
            texts.installerFrom(
                new Offer(installer, new Origin.Folder(Path.of("/srv/e.deb")), Optional.empty())))
        .contains("/srv/e.deb", "12.3 MB");
    assertThat(texts.installerFrom(new Offer(installer, new Origin.Here(), Optional.empty())))
        .contains("epass.deb");
    assertThat(texts.fault(InstallerFault.of("unreached", "ca.example", "status-503")).what())
        .contains("ca.example", "503")
        .doesNotContain("status-");
  }

  @ParameterizedTest
  @EnumSource
  void aDriverInDoubtSaysWhatToDo(Doubt doubt) {
    for (Language language : Language.values()) {
      assertComplete(
          Texts.strict(language)
              .driverHelp(DriverState.SUSPICIOUS, Optional.of(doubt))
              .orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDriverThatDoesNotAnswerIsToldWithWhatHelpsThen(Language language) {
    Texts texts = Texts.strict(language);

    FaultText hung = texts.fault(new KeyFault.DriverUnusable("海泰", DriverState.HUNG, "8000 ms"));

    assertThat(hung.what()).contains(texts.driverState(DriverState.HUNG));
    assertThat(hung.next())
        .contains(
            texts.driverHelp(DriverState.HUNG, Optional.empty()).orElseThrow(), "海泰", "8000 ms");
  }

  @Test
  void aTechnicalCauseIsToldInWordsAndAnUnknownOneAsItself() {
    Texts texts = Texts.strict(Language.EN);

    assertThat(texts.cause("timeout")).isEqualTo("no answer in time");
    assertThat(texts.cause("http-503")).isEqualTo("the portal answered with error 503");
    assertThat(texts.cause("solar-flare")).isEqualTo("solar-flare");
  }

  @ParameterizedTest
  @EnumSource
  void whatThePortalAcceptedIsSaidToBeAcceptedWhereItCannotBeKept(Language language) {
    FaultText text =
        Texts.strict(language)
            .fault(ArchiveFault.of("archive.acceptedNotKept", "6f1e7a52", "PR-1"));

    assertThat(text.what()).contains("6f1e7a52", "PR-1");
    assertThat(text.next()).contains("certassist outbox send");
  }

  @ParameterizedTest
  @EnumSource
  void aClockThatIsOffIsToldInTheClerksTime(Language language) {
    FaultText text =
        Texts.strict(language)
            .fault(
                new PortalFault.ClockOff(
                    Instant.parse("2026-11-22T02:00:31Z"), Instant.parse("2026-12-22T16:30:00Z")));

    assertThat(text.what()).contains("2026-11-22 10:00", "2026-12-23 00:30");
  }

  @ParameterizedTest
  @CsvSource({
    "PT5M, EN, ''",
    "PT6M, EN, 6 minutes fast",
    "-PT110M, EN, 110 minutes slow",
    "PT26H, EN, 26 hours fast",
    "-P31D, EN, 31 days slow",
    "PT6M, ZH, 快了 6 分钟",
    "-PT26H, ZH, 慢了 26 小时",
    "P400D, ZH, 快了 400 天",
  })
  void aClockThatWasOverruledIsTold(Duration ahead, Language language, String told) {
    Instant portal = Instant.parse("2026-11-22T02:00:31Z");
    Optional<FaultText> text =
        Texts.strict(language).clock(ClockReading.against(portal, portal.plus(ahead)));

    assertThat(text.isEmpty()).isEqualTo(told.isEmpty());
    text.ifPresent(off -> assertThat(off.what()).contains(told, "2026-11-22 10:00"));
  }

  @ParameterizedTest
  @EnumSource
  void aReceiptThatDoesNotCountSaysWhomToCallWithWhichNumber(Language language) {
    FaultText text =
        Texts.strict(language)
            .fault(
                new PortalFault.ReceiptNotBelieved("6f1e7a52", "PR-1", "receipt-of-other-bytes"));

    assertThat(text.what()).contains("PR-1").doesNotContain("receipt-of");
    assertThat(text.next()).contains("12333", "PR-1", "6f1e7a52");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receipt-of-another-declaration",
        "receipt-of-other-bytes",
        "receipt-of-something-else",
        "receipt-by-somebody-else",
        "receipt-signature-contentMismatch"
      })
  void everyFlawOfAReceiptIsToldInWords(String flaw) {
    assertThat(Texts.strict(Language.EN).cause(flaw)).isNotEqualTo(flaw).contains(" ");
  }

  @ParameterizedTest
  @MethodSource("everyLayoutProblem")
  void everyProblemOfAPortalsTemplateIsToldInWords(LayoutProblem problem) {
    for (Language language : Language.values()) {
      assertComplete(Texts.strict(language).layoutProblem(problem));
    }
  }

  static List<LayoutProblem> everyLayoutProblem() {
    CellPlace place = new CellPlace("申报", 3, "D");
    return List.of(
        new LayoutProblem.MissingColumn("申报!3", "姓名"),
        new LayoutProblem.UnknownHeader(place, "血型"),
        new LayoutProblem.HeaderTwice(place, "手机", place),
        new LayoutProblem.WordsNotInList(place, "证件类型", List.of("护照")),
        new LayoutProblem.RowsOfItsOwn(4, 5, 6),
        new LayoutProblem.FilledAlready(9),
        new LayoutProblem.NoUnit());
  }

  @Test
  void aChangedTemplateOfThePortalsIsToldCellByCell() {
    List<PortalLayout.Difference> cells = new ArrayList<>();
    for (int row = 1; row <= 25; row++) {
      cells.add(new PortalLayout.Difference(new CellPlace("申报", row, "D"), "联系电话", "手机"));
    }

    assertThat(Texts.strict(Language.ZH).fault(new FileFault.AlteredLayout("退工", cells)).what())
        .contains("“退工”", "\n申报!D3：期望 联系电话，实际 手机\n", "\n……另有 5 格")
        .doesNotContain("D21");
  }

  @Test
  void anUnknownIdThrowsInTestsAndIsShownToUsers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.strict(Language.ZH).get("no.such.id"));

    assertThat(new Texts(Language.ZH).get("no.such.id")).isEqualTo("no.such.id");
    Finding finding =
        new Finding(
            "tomorrow", Severity.ERROR, new CellPlace("申报", 4, "B"), "idNumber", "", List.of());
    assertThat(new Texts(Language.ZH).finding(finding)).isEqualTo("rule.tomorrow");
    assertThat(new Texts(Language.ZH).ruleHelp("tomorrow")).isEmpty();
  }

  @Test
  void anUnfilledPlaceThrowsInTestsAndNeverFailsForUsers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.strict(Language.EN).get("cause.http"));

    assertThat(new Texts(Language.EN).get("cause.http")).contains("{0}");
  }

  @Test
  void aPartInBracketsIsLeftOutWithoutItsValue() {
    Phrase phrase = new Phrase("filed[: {0}][, receipt {1}].");

    assertThat(phrase.fill(List.of("a$1\\", "b"))).isEqualTo("filed: a$1\\, receipt b.");
    assertThat(phrase.fill(List.of("a"))).isEqualTo("filed: a.");
    assertThat(phrase.fill(List.of("", "b"))).isEqualTo("filed, receipt b.");
    assertThat(phrase.fill(List.of())).isEqualTo("filed.");
  }

  @Test
  void chineseIsSpokenUnlessEnglishIsAskedFor() {
    assertThat(Language.DEFAULT).isEqualTo(Language.ZH);
    assertThat(Language.parse("en")).contains(Language.EN);
    assertThat(Language.parse("zh")).contains(Language.ZH);
    assertThat(Language.parse("fr")).isEmpty();
  }

  private static void assertComplete(String text) {
    assertThat(text).isNotBlank().doesNotContain("{", "}", "[", "]");
  }

  @ParameterizedTest
  @MethodSource("everyRevocation")
  void everythingThatIsKnownOfARevocationIsToldInWords(Revocation revocation) {
    for (Language language : Language.values()) {
      String words = Texts.strict(language).revocation(revocation);
      assertComplete(words);
      switch (revocation) {
        case Revocation.Good _ ->
            assertThat(words).contains("2026-06-01 08:00", "2026-06-08 08:00");
        case Revocation.Revoked _ -> assertThat(words).contains("2026-06-01 08:00");
        case Revocation.NotChecked(NotCheckedReason reason) ->
            assertThat(words).doesNotContain(reason.word());
      }
    }
  }

  static List<Revocation> everyRevocation() {
    Instant since = Instant.parse("2026-06-01T00:00:00Z");
    List<Revocation> all = new ArrayList<>();
    for (RevocationSource source : RevocationSource.values()) {
      all.add(new Revocation.Good(source, since, Optional.of(since.plus(Duration.ofDays(7)))));
      for (RevocationReason reason : RevocationReason.values()) {
        all.add(new Revocation.Revoked(source, since, reason));
      }
    }
    for (NotCheckedReason reason : NotCheckedReason.values()) {
      all.add(new Revocation.NotChecked(reason));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRevokedLaterIsSaidToHaveBeenGoodThen(Language language) {
    Instant since = Instant.parse("2026-06-01T00:00:00Z");
    Revocation revoked =
        new Revocation.Revoked(RevocationSource.OCSP, since, RevocationReason.SUPERSEDED);
    Texts texts = Texts.strict(language);

    assertThat(texts.revocation(revoked.asOf(since.minusSeconds(1))))
        .contains("2026-06-01 08:00", texts.revocationReason(RevocationReason.SUPERSEDED))
        .isNotEqualTo(texts.revocation(revoked));
    assertThat(revoked.asOf(since)).isEqualTo(revoked);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasNotCheckedStopsAFilingOnlyWhereTheRegionSaysSo(NotCheckedReason reason) {
    RevocationPolicy demanding = new RevocationPolicy(true, Duration.ofDays(3), false, List.of());
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);
      Revocation.NotChecked unknown = new Revocation.NotChecked(reason);
      FaultText usual = texts.revocationAdvice(unknown, RevocationPolicy.USUAL);

      assertComplete(usual.joined(language));
      assertThat(usual.meaning())
          .isNotEqualTo(texts.revocationAdvice(unknown, demanding).meaning());
    }
  }

  @Test
  void aRevokedKeyIsToldInTheClerksTimeAndWords() {
    Instant since = Instant.parse("2026-06-01T00:00:00Z");
    Texts texts = Texts.strict(Language.ZH);

    assertThat(texts.fault(new KeyFault.Revoked(since, RevocationReason.KEY_COMPROMISE)).what())
        .contains("2026-06-01 08:00", "UKey 丢失")
        .doesNotContain("keyCompromise");
    assertThat(texts.fault(new KeyFault.RevocationNotChecked(NotCheckedReason.NOT_REACHED)).what())
        .contains("CA 的服务器连不上")
        .doesNotContain("notReached");
  }

  static List<Fault> everyFault() throws ReflectiveOperationException {
    List<Fault> faults = new ArrayList<>();
    for (Class<?> family :
        List.of(
            KeyFault.class,
            FileFault.class,
            PortalFault.class,
            CertificateFault.class,
            SignatureFault.class)) {
      for (Class<?> type : family.getPermittedSubclasses()) {
        faults.add(sample(type));
      }
    }
    faults.add(new KeyFault.PinWrong(PinState.LAST_TRY));
    faults.add(new SignatureFault.NotIntact("a.p7s", Integrity.BROKEN, "signatureMismatch"));
    faults.add(new KeyFault.DriverUnusable("libp11.so", DriverState.HUNG, ""));
    for (String id :
        List.of(
            "inUse",
            "notWritable",
            "diskFull",
            "damaged",
            "fileDamaged",
            "gone",
            "notAFile",
            "newerSchema",
            "acceptedNotKept",
            "answerNotKept",
            "keyMissing",
            "conflict")) {
      faults.add(ArchiveFault.of("archive." + id));
      faults.add(ArchiveFault.of("archive." + id, "细节"));
      for (DiskCause cause : DiskCause.values()) {
        faults.add(ArchiveFault.of("archive." + id, cause.word()));
      }
    }
    for (String id :
        List.of(
            "ambiguousKey",
            "unknownProfile",
            "unknownKind",
            "kindNotClear",
            "layoutName",
            "layoutsFull",
            "unknownLayout",
            "layoutUnit",
            "notAColumn",
            "unitType",
            "unknownDriver",
            "unknownProduct",
            "noInstaller",
            "wayNotOffered",
            "alreadyInOutbox",
            "alreadyFiled",
            "personsWait",
            "personsUnconfirmed",
            "personsExported",
            "alreadyExported",
            "alreadyHandedIn",
            "isHandedIn",
            "notExported",
            "handedInDay",
            "handedInNumber",
            "wayNotHere",
            "earlierUnreadable",
            "mayBeAtPortal",
            "isAtPortal",
            "notWaiting",
            "unknownDeclaration",
            "wrongKey",
            "unitMismatch",
            "notYetResults",
            "outputIsInput",
            "addToAttached",
            "outputTwice",
            "otherUnit",
            "notATime",
            "noPortal",
            "onlyInPractice",
            "folderTaken",
            "portalAddress",
            "unknownVariant",
            "noLongerValid",
            "notSigned",
            "otherPortal",
            "nothingToDo")) {
      faults.add(UsageFault.of("usage." + id));
      faults.add(UsageFault.of("usage." + id, "甲", "乙"));
    }
    faults.add(PaperFault.of("paper.noFont"));
    for (String id :
        List.of(
            "bundle.unreadable",
            "bundle.notOne",
            "bundle.newer",
            "bundle.damaged",
            "bundle.tooLarge",
            "bundle.notWritten",
            "log.unreadable")) {
      faults.add(HelpdeskFault.of(id, "help.zip"));
      faults.add(HelpdeskFault.of(id, "help.zip", DiskCause.FULL.word()));
    }
    for (String id :
        List.of(
            "notDone",
            "refused",
            "nothingToDo",
            "nothingToUndo",
            "notUndone",
            "pastUndo",
            "journal",
            "pageNotOpened")) {
      faults.add(RepairFault.of("repair." + id));
      faults.add(RepairFault.of("repair." + id, "repairs.json", DiskCause.FULL.word()));
    }
    for (String id :
        List.of(
            "unreached",
            "insecure",
            "notTheFile",
            "notKept",
            "notRead",
            "folderShared",
            "otherPublisher",
            "publisherUnknown",
            "notStarted",
            "noRights",
            "declined",
            "failed",
            "stillRunning",
            "policyIgnored",
            "notInFolder")) {
      faults.add(InstallerFault.of(id, "setup.exe", "timeout"));
      faults.add(InstallerFault.of(id, "setup.exe", "status-503", "乙"));
    }
    Stream.of(
            new PhoneCodeReading.NotDigits(),
            new PhoneCodeReading.WrongLength(13),
            new PhoneCodeReading.WrongCheckDigits(),
            new PhoneCodeReading.Newer(2),
            new PhoneCodeReading.NoCode())
        .forEach(reading -> faults.add(reading.fault().orElseThrow()));
    for (String id :
        List.of(
            "notSoftHsm",
            "folderUnusable",
            "portalRunning",
            "newerData",
            "dataUnusable",
            "portTaken")) {
      faults.add(UsageFault.of("practice." + id, "甲", "乙"));
    }
    return faults;
  }

  private static Fault sample(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(TextsTest::sampleValue).toArray();
    return (Fault) type.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object sampleValue(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      // a certificate's reason has words of its own
      return component.getDeclaringRecord() == SignatureFault.NotIntact.class
          ? "contentMismatch"
          : "rows";
    } else if (type == int.class) {
      return 4;
    } else if (type == long.class) {
      return 200_000L;
    } else if (type == Instant.class) {
      return Instant.EPOCH;
    } else if (type == CertificateStatus.class) {
      return new CertificateStatus(StatusCode.CHAIN_BROKEN, "unknownIssuer");
    } else if (type == Problem.class) {
      return new Problem(401, "810", "");
    } else if (type == List.class) {
      return component.getGenericType().getTypeName().contains("Difference")
          ? List.of(new PortalLayout.Difference(new CellPlace("申报", 3, "D"), "联系电话", ""))
          : List.of("rows", "texts");
    } else if (type == Optional.class) {
      return Optional.empty();
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    throw new IllegalArgumentException("no sample for " + type);
  }
}
