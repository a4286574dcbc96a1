package org.certassist.cli.json;

import java.util.List;
import org.certassist.core.helpdesk.Said;
import org.certassist.core.helpdesk.Trial;

/// The answer of `selftest --json`.
public record SelftestJson(List<TrialJson> trials) {
  /// @param outcome `ok`, `differs` or `noSecondSource`
  /// @param expected empty with `noSecondSource`
  public record TrialJson(
      String id, String outcome, List<SaidJson> expected, List<SaidJson> found) {}

  /// @param word the same in every language
  /// @param details what it is said of
  public record SaidJson(String word, List<String> details) {
    private static List<SaidJson> of(List<Said> things) {
      return things.stream().map(said -> new SaidJson(said.word(), said.details())).toList();
    }
  }

  public static SelftestJson of(List<Trial> trials) {
    return new SelftestJson(
        trials.stream()
            .map(trial ->
                new TrialJson(
                    trial.id(),
                    trial.outcome().word(),
                    SaidJson.of(trial.expected()),
                    SaidJson.of(trial.found())))
            .toList());
  }
}
