package org.certassist.cli.json;

import java.util.List;
import org.certassist.core.helpdesk.Trial;

/// The answer of `selftest --json`.
public record SelftestJson(List<TrialJson> trials) {
  /// @param outcome `ok`, `differs` or `noSecondSource`
  public record TrialJson(String id, String outcome, String expected, String found) {}

  public static SelftestJson of(List<Trial> trials) {
    return new SelftestJson(
        trials.stream()
            .map(trial ->
                new TrialJson(trial.id(), trial.outcome().word(), trial.expected(), trial.found()))
            .toList());
  }
}
