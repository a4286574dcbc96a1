package org.certassist.core.key;

/// The port to drivers and keys; drivers run in processes of their own behind it.
public interface KeyBridge extends AutoCloseable {
  /// Probes every driver side by side; one that fails is a report in the answer, not an exception.
  Inventory inventory() throws InterruptedException;

  /// Whether a driver shows other tokens than before, was installed or is gone; for a look twice a
  /// second.
  ///
  /// Only drivers that worked when they were last asked are asked, and none that is at work for
  /// somebody.
  boolean hasChanged() throws InterruptedException;

  /// As [#inventory], after something was plugged in or pulled out: a driver to which nobody is
  /// logged in is started afresh, since some see a key that comes back only so. One that hung is
  /// not asked and keeps its report, lest the others wait for it.
  ///
  /// @param all also those drivers that show what they showed before
  Inventory inventoryAfresh(boolean all) throws InterruptedException;

  /// Probes one driver in a host of its own, which is ended afterwards; it need not be one of the
  /// inventory's.
  ///
  /// @return its report and the keys that it shows
  Inventory tryOut(Driver driver) throws InterruptedException;

  /// The same for one of the inventory's drivers, by its id; nothing where there is none.
  Inventory tryOut(String driverId) throws InterruptedException;

  /// Logs in once with this PIN, to this token only. The PIN is never sent a second time.
  ///
  /// @param lastTryConfirmed the user said yes to using the last try; without it a token in
  ///   [PinState#LAST_TRY] is refused before the PIN is sent
  /// @throws KeyException `pin.wrong`, `pin.locked`, `pin.lastTry`, `key.absent`, `driver.…`
  KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException;

  /// Sets a new PIN; the present one is tried once, and never a second time.
  ///
  /// @param lastTryConfirmed as in [#open]
  /// @throws KeyException `pin.changeUnknown` where the driver failed in the middle; `pin.…`,
  ///   `key.…`, `driver.…`, and the old PIN stays
  void changePin(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException;

  /// Sets a new PIN with the administrator's PIN, which is tried once; where the driver allows it.
  ///
  /// @param lastTryConfirmed the user said yes to using the administrator's last try
  /// @throws KeyException `pin.administrator…`, `driver.notSupported`, as [#changePin]
  void unblockPin(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException;

  /// Lets a driver be called again that crashed too often or whose file was exchanged, because the
  /// user says so.
  void useAgain(String driverId);

  /// The same for one that need not be one of the inventory's.
  void useAgain(Driver driver);

  /// Ends every host.
  @Override
  void close();
}
