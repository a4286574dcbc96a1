package org.certassist.desktop.office;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyFiles;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinCharacters;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;

/// Key files that lie nowhere; each has a password, and a certificate that is named by the file.
public final class PaperKeyFiles implements KeyFiles {
  private final Map<Path, MaskedPin> lying = new ConcurrentHashMap<>();
  private final List<Path> open = new ArrayList<>();
  private final List<Path> unlocked = new ArrayList<>();

  /// Lays a file down.
  public PaperKeyFiles lay(Path file, String password) {
    return lay(file, MaskedPin.of(password.getBytes(StandardCharsets.UTF_8)));
  }

  public PaperKeyFiles lay(Path file, MaskedPin password) {
    lying.put(file, password);
    return this;
  }

  /// Takes it away again.
  public void takeAway(Path file) {
    lying.remove(file);
  }

  /// It was opened in an earlier run.
  public synchronized PaperKeyFiles remembering(Path file) {
    open.add(file);
    return this;
  }

  @Override
  public synchronized KeyInFile open(Path file) throws KeyException {
    One one = new One(file);
    one.refuseUnusable();
    if (!open.contains(file)) {
      open.add(file);
    }
    return one;
  }

  @Override
  public synchronized void forget(Path file) {
    open.remove(file);
    unlocked.remove(file);
  }

  synchronized List<DriverReport> reports() {
    return open.stream()
        .map(file ->
            new DriverReport(KeyInFile.DRIVER, name(file), Optional.of(file), state(file), ""))
        .toList();
  }

  private DriverState state(Path file) {
    if (!lying.containsKey(file)) {
      return DriverState.FILE_GONE;
    }
    return unlocked.contains(file) ? DriverState.READY : DriverState.PASSWORD_NEEDED;
  }

  synchronized List<TokenKey> keys() {
    return unlocked.stream()
        .filter(lying::containsKey)
        .map(file ->
            new TokenKey(
                file,
                KeyInFile.DRIVER,
                "",
                "PKCS#12",
                name(file),
                name(file),
                new TokenPin(PinState.OK, PinState.UNKNOWN, false, 0, 0),
                List.of(PaperKeys.certificate(name(file))),
                List.of()))
        .toList();
  }

  void check(Path file, Pin password) throws KeyException {
    new One(file).refuseUnusable();
    byte[] bytes = password.copy();
    try {
      if (!Objects.requireNonNull(lying.get(file)).is(bytes)) {
        throw new KeyException(
            PinCharacters.areTypable(password)
                ? new KeyFault.FilePasswordWrong(name(file))
                : new KeyFault.FilePasswordWrongOdd(name(file)));
      }
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private final class One implements KeyInFile {
    private final Path file;

    One(Path file) {
      this.file = file;
    }

    @Override
    public String name() {
      return PaperKeyFiles.name(file);
    }

    @Override
    public void refuseUnusable() throws KeyException {
      if (!lying.containsKey(file)) {
        throw new KeyException(
            name().endsWith(".p12")
                ? new KeyFault.FileGone(name())
                : new KeyFault.FileUnusable(name(), "malformed"));
      }
    }

    @Override
    public void unlock(Pin password) throws KeyException {
      check(file, password);
      synchronized (PaperKeyFiles.this) {
        if (!unlocked.contains(file)) {
          unlocked.add(file);
        }
      }
    }
  }
}
