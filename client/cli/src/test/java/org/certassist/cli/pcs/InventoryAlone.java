package org.certassist.cli.pcs;

import org.certassist.core.key.Driver;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;

/// A bridge that shows what was recorded and does nothing else.
record InventoryAlone(Inventory inventory) implements KeyBridge {
  @Override
  public boolean hasChanged() {
    return false;
  }

  @Override
  public Inventory inventoryAfresh(boolean all) {
    return inventory;
  }

  @Override
  public Inventory tryOut(Driver driver) {
    throw recorded();
  }

  @Override
  public Inventory tryOut(String driverId) {
    throw recorded();
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed) {
    throw recorded();
  }

  @Override
  public void changePin(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed) {
    throw recorded();
  }

  @Override
  public void unblockPin(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed) {
    throw recorded();
  }

  @Override
  public void useAgain(String driverId) {
    throw recorded();
  }

  @Override
  public void useAgain(Driver driver) {
    throw recorded();
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  private static UnsupportedOperationException recorded() {
    return new UnsupportedOperationException("a recording");
  }
}
