package org.certassist.desktop.fx;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.desktop.fx.Background.End;

/// What became of a file that was to be written.
public sealed interface Saved {
  /// @param id of the sentence that says so
  record Written(String id, Path file) implements Saved {}

  record NotWritten(Fault fault) implements Saved {}

  static Optional<Saved> of(String id, End<Path> end) {
    return switch (end) {
      case End.Finished<Path>(Path file) -> Optional.of(new Written(id, file));
      case End.Failed<Path>(Fault fault) -> Optional.of(new NotWritten(fault));
      case End.Cancelled<Path>() -> Optional.empty();
    };
  }

  default Notice notice(Words words) {
    return switch (this) {
      case Written(String id, Path file) ->
          Notice.of(Tone.GOOD, words.get(id, String.valueOf(file.getFileName())), file.toString());
      case NotWritten(Fault fault) ->
          Notice.of(fault instanceof WindowFault ? Tone.WARNING : Tone.BAD, fault, words);
    };
  }
}
