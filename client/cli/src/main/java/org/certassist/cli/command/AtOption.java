package org.certassist.cli.command;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option to judge as of another time than now.
final class AtOption {
  @Option(names = "--at", paramLabel = "TIME")
  private @Nullable String at;

  boolean isGiven() {
    return at != null;
  }

  /// @throws FaultException `usage.notATime`
  Instant instant(ShanghaiTime clock) throws FaultException {
    String text = at;
    if (text == null) {
      return clock.instant();
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new FaultException(UsageFault.of("usage.notATime", text), notATime);
    }
  }
}
