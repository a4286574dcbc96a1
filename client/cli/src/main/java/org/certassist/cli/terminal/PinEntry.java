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

/// Takes a PIN: one line of bytes from standard input where that was asked for, else typed at the
/// console without echo.
///
/// Closing it wipes every PIN that it gave, so that none outlives the command, however that ends.
public final class PinEntry implements AutoCloseable {
  /// Longer than any token takes (BJCA clients take 6 to 16).
  private static final int LONGEST = 256;

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

  /// Reads byte by byte so that nothing after the line is taken, and nothing of it stays in a
  /// buffer.
  private Optional<Pin> fromLine() throws KeyException {
    byte[] line = new byte[LONGEST];
    int length = 0;
    try {
      int next = in.read();
      while (next >= 0 && next != '\n' && length < LONGEST) {
        line[length++] = (byte) next;
        next = in.read();
      }
      if (length == LONGEST) {
        // Cut off it would be another PIN and cost a try.
        throw new KeyException(new KeyFault.PinUntypable());
      }
      if (length > 0 && line[length - 1] == '\r') {
        length--;
      }
      return Optional.of(Pin.ofUtf8(Arrays.copyOf(line, length)));
    } catch (IOException closed) {
      return Optional.empty();
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }
}
