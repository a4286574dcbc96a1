package org.certassist.core.key;

import java.util.List;
import java.util.Optional;

/// Keeps one key open for the user after its PIN was typed, and lets it go.
///
/// At most one: a second key takes the place of the first, so that no key is left open unseen.
public final class KeyKeeper implements AutoCloseable {
  private final KeyLease.Time time;
  private Optional<KeyLease> kept = Optional.empty();

  public KeyKeeper(KeyLease.Time time) {
    this.time = time;
  }

  /// The same key by the same door, but it stays open behind whoever goes through.
  public KeyDoor keepingOpen(KeyDoor door) {
    return new KeyDoor() {
      @Override
      public SigningKey key() {
        return door.key();
      }

      @Override
      public KeySession open() throws KeyException, InterruptedException {
        return keep(door).open();
      }
    };
  }

  private KeyLease keep(KeyDoor door) throws KeyException, InterruptedException {
    close();
    KeyLease lease = new KeyLease(door.open(), time);
    put(Optional.of(lease));
    return lease;
  }

  private synchronized void put(Optional<KeyLease> lease) {
    kept = lease;
  }

  private synchronized Optional<KeyLease> kept() {
    return kept;
  }

  /// The lease under which a key lies open now; one that is overdue ends by this look.
  public Optional<KeyLease> open() {
    return kept().filter(KeyLease::isOpen);
  }

  /// The open door to this very key, if it lies open.
  public Optional<KeyLease> open(SigningKey key) {
    return open().filter(lease -> lease.opens(key));
  }

  /// Why the last one ended; empty while one is open and where none was.
  public Optional<KeyLease.End> end() {
    return kept().flatMap(KeyLease::end);
  }

  /// Lets the key go if its driver shows it no more; a signature that is being made is waited for.
  ///
  /// A driver that is busy or in trouble says nothing of it.
  public void seen(List<DriverReport> drivers, List<TokenKey> there) {
    open()
        .filter(lease -> drivers.stream().anyMatch(lease::isSpokenFor))
        .filter(lease -> !lease.isAmong(there))
        .ifPresent(KeyLease::pulled);
  }

  /// Lets the key go; a signature that is being made is finished first.
  @Override
  public void close() {
    kept().ifPresent(KeyLease::close);
  }
}
