package org.certassist.keys.file;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import org.certassist.core.fault.FaultArea;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;

/// One PKCS#12 file as a key: what lies in it is not known before its password was given once
/// ([#unlock]), and of that only the certificates are kept.
final class OneKeyFile implements KeyInFile {
  private static final String MODEL = "PKCS#12";

  private final Path path;
  private final Provider provider;
  private volatile Optional<TokenKey> seen = Optional.empty();

  /// What only its password brought to light.
  private volatile Optional<KeyFault> unfit = Optional.empty();

  OneKeyFile(Path path, Provider provider) {
    this.path = path;
    this.provider = provider;
  }

  boolean lies(Path where) {
    return path.equals(where);
  }

  Path path() {
    return path;
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
    unfit = Optional.empty();
    try {
      seen = Optional.of(token(pairs(password)));
    } catch (KeyException refused) {
      if (refused.fault().area() == FaultArea.KEY_FILE) {
        unfit = Optional.of(refused.fault());
      }
      throw refused;
    }
  }

  private KeyPairs pairs(Pin password) throws KeyException {
    KeyPairs pairs = KeyPairs.of(KeyFile.read(path).open(password), provider);
    if (pairs.byCertificate().isEmpty()) {
      throw new KeyException(new KeyFault.FileWithoutKey(name()));
    }
    return pairs;
  }

  private TokenKey token(KeyPairs pairs) {
    return new TokenKey(
        path,
        DRIVER,
        "",
        MODEL,
        name(),
        name(),
        new TokenPin(PinState.OK, PinState.UNKNOWN, false, 0, 0),
        List.copyOf(pairs.byCertificate().keySet()),
        pairs.others());
  }

  /// The key that was seen in it, where the file is there still.
  Optional<TokenKey> key() {
    return seen.filter(_ -> trouble().isEmpty());
  }

  DriverReport report() {
    return trouble().map(this::report).orElseGet(this::usable);
  }

  private DriverReport usable() {
    return report(seen.isPresent() ? DriverState.READY : DriverState.PASSWORD_NEEDED, "");
  }

  private Optional<KeyFault> trouble() {
    try {
      refuseUnusable();
      return unfit;
    } catch (KeyException unusable) {
      return Optional.of(unusable.fault());
    }
  }

  private DriverReport report(KeyFault fault) {
    return fault instanceof KeyFault.FileGone
        ? report(DriverState.FILE_GONE, "")
        : report(DriverState.FILE_UNUSABLE, reason(fault));
  }

  private static String reason(KeyFault fault) {
    return fault.details().size() > 1 ? fault.details().getLast() : fault.id();
  }

  private DriverReport report(DriverState state, String reason) {
    return new DriverReport(DRIVER, name(), Optional.of(path), state, reason);
  }

  KeySession open(SigningKey key, Pin password) throws KeyException {
    PrivateKey own = pairs(password).byCertificate().get(key.certificate());
    if (own == null) {
      throw new KeyException(new KeyFault.CertificateAbsent(key.token().serial()));
    }
    return new FileSession(key, own, provider);
  }
}
