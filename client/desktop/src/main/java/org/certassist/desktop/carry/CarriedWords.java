package org.certassist.desktop.carry;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Stage;
import org.certassist.core.paper.Paper;
import org.certassist.core.profile.Act;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.fx.Words;

/// What is said of a declaration that the clerk carries.
public final class CarriedWords {
  private static final String RETIREMENT = "retirement";

  private CarriedWords() {}

  /// Whether she has it in hand, or has handed it in and waits for the answer.
  public static boolean isCarried(Stage stage) {
    return stage.mayBeFollowedBy(Stage.HANDED_IN);
  }

  /// Unit, kind and number of people in one line.
  static String line(History history, Profile profile, Words words) {
    Content content = history.content();
    return words.get(
        "sign.waiting",
        content.unit().name(),
        words.kind(content.kind(), profile),
        content.rows().size());
  }

  /// When she handed it in and under which number.
  public static String handedIn(Step.HandedIn step, Words words) {
    return step.number()
        .map(number -> words.get("carry.handedInNumber", step.on().toString(), number))
        .orElseGet(() -> words.get("carry.handedIn", step.on().toString()));
  }

  /// What she does with it, one step after the other.
  static List<String> steps(History history, Step.Exported exported, Profile profile, Words words) {
    String file = exported.file();
    if (profile.isPractice()) {
      return List.of(
          words.get("carry.practice." + exported.way().word(), file),
          words.get("carry.thenRecord"));
    }
    return switch (exported.way()) {
      case PAGE_UPLOAD ->
          List.of(
              words.get("carry.upload.page", portalNames(history.content(), profile, words)),
              words.get("carry.upload.file", file),
              words.get("carry.upload.results"),
              words.get("carry.thenRecord"));
      case COUNTER ->
          List.of(
              words.get("carry.counter.print", file),
              words.get(
                  history.content().kind().equals(RETIREMENT)
                      ? "carry.counter.retirement"
                      : "carry.counter.papers"),
              words.get("carry.thenRecord"));
      case REST -> List.of();
    };
  }

  /// What the portal calls the filings for which this kind is made; two where it wants it twice.
  private static String portalNames(Content content, Profile profile, Words words) {
    List<String> names =
        profile.acts().stream()
            .flatMap(act -> act.parts().stream())
            .flatMap(part ->
                part instanceof Act.Part.Filing filing && filing.kind().id().equals(content.kind())
                    ? Stream.of(filing.portalName())
                    : Stream.empty())
            .distinct()
            .toList();
    return names.isEmpty()
        ? words.kind(content.kind(), profile)
        : names.stream().collect(Collectors.joining(words.get("carry.andThen")));
  }

  static String gap(Paper.Gap gap, Words words) {
    return gap.row() == 0
        ? words.shared().get("cli.print.unitGap", gap.character())
        : words.shared().get("cli.print.gap", gap.row(), gap.character());
  }

  static String way(Way way, Words words) {
    return words.shared().way(way);
  }
}
