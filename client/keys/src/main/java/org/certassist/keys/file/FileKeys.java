package org.certassist.keys.file;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;

/// A PKCS#12 file as a key beside those of the drivers.
///
/// What lies in it is not known before its password was given once ([#unlock]); of that only the
/// certificates are kept. A wrong password locks nothing and may be followed by another at once.
public final class FileKeys implements KeyBridge, KeyInFile {
  private static final String MODEL = "PKCS#12";

  private final Path path;
  private final KeyBridge drivers;
  private final Provider provider = new BouncyCastleProvider();
  private volatile Optional<TokenKey> seen = Optional.empty();

  /// @param drivers all other keys
  public FileKeys(Path path, KeyBridge drivers) {
    this.path = path.toAbsolutePath();
    this.drivers = drivers;
  }

  @Override
  public String name() {
    return KeyFile.name(path);
  }

  @Override
  public void refuseUnusable() throws KeyException {
    var _ = KeyFile.read(path);
  }

  @Override
  public void unlock(Pin password) throws KeyException {
    KeyPairs pairs = pairs(password);
    seen =
        Optional.of(
            new TokenKey(
                path,
                DRIVER,
                "",
                MODEL,
                name(),
                name(),
                new TokenPin(PinState.OK, PinState.UNKNOWN, false, 1, 0),
                List.copyOf(pairs.byCertificate().keySet()),
                pairs.others()));
  }

  private KeyPairs pairs(Pin password) throws KeyException {
    return KeyPairs.of(KeyFile.read(path).open(password), provider);
  }

  @Override
  public Inventory inventory() throws InterruptedException {
    Inventory others = drivers.inventory();
    return new Inventory(
        Stream.concat(Stream.of(report()), others.drivers().stream()).toList(),
        Stream.concat(seen.stream(), others.keys().stream()).toList());
  }

  private DriverReport report() {
    try {
      var _ = KeyFile.read(path);
      return report(seen.isPresent() ? DriverState.READY : DriverState.PASSWORD_NEEDED, "");
    } catch (KeyException e) {
      return report(DriverState.REFUSED, e.fault().details().getLast());
    }
  }

  private DriverReport report(DriverState state, String reason) {
    return new DriverReport(DRIVER, name(), Optional.of(path), state, reason);
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    if (!KeyInFile.holds(key.token())) {
      return drivers.open(key, pin, lastTryConfirmed);
    }
    PrivateKey own = pairs(pin).byCertificate().get(key.certificate());
    if (own == null) {
      throw new KeyException(new KeyFault.CertificateAbsent(key.token().serial()));
    }
    return new FileSession(key, own, provider);
  }

  @Override
  public void changePin(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    refuseFile(token);
    drivers.changePin(token, present, fresh, lastTryConfirmed);
  }

  @Override
  public void unblockPin(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    refuseFile(token);
    drivers.unblockPin(token, administrators, fresh, lastTryConfirmed);
  }

  private static void refuseFile(TokenKey token) throws KeyException {
    if (KeyInFile.holds(token)) {
      throw new KeyException(new KeyFault.FilePasswordStays(token.serial()));
    }
  }

  @Override
  public void useAgain(String driverId) {
    drivers.useAgain(driverId);
  }

  @Override
  public void close() {
    drivers.close();
  }
}
