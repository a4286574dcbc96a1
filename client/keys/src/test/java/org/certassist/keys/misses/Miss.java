package org.certassist.keys.misses;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;

/// One way a driver or a key is missed, as a line of docs/faults.md.
///
/// @param title the situation, in English
/// @param word the state's or the verdict's name in `--json`, with the technical reason
/// @param english the sentence, and `chinese` the same
/// @param step what the clerk is to do, and `next` in Chinese
record Miss(String title, String word, String english, String chinese, String step, String next) {
  private static final Texts ENGLISH = Texts.strict(Language.EN);
  private static final Texts CHINESE = Texts.strict(Language.ZH);

  static Miss of(String title, DriverReport report, Path folder) {
    DriverState state = report.state();
    String reason = report.reason().replace(folder.toString(), "…");
    return new Miss(
        title,
        "`" + state.word() + "`" + (reason.isEmpty() ? "" : " " + reason),
        ENGLISH.driverState(state),
        CHINESE.driverState(state),
        orNothing(ENGLISH.driverHelp(state, report.doubt())),
        orNothing(CHINESE.driverHelp(state, report.doubt())));
  }

  static Miss of(String title, PluggedKey key) {
    KeyVerdict verdict = key.verdict();
    return new Miss(
        title,
        "`" + verdict.word() + "`",
        ENGLISH.keyVerdict(verdict),
        CHINESE.keyVerdict(verdict),
        orNothing(ENGLISH.keyVerdictNext(key)),
        orNothing(CHINESE.keyVerdictNext(key)));
  }

  private static String orNothing(Optional<String> text) {
    return text.orElse("");
  }

  boolean hasAStep() {
    return !step.isEmpty() && !next.isEmpty();
  }

  String line() {
    return "| %s | %s | %s | %s | %s | %s |\n".formatted(title, word, english, chinese, step, next);
  }
}
