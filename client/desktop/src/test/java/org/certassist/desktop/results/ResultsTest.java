package org.certassist.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Way;
import org.certassist.desktop.Desk;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.listing.ListingSource;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.outbox.OutboxViewModel.Listing;
import org.certassist.desktop.results.ResultsState.Keeping;
import org.certassist.desktop.results.RowOutcome.Outcome;
import org.certassist.desktop.send.SendState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The portal's list is taken in for a declaration, looked at and kept.
@Timeout(60)
class ResultsTest {
  private static final String HEADERS = "姓名\t证件号码\t处理结果\t失败原因\n";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void fileOneThatAwaitsItsResults() {
    office = new Office(folder).withKey(PinState.OK);
    desk = new Desk(office);
    desk.files("good.xlsx", SendState.Ended.class);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private History declaration() throws Exception {
    return office.archive.all().getLast();
  }

  private static String line(History history, int index, String status, String reason) {
    Content.Row row = history.content().rows().get(index);
    return "%s\t%s\t%s\t%s\n"
        .formatted(row.values().get("name"), row.values().get("idNumber"), status, reason);
  }

  private ResultsState.Matched pastes(History history, String text) {
    desk.does(() -> desk.results.open(history));
    desk.does(() -> desk.results.read(new ListingSource.Pasted(text)));
    return desk.until(desk.results.state(), ResultsState.Matched.class);
  }

  @Test
  void whatIsWrongIsShownSavedAndKept() throws Exception {
    History history = declaration();
    assertThat(history.stage()).isEqualTo(Stage.ACCEPTED);

    ResultsState.Matched matched =
        pastes(history, HEADERS + line(history, 3, "失败", "户籍性质不能为空") + line(history, 5, "成功", ""));

    assertThat(RowOutcome.of(history.content(), matched.results()))
        .extracting(RowOutcome::outcome)
        .startsWith(Outcome.WRONG, Outcome.PASSED, Outcome.NOT_MENTIONED)
        .hasSize(12);
    assertThat(matched.keeping()).isEqualTo(Keeping.OFFERED);

    Path out = folder.resolve("wrong.xlsx");
    desk.does(() -> desk.results.saveWrong(Samples.enrolment(), out));
    desk.until(desk.results.saved(), Optional::isPresent);
    assertThat(desk.results.saved().get()).contains(new Saved.Written("saved.refused", out));
    assertThat(office.workbooks.marked().getFirst())
        .extracting(mark -> mark.note())
        .containsExactly("户籍性质不能为空");

    desk.does(desk.results::keep);
    desk.until(
        desk.results.state(),
        now -> now instanceof ResultsState.Matched kept && kept.keeping() == Keeping.KEPT);
    assertThat(declaration().stage()).isEqualTo(Stage.DONE_WITH_REFUSALS);
    desk.until(
        desk.outbox.listing(),
        now ->
            now instanceof Listing.Loaded loaded
                && loaded.histories().getFirst().stage() == Stage.DONE_WITH_REFUSALS);
  }

  private ResultsState untilNow(java.util.function.Predicate<ResultsState.Matched> wanted) {
    desk.until(
        desk.results.state(),
        now -> now instanceof ResultsState.Matched matched && wanted.test(matched));
    return desk.results.state().get();
  }

  @Test
  void aListOfAnotherDeclarationIsHeldAgainstThatOneWhenItIsChosen() throws Exception {
    office.workbooks.put("one.xlsx", Samples.only(20));
    desk.does(desk.send::dismiss);
    desk.files("one.xlsx", SendState.Ended.class);
    History first = declaration();
    History second = office.archive.all().getFirst();

    ResultsState.Matched strange = pastes(first, HEADERS + line(second, 0, "失败", "没有符合该人员的参保身份"));
    assertThat(strange.keeping()).isEqualTo(Keeping.UNDECIDED);
    assertThat(strange.strays()).hasSize(1);
    desk.does(desk.results::keep);
    desk.until(
        desk.results.state(),
        now -> now instanceof ResultsState.Matched told && told.notKept().isPresent());
    assertThat(declaration().stage()).isEqualTo(Stage.ACCEPTED);

    desk.does(() -> desk.results.choose(second));

    ResultsState.Matched matched =
        (ResultsState.Matched) untilNow(now -> now.declaration().id().equals(second.id()));
    assertThat(matched.keeping()).isEqualTo(Keeping.OFFERED);
    assertThat(matched.results().wrong()).hasSize(1);
  }

  @Test
  void aListThatCannotBeUsedLeavesTheTextWhereItIs() throws Exception {
    History history = declaration();
    desk.does(() -> {
      desk.results.open(history);
      desk.results.pasted().set("姓名\n赵敏\n");
      desk.results.read(new ListingSource.Pasted("姓名\n赵敏\n"));
    });
    desk.until(
        desk.results.state(),
        now -> now instanceof ResultsState.Choosing choosing && choosing.trouble().isPresent());

    assertThat(((ResultsState.Choosing) desk.results.state().get()).trouble().orElseThrow().id())
        .isEqualTo("list.noHeaders");
    assertThat(desk.results.pasted().get()).contains("赵敏");

    desk.does(() -> desk.results.read(new ListingSource.File(Path.of("photo.png"))));
    desk.until(
        desk.results.state(),
        now ->
            now instanceof ResultsState.Choosing choosing
                && choosing
                    .trouble()
                    .filter(why -> why.id().equals("file.notAWorkbook"))
                    .isPresent());
  }

  @Test
  void whatWasNotNotedAsHandedInIsShownAndNotKept() throws Exception {
    Content content = declaration().content();
    DeclarationId id = DeclarationId.random();
    office.archive.append(id, 0, new Step.Exported(content, Way.PAGE_UPLOAD, "上传.xlsx", "00"));
    History exported = office.archive.find(id).orElseThrow();

    ResultsState.Matched matched = pastes(exported, HEADERS + line(exported, 1, "失败", "户籍性质不能为空"));

    assertThat(ResultsState.mayBeListed(exported)).isTrue();
    assertThat(matched.keeping()).isEqualTo(Keeping.NOT_HANDED_IN);
    assertThat(matched.results().wrong()).hasSize(1);
  }

  @Test
  void anotherListAfterOneWasKeptIsNotSaidToBeKept() throws Exception {
    pastes(declaration(), HEADERS);
    desk.does(desk.results::keep);
    untilNow(now -> now.keeping() == Keeping.KEPT);

    desk.does(desk.results::anotherList);
    String other = HEADERS + line(declaration(), 3, "失败", "户籍性质不能为空");
    desk.does(() -> desk.results.read(new ListingSource.Pasted(other)));

    ResultsState.Matched matched = desk.until(desk.results.state(), ResultsState.Matched.class);
    assertThat(matched.keeping()).isEqualTo(Keeping.OTHERS_KEPT);
    desk.does(desk.results::anotherList);
    desk.does(() -> desk.results.read(new ListingSource.Pasted(HEADERS)));
    untilNow(now -> now.keeping() == Keeping.KEPT);
  }

  @Test
  void resultsAreAskedForOnlyWhereThePortalMayHaveSome() throws Exception {
    History accepted = declaration();
    assertThat(ResultsState.mayBeListed(accepted)).isTrue();

    pastes(accepted, HEADERS);
    desk.does(desk.results::keep);
    untilNow(now -> now.keeping() == Keeping.KEPT);

    assertThat(declaration().stage()).isEqualTo(Stage.DONE);
    assertThat(List.of(declaration())).noneMatch(ResultsState::mayBeListed);
  }
}
