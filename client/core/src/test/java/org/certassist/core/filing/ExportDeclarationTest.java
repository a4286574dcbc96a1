package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the clerk carries herself: made once, handed in once, never sent by the network too.
@Timeout(20)
class ExportDeclarationTest {
  private static final byte[] FILE = "文件".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final Office office = new Office();

  @Test
  void aSavedDeclarationIsKeptWithItsFile() throws Exception {
    History saved = export("enrolment", Way.PAGE_UPLOAD, "上传.xlsx");

    assertThat(office.stages(saved.id())).containsExactly(Stage.EXPORTED);
    Step.Exported step = saved.last(Step.Exported.class).orElseThrow();
    assertThat(step.way()).isEqualTo(Way.PAGE_UPLOAD);
    assertThat(step.file()).isEqualTo("上传.xlsx");
    assertThat(step.sha256()).isEqualTo(DeclarationDocument.sha256(FILE));
    assertThat(saved.content()).isEqualTo(office.checked("enrolment").content());
    assertThat(folder.resolve("上传.xlsx")).hasBinaryContent(FILE);
  }

  @Test
  void itIsInTheArchiveBeforeTheFileIs() {
    office.archive.diskFullAt(step -> true);

    assertThat(refusal("enrolment", Way.COUNTER, "名册.pdf").id()).isEqualTo("archive.diskFull");
    assertThat(folder).isEmptyDirectory();
  }

  /// By another window of the program, or a command.
  @Test
  void oneKeptWhileTheFileWasBeingMadeIsNotMadeOnceMore() throws Exception {
    ExportDeclaration.Export slow =
        new ExportDeclaration.Export(
            Way.COUNTER,
            folder.resolve("名册.pdf"),
            _ -> {
              export("enrolment", Way.PAGE_UPLOAD, "上传.xlsx");
              return FILE;
            });

    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () -> exporting().export(office.checked("enrolment"), profile(), false, slow));

    assertThat(thrown.fault().id()).isEqualTo("usage.alreadyExported");
    assertThat(office.archive.readable()).hasSize(1);
    assertThat(folder.resolve("名册.pdf")).doesNotExist();
  }

  @Test
  void whatCannotBeMadeIsNotKept() {
    ExportDeclaration.Export broken =
        new ExportDeclaration.Export(
            Way.COUNTER,
            folder.resolve("名册.pdf"),
            _ -> {
              throw new FaultException(UsageFault.of("usage.test"));
            });

    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () -> exporting().export(office.checked("enrolment"), profile(), false, broken));

    assertThat(thrown.fault().id()).isEqualTo("usage.test");
    assertThat(office.archive.readable()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutItsFileTheFirstIsTakenBackAndMayGoAnyWay() throws Exception {
    Path noFolder = Path.of("nowhere", "名册.pdf");

    assertThat(refusal("enrolment", Way.COUNTER, noFolder.toString()).id())
        .isEqualTo("file.notWritten");

    assertThat(office.archive.readable().getFirst().stage()).isEqualTo(Stage.WITHDRAWN);
    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void itIsMadeAgainUnderItsOwnIdUntilItIsHandedIn() throws Exception {
    History first = export("enrolment", Way.PAGE_UPLOAD, "上传.xlsx");
    History again = export("enrolment", Way.COUNTER, "名册.pdf");

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(office.stages(first.id())).containsExactly(Stage.EXPORTED, Stage.EXPORTED);
    assertThat(again.last(Step.Exported.class).orElseThrow().way()).isEqualTo(Way.COUNTER);
    assertThat(refusal("enrolment", Way.PAGE_UPLOAD, "nowhere/另存.xlsx").id())
        .isEqualTo("file.notWritten");
    assertThat(office.stage(first.id())).isEqualTo(Stage.EXPORTED);
    assertThat(office.archive.find(first.id()).orElseThrow().last(Step.Exported.class))
        .isEqualTo(again.last(Step.Exported.class));

    handIn(first.id());
    Fault fault = refusal("enrolment", Way.COUNTER, "名册.pdf");
    assertThat(fault.id()).isEqualTo("usage.alreadyHandedIn");
    assertThat(fault.details()).containsExactly(first.id().toString(), "2026-11-22");
  }

  @Test
  void whatWasExportedOrHandedInIsNotSentByTheNetworkToo() throws Exception {
    DeclarationId carried = export("enrolment", Way.PAGE_UPLOAD, "上传.xlsx").id();

    assertThat(prepareRefusal("enrolment").id()).isEqualTo("usage.alreadyExported");
    assertThat(office.outbox().waiting(Office.PROFILE)).isEmpty();
    assertThat(office.sendOutbox()).isEmpty();

    handIn(carried);
    assertThat(prepareRefusal("enrolment").id()).isEqualTo("usage.alreadyHandedIn");
    assertThat(office.sendOutbox()).isEmpty();
    assertThat(office.portal.filed()).isEmpty();
  }

  /// Both came from one file before either was kept.
  @Test
  void onePreparedForTheNetworkBeforeIsNotSentAfterwards() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    PreparedDeclaration kept = office.prepare("enrolment");
    DeclarationId carried = export("enrolment", Way.COUNTER, "名册.pdf").id();

    FaultException thrown = catchThrowableOfType(FaultException.class, () -> office.send(prepared));
    office.keepForLater(kept);
    List<SendOutbox.Taken> taken = office.sendOutbox();

    assertThat(thrown.fault().id()).isEqualTo("usage.alreadyExported");
    assertThat(taken.getFirst().fault().orElseThrow().details())
        .containsExactly(carried.toString());
    assertThat(office.portal.filed()).isEmpty();
  }

  @Test
  void aKeptOneThatSharesAPersonWithAnExportedOneIsNotSent() throws Exception {
    PreparedDeclaration kept = office.prepare("enrolment: name=李一一");
    DeclarationId carried = export("enrolment: name=李一", Way.COUNTER, "名册.pdf").id();
    office.keepForLater(kept);

    Fault fault = office.sendOutbox().getFirst().fault().orElseThrow();

    assertThat(fault.id()).isEqualTo("usage.personsExported");
    assertThat(fault.details()).containsExactly(carried.toString(), "1");
    assertThat(office.portal.filed()).isEmpty();
  }

  @Test
  void oneThatWaitsToBeSentIsNotExportedToo() throws Exception {
    PreparedDeclaration kept = office.prepare("enrolment: name=李一一");
    office.keepForLater(kept);

    assertThat(refusal("enrolment: name=李一一", Way.PAGE_UPLOAD, "上传.xlsx").id())
        .isEqualTo("usage.alreadyInOutbox");
    assertThat(refusal("enrolment: name=李二", Way.PAGE_UPLOAD, "上传.xlsx").id())
        .isEqualTo("usage.personsWait");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aProfileDecidesWhichWaysThereAre() {
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () ->
                exporting()
                    .export(
                        office.checked("enrolment"),
                        Office.PROFILE,
                        false,
                        to(Way.COUNTER, "名册.pdf")));

    assertThat(thrown.fault().id()).isEqualTo("usage.wayNotHere");
    assertThat(thrown.fault().details()).containsExactly("practice");
  }

  @Test
  void oneThatWasNotHandedInMayBeTakenBackAndSent() throws Exception {
    DeclarationId carried = export("enrolment", Way.COUNTER, "名册.pdf").id();

    assertThat(new WithdrawDeclaration(office.archive).withdraw(carried).stage())
        .isEqualTo(Stage.WITHDRAWN);
    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void oneThatWasHandedInIsNotTakenBack() throws Exception {
    DeclarationId carried = export("enrolment", Way.COUNTER, "名册.pdf").id();
    handIn(carried);

    Fault fault =
        catchThrowableOfType(
                FaultException.class,
                () -> new WithdrawDeclaration(office.archive).withdraw(carried))
            .fault();

    assertThat(fault.id()).isEqualTo("usage.isHandedIn");
    assertThat(fault.details()).containsExactly(carried.toString(), "2026-11-22");
  }

  @Test
  void theDayAndTheNumberAreTheClerksAndMayBeSaidAgain() throws Exception {
    DeclarationId carried = export("enrolment", Way.COUNTER, "名册.pdf").id();
    HandInDeclaration handing = new HandInDeclaration(office.archive, office.time());

    handing.handIn(carried, Optional.of(LocalDate.of(2026, 11, 20)), Optional.of("1".repeat(64)));
    History history = handing.handIn(carried, Optional.empty(), Optional.of(" 受理2026-117 "));

    assertThat(office.stages(carried))
        .containsExactly(Stage.EXPORTED, Stage.HANDED_IN, Stage.HANDED_IN);
    assertThat(history.last(Step.HandedIn.class))
        .contains(new Step.HandedIn(LocalDate.of(2026, 11, 20), Optional.of("受理2026-117")));
  }

  @Test
  void saidAgainWithoutDayOrNumberTheEarlierOnesStay() throws Exception {
    DeclarationId carried = export("enrolment", Way.COUNTER, "名册.pdf").id();
    HandInDeclaration handing = new HandInDeclaration(office.archive, office.time());
    LocalDate day = LocalDate.of(2026, 11, 20);
    handing.handIn(carried, Optional.of(day), Optional.of("117"));

    assertThat(handIn(carried).last(Step.HandedIn.class))
        .contains(new Step.HandedIn(day, Optional.of("117")));
    assertThat(
            handing
                .handIn(carried, Optional.of(day.plusDays(1)), Optional.of(" "))
                .last(Step.HandedIn.class))
        .contains(new Step.HandedIn(day.plusDays(1), Optional.empty()));
  }

  @Test
  void aDayThatCannotBeAndANumberThatIsNoneAreRefused() throws Exception {
    DeclarationId carried = export("enrolment", Way.COUNTER, "名册.pdf").id();

    // The office's archive writes everything in 1970.
    assertThat(handInRefusal(carried, "2026-11-23", "").details())
        .containsExactly("2026-11-23", "1970-01-01", "2026-11-22");
    assertThat(handInRefusal(carried, "1969-12-31", "").id()).isEqualTo("usage.handedInDay");
    assertThat(handInRefusal(carried, "2026-11-22", "1".repeat(65)).id())
        .isEqualTo("usage.handedInNumber");
    assertThat(handInRefusal(carried, "2026-11-22", "1\u001b[2J2").id())
        .isEqualTo("usage.handedInNumber");
    assertThat(office.stages(carried)).containsExactly(Stage.EXPORTED);
  }

  @Test
  void onlyWhatWasExportedIsHandedIn() throws Exception {
    DeclarationId sent = office.sendNew("enrolment").id();

    assertThat(handInRefusal(sent, "2026-11-22", "").id()).isEqualTo("usage.notExported");
    assertThat(handInRefusal(DeclarationId.random(), "2026-11-22", "").id())
        .isEqualTo("usage.unknownDeclaration");
  }

  /// As with one that was sent: only the wrong rows again, or all where nobody was accepted.
  @Test
  void whenAllRowsOfOneHandedInWereRefusedItMayBeFiledAgain() throws Exception {
    DeclarationId carried = export("enrolment", Way.PAGE_UPLOAD, "上传.xlsx").id();
    History handed = handIn(carried);
    office.archive.append(
        carried,
        handed.version(),
        new Step.Answered(
            new RowAnswers(0, 1, List.of(new RowAnswers.RowAnswer(4, "调用公安部人员基准信息查询接口出错")))));

    assertThat(export("enrolment", Way.PAGE_UPLOAD, "上传.xlsx").id()).isNotEqualTo(carried);
  }

  @Test
  void anExportedOneOfAnEarlierWindowMustBeSettledFirst() throws Exception {
    DeclarationId november = export("enrolment", Way.COUNTER, "名册.pdf").id();
    office.now = Instant.parse("2026-12-11T02:00:00Z");

    Fault fault = refusal("enrolment", Way.COUNTER, "名册.pdf");

    assertThat(fault.id()).isEqualTo("usage.personsExported");
    assertThat(fault.details()).containsExactly(november.toString(), "1");
  }

  private static Profile profile() {
    Profile practice = Office.PROFILE;
    return new Profile(
        practice.id(),
        practice.name(),
        practice.nameEnglish(),
        practice.portal(),
        practice.page(),
        List.of(Way.REST, Way.PAGE_UPLOAD, Way.COUNTER),
        practice.kinds(),
        practice.acts(),
        practice.maxRows(),
        practice.calendar(),
        practice.covers(),
        practice.notCovered(),
        practice.trust(),
        practice.intermediates(),
        practice.revocation(),
        practice.certificate(),
        practice.receiptSigner(),
        practice.sm2Form(),
        practice.initialPins(),
        practice.contacts(),
        practice.source());
  }

  private ExportDeclaration exporting() {
    return new ExportDeclaration(office.archive, office.time());
  }

  private ExportDeclaration.Export to(Way way, String file) {
    return new ExportDeclaration.Export(way, folder.resolve(file), _ -> FILE);
  }

  private History export(String example, Way way, String file)
      throws FaultException, InterruptedException {
    return exporting().export(office.checked(example), profile(), false, to(way, file));
  }

  private Fault refusal(String example, Way way, String file) {
    return catchThrowableOfType(FaultException.class, () -> export(example, way, file)).fault();
  }

  private Fault prepareRefusal(String example) {
    return catchThrowableOfType(FaultException.class, () -> office.prepare(example)).fault();
  }

  private History handIn(DeclarationId id) throws FaultException {
    return new HandInDeclaration(office.archive, office.time())
        .handIn(id, Optional.empty(), Optional.empty());
  }

  private Fault handInRefusal(DeclarationId id, String on, String number) {
    return catchThrowableOfType(
            FaultException.class,
            () ->
                new HandInDeclaration(office.archive, office.time())
                    .handIn(id, Optional.of(LocalDate.parse(on)), Optional.of(number)))
        .fault();
  }
}
