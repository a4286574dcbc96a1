package org.certassist.cli.broken;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Diagnosis;

/// What a look at a PC came to.
///
/// @param first what to begin with
/// @param all every cause that was named, by failures and by warnings
record Seen(Optional<Cause> first, List<Cause> all, Duration took) {
  static Seen of(Diagnosis.Report report, Duration took) {
    return new Seen(
        report.first().flatMap(CheckResult::cause),
        report.results().stream().flatMap(result -> result.cause().stream()).toList(),
        took);
  }
}
