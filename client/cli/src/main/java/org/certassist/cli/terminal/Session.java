package org.certassist.cli.terminal;

import java.util.List;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.time.ClockReading;
import org.certassist.texts.Texts;

/// Everything one command works with; closing it wipes what was typed, closes the archive and ends
/// every host.
///
/// @param command how this program is called here, such as `certassist --home DIR`, for hints
public record Session(Texts texts, Output output, PinEntry pins, String command, Wiring wiring)
    implements AutoCloseable {
  /// A line of words by id.
  public void say(String id, Object... values) {
    output.line(texts.get(id, values));
  }

  /// A line of words about several names; none where there are no names.
  public void sayOf(String id, List<String> names) {
    if (!names.isEmpty()) {
      say(id, String.join(texts.get("list.separator"), names));
    }
  }

  /// That certificates were judged by the portal's time, where they were.
  public void say(ClockReading clock) {
    texts.clock(clock).ifPresent(text -> output.line(text.joined(texts.language())));
  }

  @Override
  public void close() {
    pins.close();
    wiring.close();
  }
}
