package org.certassist.texts;

import java.util.List;
import java.util.stream.Collectors;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.helpdesk.Said;
import org.certassist.core.key.DriverState;

/// What a trial of `selftest` expected, or what came.
public final class TrialWords {
  private final Texts texts;

  public TrialWords(Texts texts) {
    this.texts = texts;
  }

  /// All of it in a row; empty where there is nothing.
  public String of(List<Said> things) {
    return things.stream()
        .map(this::of)
        .collect(Collectors.joining(texts.get("selftest.separator")));
  }

  private String of(Said said) {
    return switch (said) {
      case Said.Told(var told, var details) ->
          texts.get("selftest.said." + told.word(), details.toArray());
      case Said.Value(String value) -> value;
      case Said.OfDriver(DriverState state) -> texts.driverState(state);
      case Said.OfService(var state) -> texts.get("selftest.service." + state.word());
      case Said.InTheWay(Cause cause) -> inTheWay(cause);
    };
  }

  /// Those that are provoked have words; any other is named so that a helper finds it.
  private String inTheWay(Cause cause) {
    String id = "selftest.inTheWay." + cause.id();
    return texts.has(id) ? texts.get(id) : texts.get("selftest.inTheWay", cause.id());
  }
}
