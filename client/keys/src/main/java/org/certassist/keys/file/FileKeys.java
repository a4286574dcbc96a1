package org.certassist.keys.file;

import java.nio.file.Path;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyFiles;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;

/// The keys in PKCS#12 files beside those of the drivers: the file that was named for this run, and
/// those that were opened before.
///
/// A wrong password locks nothing and may be followed by another at once.
public final class FileKeys implements KeyBridge, KeyFiles {
  private final KeyFileMemory memory;
  private final KeyBridge drivers;
  private final Provider provider = new BouncyCastleProvider();
  private final List<OneKeyFile> named = new CopyOnWriteArrayList<>();
  private final List<OneKeyFile> remembered = new CopyOnWriteArrayList<>();

  /// @param drivers all other keys
  public FileKeys(KeyFileMemory memory, KeyBridge drivers) {
    this.memory = memory;
    this.drivers = drivers;
    memory.files().forEach(path -> remembered.add(new OneKeyFile(path, provider)));
  }

  /// Takes a file up for this run alone.
  public KeyInFile name(Path file) {
    OneKeyFile one = new OneKeyFile(whole(file), provider);
    named.add(one);
    return one;
  }

  @Override
  public synchronized KeyInFile open(Path file) throws KeyException {
    Optional<OneKeyFile> known = known(whole(file));
    OneKeyFile one = known.orElseGet(() -> new OneKeyFile(whole(file), provider));
    one.refuseUnusable();
    if (known.isEmpty()) {
      remembered.add(one);
      keep();
    }
    return one;
  }

  @Override
  public synchronized void forget(Path file) {
    named.removeIf(one -> one.lies(whole(file)));
    if (remembered.removeIf(one -> one.lies(whole(file)))) {
      keep();
    }
  }

  private void keep() {
    memory.keep(remembered.stream().map(OneKeyFile::path).toList());
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private Optional<OneKeyFile> known(Path file) {
    return all().filter(one -> one.lies(file)).findFirst();
  }

  /// A file that was named and is remembered too counts once.
  private Stream<OneKeyFile> all() {
    return Stream.concat(
        named.stream(),
        remembered.stream().filter(one -> named.stream().noneMatch(it -> it.lies(one.path()))));
  }

  @Override
  public Inventory inventory() throws InterruptedException {
    return beside(drivers.inventory());
  }

  @Override
  public boolean hasChanged() throws InterruptedException {
    return drivers.hasChanged();
  }

  @Override
  public Inventory inventoryAfresh(boolean all) throws InterruptedException {
    return beside(drivers.inventoryAfresh(all));
  }

  private Inventory beside(Inventory others) {
    return new Inventory(
        Stream.concat(all().map(OneKeyFile::report), others.drivers().stream()).toList(),
        Stream.concat(all().flatMap(one -> one.key().stream()), others.keys().stream()).toList());
  }

  @Override
  public Inventory tryOut(Driver driver) throws InterruptedException {
    return drivers.tryOut(driver);
  }

  @Override
  public Inventory tryOut(String driverId) throws InterruptedException {
    return drivers.tryOut(driverId);
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    if (!KeyInFile.holds(key.token())) {
      return drivers.open(key, pin, lastTryConfirmed);
    }
    Path file = key.token().module();
    return known(file).orElseGet(() -> new OneKeyFile(file, provider)).open(key, pin);
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
  public void useAgain(Driver driver) {
    drivers.useAgain(driver);
  }

  @Override
  public void close() {
    drivers.close();
  }
}
