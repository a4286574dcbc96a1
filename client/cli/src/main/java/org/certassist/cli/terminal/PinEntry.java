package org.certassist.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.jspecify.annotations.Nullable;

/// Takes a PIN or a password: one line of bytes from standard input where that was asked for, else
/// typed at the console without echo.
///
/// Closing it wipes every PIN that it gave, so that none outlives the command, however that ends.
public final class PinEntry implements AutoCloseable {
  /// Longer than any token takes (BJCA clients take 6 to 16).
  private static final int LONGEST = 256;

  private static final int LONGEST_PASSWORD = 4096;

  private final InputStream in;
  private final @Nullable Console console;
  private final List<Pin> given = new ArrayList<>();

  public PinEntry(InputStream in, @Nullable Console console) {
    this.in = in;
    this.console = console;
  }

  /// @throws KeyException `pin.none` when there is nobody to ask or the line is empty,
  ///   `pin.untypable` for a line longer than any PIN
  public Pin read(boolean fromStandardInput, String prompt) throws KeyException {
    Optional<Pin> pin = fromStandardInput ? fromLine() : fromConsole(prompt);
    pin.ifPresent(given::add);
    return pin.filter(typed -> !typed.isEmpty())
        .orElseThrow(() -> new KeyException(new KeyFault.NoPin()));
  }

  /// Takes the password of a file exactly as it is given, which may be an empty one.
  ///
  /// @return empty when there is nobody to ask, and for a line longer than any password
  public Optional<Pin> readPassword(boolean fromStandardInput, String prompt) {
    Optional<Pin> password =
        fromStandardInput
            ? line(LONGEST_PASSWORD) instanceof Line.Whole(Pin pin)
                ? Optional.of(pin)
                : Optional.empty()
            : fromConsole(prompt);
    password.ifPresent(given::add);
    return password;
  }

  @Override
  public void close() {
    given.forEach(Pin::close);
    given.clear();
  }

  private Optional<Pin> fromConsole(String prompt) {
    return Optional.ofNullable(console)
        .map(terminal -> terminal.readPassword("%s", Output.printable(prompt)))
        .map(Pin::of);
  }

  private Optional<Pin> fromLine() throws KeyException {
    Line line = line(LONGEST);
    return switch (line) {
      case Line.None() -> Optional.empty();
      // Cut off it would be another PIN and cost a try.
      case Line.TooLong() -> throw new KeyException(new KeyFault.PinUntypable());
      case Line.Whole(Pin pin) -> Optional.of(pin);
    };
  }

  /// What standard input gives for one question.
  private sealed interface Line {
    /// It is at its end, or closed.
    record None() implements Line {}

    record TooLong() implements Line {}

    record Whole(Pin pin) implements Line {}
  }

  /// Reads byte by byte so that nothing after the line is taken, and nothing of it stays in a
  /// buffer.
  private Line line(int longest) {
    byte[] line = new byte[longest];
    int length = 0;
    try {
      int next = in.read();
      if (next < 0) {
        return new Line.None();
      }
      while (next >= 0 && next != '\n' && length < longest) {
        line[length++] = (byte) next;
        next = in.read();
      }
      if (length == longest) {
        return new Line.TooLong();
      }
      if (length > 0 && line[length - 1] == '\r') {
        length--;
      }
      return new Line.Whole(Pin.ofUtf8(Arrays.copyOf(line, length)));
    } catch (IOException closed) {
      return new Line.None();
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }
}
