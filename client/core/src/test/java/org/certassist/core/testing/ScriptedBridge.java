package org.certassist.core.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Engine;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;

/// A bridge to one key that counts what is done to it.
public final class ScriptedBridge implements KeyBridge {
  public static final String RIGHT_PIN = "246810";

  private Inventory inventory = new Inventory(List.of(), List.of());
  private boolean cancelled;
  private Optional<KeyFault> faultAtSigning = Optional.empty();
  private String right = RIGHT_PIN;
  private boolean changed;
  private int changes;
  private final List<Driver> tried = new ArrayList<>();
  private final List<Driver> usedAgain = new ArrayList<>();
  private int opened;
  private int closed;
  private int signed;

  public void shows(Inventory seen) {
    changed = !seen.equals(inventory);
    inventory = seen;
  }

  /// Says that it shows something else, for so many looks.
  public void changes(int looks) {
    changes = looks;
  }

  /// The key signs so many times more (logins included), then fails.
  public void failsAtSigning(KeyFault fault) {
    faultAtSigning = Optional.of(fault);
  }

  /// Whoever signs is interrupted.
  public void isCancelledAtSigning() {
    cancelled = true;
  }

  /// The key's PIN is this one.
  public void takes(String pin) {
    right = pin;
  }

  /// How often a PIN was sent.
  public int opened() {
    return opened;
  }

  public int stillOpen() {
    return opened - closed;
  }

  public int signed() {
    return signed;
  }

  /// The drivers that were tried out; each showed what the inventory holds.
  public List<Driver> tried() {
    return tried;
  }

  /// The drivers that the user wanted used again.
  public List<Driver> usedAgain() {
    return usedAgain;
  }

  @Override
  public Inventory inventory() {
    changed = false;
    return inventory;
  }

  @Override
  public boolean hasChanged() {
    if (changes > 0) {
      changes--;
      return true;
    }
    return changed;
  }

  @Override
  public Inventory inventoryAfresh(boolean all) {
    return inventory();
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed) throws KeyException {
    opened++;
    if (!new String(pin.copy(), StandardCharsets.UTF_8).equals(right)) {
      closed++;
      throw new KeyException(new KeyFault.PinWrong(PinState.WRONG_TRIED));
    }
    return new Session(key);
  }

  @Override
  public void changePin(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed) {
    throw new UnsupportedOperationException("no filing changes a PIN");
  }

  @Override
  public void unblockPin(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed) {
    throw new UnsupportedOperationException("no filing changes a PIN");
  }

  @Override
  public Inventory tryOut(Driver driver) {
    tried.add(driver);
    return inventory;
  }

  @Override
  public Inventory tryOut(String driverId) {
    return inventory;
  }

  @Override
  public void useAgain(String driverId) {}

  @Override
  public void useAgain(Driver driver) {
    usedAgain.add(driver);
  }

  @Override
  public void close() {}

  private final class Session implements KeySession {
    private final SigningKey key;
    private boolean loggedOut;

    private Session(SigningKey key) {
      this.key = key;
    }

    @Override
    public SigningKey key() {
      return key;
    }

    @Override
    public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned)
        throws KeyException, InterruptedException {
      if (cancelled) {
        throw new InterruptedException();
      }
      if (loggedOut) {
        throw new IllegalStateException("signed after logout");
      }
      if (faultAtSigning.isPresent()) {
        throw new KeyException(faultAtSigning.get());
      }
      signed++;
      return new RawSignature(new byte[256], Engine.CRYPTOKI);
    }

    @Override
    public void close() {
      if (!loggedOut) {
        loggedOut = true;
        closed++;
      }
    }
  }
}
