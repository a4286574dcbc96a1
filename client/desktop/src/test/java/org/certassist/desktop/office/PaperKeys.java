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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.driver.Doubt;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Engine;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyInFile;
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

  private static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

  public final PaperKeyFiles files = new PaperKeyFiles();

  private final KeyPair pair;
  private final List<TokenKey> keys = new ArrayList<>();
  private final Map<EncodedCertificate, TokenPin> pins = new ConcurrentHashMap<>();
  private final List<DriverReport> others = new ArrayList<>();
  private final Map<Path, Inventory> tried = new ConcurrentHashMap<>();
  private final AtomicInteger tries = new AtomicInteger();
  private volatile MaskedPin right = MaskedPin.of(PIN.getBytes(StandardCharsets.UTF_8));
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger lists = new AtomicInteger();
  private volatile boolean noticing = true;
  private Optional<Inventory> listed = Optional.empty();
  private volatile Optional<KeyFault> failure = Optional.empty();
  private volatile CountDownLatch hold = new CountDownLatch(0);

  public PaperKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    others.add(
        new DriverReport("huashen-suzhou", "华申（苏州）", Optional.empty(), DriverState.SKF_ONLY, ""));
  }

  /// Plugs a key in; its certificate is named by its serial.
  public PaperKeys plugIn(String serial, PinState state) {
    return plugIn(serial, serial, TokenPin.usual(state));
  }

  /// @param name of its certificate, which tells keys of one serial apart
  public synchronized PaperKeys plugIn(String serial, String name, TokenPin pin) {
    EncodedCertificate certificate = certificate(name);
    pins.put(certificate, pin);
    keys.add(key(SOFTHSM, "softhsm2", serial, name, pin));
    return this;
  }

  private static TokenKey key(
      Path module, String driver, String serial, String name, TokenPin pin) {
    return new TokenKey(
        module,
        driver,
        "SoftHSM project",
        "SoftHSM v2",
        serial,
        "练习UKey",
        pin,
        List.of(certificate(name)),
        List.of());
  }

  /// One more certificate on a key that is plugged in.
  public synchronized PaperKeys adding(String serial, String name) {
    keys.replaceAll(key ->
        key.serial().equals(serial)
            ? key.showing(
                Stream.concat(key.certificates().stream(), Stream.of(certificate(name))).toList())
            : key);
    return this;
  }

  public synchronized void pull(String serial) {
    keys.removeIf(key -> key.serial().equals(serial));
  }

  /// The next thing asked of a key ends so; no PIN is tried.
  public PaperKeys failing(KeyFault fault) {
    failure = Optional.of(fault);
    return this;
  }

  /// The driver works until it is let go.
  public PaperKeys holding(CountDownLatch until) {
    hold = until;
    return this;
  }

  /// Every key's PIN is this one.
  public PaperKeys taking(String pin) {
    take(MaskedPin.of(pin.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /// One more driver is seen, and not let in.
  public synchronized PaperKeys doubting(String id, String product, Doubt doubt) {
    others.add(
        new DriverReport(
            id,
            product,
            Optional.of(SOFTHSM),
            DriverState.SUSPICIOUS,
            Optional.of(doubt),
            doubt.word() + " " + SOFTHSM));
    return this;
  }

  /// What became of a driver; another report of it is replaced.
  public synchronized PaperKeys reporting(String id, String product, DriverState state) {
    others.removeIf(report -> report.id().equals(id));
    others.add(
        new DriverReport(
            id,
            product,
            state == DriverState.NOT_INSTALLED ? Optional.empty() : Optional.of(SOFTHSM),
            state,
            ""));
    return this;
  }

  public static EncodedCertificate certificate(String name) {
    return new EncodedCertificate(name.getBytes(StandardCharsets.UTF_8));
  }

  /// From now on this is the PIN of every key.
  public void take(MaskedPin pin) {
    right = pin;
  }

  /// How often a PIN was sent to a key.
  public int tries() {
    return tries.get();
  }

  /// Its driver does not notice what comes and goes.
  public void hidesChanges() {
    noticing = false;
  }

  /// How often something was asked of the driver without a PIN.
  public int asked() {
    return asked.get();
  }

  /// Waits until the keys were listed once more.
  public void untilListedAgain() throws InterruptedException {
    int before = lists.get();
    while (lists.get() == before) {
      Thread.sleep(10);
    }
  }

  @Override
  public synchronized boolean hasChanged() {
    asked.incrementAndGet();
    return noticing && listed.filter(before -> !before.equals(shown())).isPresent();
  }

  @Override
  public Inventory inventoryAfresh(boolean all) {
    return inventory();
  }

  @Override
  public synchronized Inventory inventory() {
    asked.incrementAndGet();
    lists.incrementAndGet();
    Inventory now = shown();
    listed = Optional.of(now);
    return now;
  }

  private Inventory shown() {
    List<TokenKey> now = keys.stream().map(key -> key.with(pinOf(key))).toList();
    List<DriverReport> reports = new ArrayList<>();
    reports.add(
        new DriverReport(
            "softhsm2",
            "SoftHSM2",
            Optional.of(SOFTHSM),
            now.isEmpty() ? DriverState.NO_TOKEN : DriverState.READY,
            ""));
    reports.addAll(others);
    reports.addAll(files.reports());
    return new Inventory(reports, Stream.concat(files.keys().stream(), now.stream()).toList());
  }

  /// What a library shows that is tested; one that nothing is known of shows no key.
  public PaperKeys trying(Path file, DriverState state, String... serials) {
    tried.put(
        file,
        new Inventory(
            List.of(
                new DriverReport(
                    Driver.NAMED,
                    String.valueOf(file.getFileName()),
                    Optional.of(file),
                    state,
                    state == DriverState.REFUSED ? "CKR_DEVICE_ERROR (0x30)" : "")),
            Stream.of(serials)
                .map(serial -> key(file, Driver.NAMED, serial, serial, TokenPin.usual(PinState.OK)))
                .toList()));
    return this;
  }

  @Override
  public Inventory tryOut(Driver driver) throws InterruptedException {
    hold.await();
    return tried.getOrDefault(
        driver.paths().getFirst(),
        new Inventory(
            List.of(
                new DriverReport(
                    driver.id(),
                    driver.product(),
                    driver.paths().stream().findFirst(),
                    DriverState.NO_TOKEN,
                    "")),
            List.of()));
  }

  @Override
  public Inventory tryOut(String driverId) throws InterruptedException {
    hold.await();
    Inventory all = shown();
    return new Inventory(
        all.drivers().stream().filter(report -> report.id().equals(driverId)).toList(),
        all.keys().stream().filter(key -> key.driver().equals(driverId)).toList());
  }

  private TokenPin pinOf(TokenKey token) {
    return pins.getOrDefault(token.certificates().getFirst(), TokenPin.usual(PinState.UNKNOWN));
  }

  private void become(TokenKey token, TokenPin now) {
    pins.put(token.certificates().getFirst(), now);
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    if (KeyInFile.holds(key.token())) {
      files.check(key.token().module(), pin);
    } else {
      tryOnce(key.token(), pin, lastTryConfirmed);
    }
    return new Session(key);
  }

  @Override
  public void changePin(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    tryOnce(token, present, lastTryConfirmed);
    right = masked(fresh);
  }

  @Override
  public void unblockPin(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    atWork();
    TokenPin before = pinOf(token);
    if (!before.pad()
        && !isTyped(
            administrators, MaskedPin.of(ADMINISTRATORS.getBytes(StandardCharsets.UTF_8)))) {
      PinState after = afterAWrongOne(before.administrator());
      become(token, before.withAdministrator(after));
      throw new KeyException(new KeyFault.AdministratorPinWrong(after));
    }
    become(token, before.with(PinState.OK));
    right = masked(fresh);
  }

  private static MaskedPin masked(Pin pin) {
    byte[] bytes = pin.copy();
    try {
      return MaskedPin.of(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private void atWork() throws KeyException, InterruptedException {
    hold.await();
    Optional<KeyFault> now = failure;
    failure = Optional.empty();
    if (now.isPresent()) {
      throw new KeyException(now.get());
    }
  }

  private void tryOnce(TokenKey token, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    atWork();
    TokenPin before = pinOf(token);
    if (before.state() == PinState.LOCKED) {
      throw new KeyException(new KeyFault.PinLocked());
    }
    if (before.state() == PinState.LAST_TRY && !lastTryConfirmed) {
      throw new KeyException(new KeyFault.PinLastTry());
    }
    tries.incrementAndGet();
    if (!before.pad() && !isTyped(pin, right)) {
      PinState after = afterAWrongOne(before.state());
      become(token, before.with(after));
      throw new KeyException(new KeyFault.PinWrong(after));
    }
    become(token, before.with(PinState.OK));
  }

  private static boolean isTyped(Pin pin, MaskedPin wanted) {
    byte[] bytes = pin.copy();
    try {
      return wanted.is(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static PinState afterAWrongOne(PinState before) {
    return switch (before) {
      case WRONG_TRIED -> PinState.LAST_TRY;
      case LAST_TRY -> PinState.LOCKED;
      case OK, MUST_CHANGE, NOT_SET, UNKNOWN, LOCKED -> PinState.WRONG_TRIED;
    };
  }

  /// A driver that is used again after its crashes shows no key at first.
  @Override
  public synchronized void useAgain(String driverId) {
    others.replaceAll(report ->
        report.id().equals(driverId)
            ? new DriverReport(
                report.id(), report.product(), report.path(), DriverState.NO_TOKEN, "")
            : report);
  }

  @Override
  public void useAgain(Driver driver) {}

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
