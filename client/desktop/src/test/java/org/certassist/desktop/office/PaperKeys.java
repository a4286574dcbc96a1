package org.certassist.desktop.office;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
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
import org.certassist.core.key.TokenPin;

/// Keys that really sign, with a PIN that really counts down: three wrong ones lock it.
public final class PaperKeys implements KeyBridge {
  public static final String PIN = "135790";
  public static final String ADMINISTRATORS = "97531086";

  private final KeyPair pair;
  private final List<TokenKey> keys = new ArrayList<>();
  private final Map<String, PinState> pins = new ConcurrentHashMap<>();
  private final AtomicInteger tries = new AtomicInteger();
  private volatile byte[] right = PIN.getBytes(StandardCharsets.UTF_8);

  public PaperKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Plugs a key in; its certificate is named by its serial.
  public synchronized PaperKeys plugIn(String serial, PinState state) {
    pins.put(serial, state);
    keys.add(
        new TokenKey(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            "softhsm2",
            "SoftHSM project",
            "SoftHSM v2",
            serial,
            "练习UKey",
            TokenPin.usual(state),
            List.of(certificate(serial)),
            List.of()));
    return this;
  }

  public static EncodedCertificate certificate(String serial) {
    return new EncodedCertificate(serial.getBytes(StandardCharsets.UTF_8));
  }

  /// How often a PIN was sent to a key.
  public int tries() {
    return tries.get();
  }

  @Override
  public synchronized Inventory inventory() {
    List<TokenKey> now =
        keys.stream()
            .map(key -> key.with(TokenPin.usual(pins.getOrDefault(key.serial(), PinState.UNKNOWN))))
            .toList();
    return new Inventory(
        List.of(
            new DriverReport(
                "softhsm2",
                "SoftHSM2",
                Optional.of(Path.of("/usr/lib/softhsm/libsofthsm2.so")),
                now.isEmpty() ? DriverState.NO_TOKEN : DriverState.READY,
                ""),
            new DriverReport(
                "huashen-suzhou", "华申（苏州）", Optional.empty(), DriverState.SKF_ONLY, "")),
        now);
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed) throws KeyException {
    tryOnce(key.token(), pin, lastTryConfirmed);
    return new Session(key);
  }

  @Override
  public void changePin(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed)
      throws KeyException {
    tryOnce(token, present, lastTryConfirmed);
    right = fresh.copy();
  }

  @Override
  public void unblockPin(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed)
      throws KeyException {
    if (!Arrays.equals(administrators.copy(), ADMINISTRATORS.getBytes(StandardCharsets.UTF_8))) {
      throw new KeyException(new KeyFault.AdministratorPinWrong(PinState.WRONG_TRIED));
    }
    pins.put(token.serial(), PinState.OK);
    right = fresh.copy();
  }

  private void tryOnce(TokenKey token, Pin pin, boolean lastTryConfirmed) throws KeyException {
    String serial = token.serial();
    PinState before = pins.getOrDefault(serial, PinState.UNKNOWN);
    if (before == PinState.LOCKED) {
      throw new KeyException(new KeyFault.PinLocked());
    }
    if (before == PinState.LAST_TRY && !lastTryConfirmed) {
      throw new KeyException(new KeyFault.PinLastTry());
    }
    tries.incrementAndGet();
    if (!Arrays.equals(pin.copy(), right)) {
      PinState after =
          switch (before) {
            case WRONG_TRIED -> PinState.LAST_TRY;
            case LAST_TRY -> PinState.LOCKED;
            case OK, MUST_CHANGE, NOT_SET, UNKNOWN, LOCKED -> PinState.WRONG_TRIED;
          };
      pins.put(serial, after);
      throw new KeyException(new KeyFault.PinWrong(after));
    }
    pins.put(serial, PinState.OK);
  }

  @Override
  public void useAgain(String driverId) {}

  @Override
  public void close() {}

  private final class Session implements KeySession {
    private final SigningKey key;

    Session(SigningKey key) {
      this.key = key;
    }

    @Override
    public SigningKey key() {
      return key;
    }

    @Override
    public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned) {
      try {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(toBeSigned);
        return new RawSignature(signature.sign(), Engine.SUNPKCS11);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public void close() {}
  }
}
