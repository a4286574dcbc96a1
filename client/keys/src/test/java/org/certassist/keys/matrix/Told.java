package org.certassist.keys.matrix;

import java.util.List;
import java.util.regex.Pattern;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;

/// An outcome as the page shows it: what differs from case to case is named, not given.
///
/// @param sees id and details
/// @param english what the user reads, and `chinese` the same
record Told(String sees, String english, String chinese) {
  private static final Texts ENGLISH = Texts.strict(Language.EN);
  private static final Texts CHINESE = Texts.strict(Language.ZH);

  /// A fault whose details are the names of places.
  private record Shown(String id, List<String> details) implements Fault {
    @Override
    public FaultArea area() {
      return FaultArea.KEY;
    }
  }

  static Told of(Seen seen) {
    List<String> details = named(seen);
    String id = seen.outcome().id();
    return switch (seen.outcome()) {
      case Outcome.Done() -> new Told("works all the same", "", "");
      case Outcome.Disguised() -> new Told("`ready`, with other certificates", "", "");
      case Outcome.Reported(var state, _) ->
          new Told(cell(id, details), ENGLISH.driverState(state), CHINESE.driverState(state));
      case Outcome.Failed _ ->
          new Told(
              cell(id, details),
              ENGLISH.fault(new Shown(id, details)).what(),
              CHINESE.fault(new Shown(id, details)).what());
    };
  }

  private static String cell(String id, List<String> details) {
    List<String> words = details.stream().filter(word -> !word.isEmpty()).toList();
    return "`" + id + "`" + (words.isEmpty() ? "" : " " + String.join(", ", words));
  }

  /// The details with names of places; the code belongs to the function that gave it and is named
  /// only beside that.
  private static List<String> named(Seen seen) {
    String function = "\\b" + seen.one().function() + "\\b";
    String code = seen.one().behaviour().code();
    List<String> details = seen.outcome().details();
    boolean itsOwn =
        !code.isEmpty() && details.stream().anyMatch(Pattern.compile(function).asPredicate());
    return details.stream()
        .map(word ->
            word.replace(Simulator.module().toString(), "{driver}")
                .replace("SIM0001", "{serial}")
                .replaceAll("\\b" + Trial.PATIENCE.toMillis() + "\\b", "{ms}")
                .replaceAll("\\blength \\d+", "length {length}")
                .replaceAll(function, "{function}"))
        .map(word -> itsOwn ? word.replaceAll("\\b" + code + "\\b", "{code}") : word)
        .toList();
  }

  /// All three parts of what a user reads about a fault.
  static String inFull(Seen seen, Language language) {
    List<String> details = named(seen);
    Texts texts = language == Language.EN ? ENGLISH : CHINESE;
    return texts.fault(new Shown(seen.outcome().id(), details)).joined(language);
  }
}
