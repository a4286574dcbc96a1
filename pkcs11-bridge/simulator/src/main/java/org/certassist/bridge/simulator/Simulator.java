package org.certassist.bridge.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One simulated driver with its tokens, seen from the test that holds the strings.
///
/// Calls, PIN tries and faults are counted in the state folder, so they go on over restarts of the
/// host; what is pulled, plugged or switched on counts from the driver's next call.
public final class Simulator {
  /// The environment variable by which the driver finds its configuration.
  public static final String VARIABLE = "CERTASSIST_SIMULATOR";

  /// The PIN of [#ONE_KEY].
  public static final String PIN = "135790";

  /// The security officer's PIN of [#ONE_KEY].
  public static final String SO_PIN = "24681012";

  /// A token "key" that locks after three wrong PINs, with an RSA and a P-256 pair for signing and
  /// an RSA pair for encryption.
  public static final String ONE_KEY =
      """
      [token key]
      label = 练习 key
      serial = SIM0001
      pin = %s
      so-pin = %s
      [pair signing]
      token = key
      kind = rsa
      id = hex:01
      label = rsa
      subject = C=CN,O=练习单位,OU=100001,CN=RSA
      [pair encryption]
      token = key
      kind = rsa
      usage = encryption
      id = hex:02
      label = encryption
      subject = C=CN,O=练习单位,OU=100001,CN=Encryption
      [pair ec]
      token = key
      kind = p256
      id = hex:03
      label = ec
      subject = C=CN,O=练习单位,OU=100001,CN=EC
      """
          .formatted(PIN, SO_PIN);

  /// An SM2 pair besides, to be put behind [#ONE_KEY].
  public static final String SM2_PAIR =
      """
      [pair sm2]
      token = key
      kind = sm2
      id = hex:04
      label = sm2
      subject = C=CN,O=练习单位,OU=100001,CN=SM2
      """;

  /// How the two builds of the driver lay out their numbers.
  public enum Layout {
    /// 8-byte `CK_ULONG`, natural alignment.
    UNIX("simulator.so"),
    /// 4-byte `CK_ULONG`, structures packed to one byte.
    WINDOWS("simulator-windows-layout.so");

    private final String file;

    Layout(String file) {
      this.file = file;
    }
  }

  private record Slot(String id, String token, long insertion) {}

  private static final String EMPTY = "-";

  private final Path folder;
  private final Path state;

  private Simulator(Path folder) {
    this.folder = folder;
    this.state = folder.resolve("state");
  }

  /// A driver that nobody has called yet.
  ///
  /// @param folder an empty one of the test's own
  /// @param configuration as the README describes it, without the state folder
  public static Simulator in(Path folder, String configuration) throws IOException {
    Simulator simulator = new Simulator(Files.createDirectories(folder).toAbsolutePath());
    Files.createDirectories(simulator.state);
    Files.writeString(
        simulator.configuration(), "state = " + simulator.state + "\n" + configuration);
    return simulator;
  }

  /// The driver's file as `CK_ULONG` is on this system.
  public static Path module() {
    return module(Layout.UNIX);
  }

  public static Path module(Layout layout) {
    try {
      Path classes =
          Path.of(Simulator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path module = classes.resolveSibling("native").resolve(layout.file);
      if (!Files.isRegularFile(module)) {
        throw new IllegalStateException(module + " was not built; make and libssl-dev are needed");
      }
      return module;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A copy of the driver that finds this configuration without the variable, for clients that give
  /// a driver no environment.
  public Path copiedModule() throws IOException {
    return Files.copy(module(), folder.resolve("driver.so"), StandardCopyOption.REPLACE_EXISTING);
  }

  public Path configuration() {
    return folder.resolve("simulator.conf");
  }

  /// What a process needs in its environment to load the driver.
  public Map<String, String> variables() {
    return Map.of(VARIABLE, configuration().toString());
  }

  /// How often a function was called in the driver's life.
  public long calls(String function) throws IOException {
    return size(state.resolve("calls").resolve(function));
  }

  /// Every call in order, by the function's name.
  public List<String> log() throws IOException {
    Path log = state.resolve("log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /// How many microseconds each call took that came back, in order.
  public List<Long> took() throws IOException {
    Path took = state.resolve("took");
    return Files.exists(took)
        ? Files.readAllLines(took).stream().map(Long::parseLong).toList()
        : List.of();
  }

  /// How often the user's PIN was offered to a token, right or wrong.
  public long pinTries(String token) throws IOException {
    return size(of(token).resolve("user-tries"));
  }

  /// How often the SO PIN was offered to a token, right or wrong.
  public long soPinTries(String token) throws IOException {
    return size(of(token).resolve("so-tries"));
  }

  /// Whether this is the user's PIN now; nothing is tried for it.
  public boolean hasPin(String token, String pin) throws IOException {
    Path file = of(token).resolve("token");
    return Files.exists(file) && Files.readString(file).contains("\nuser " + sha256(pin) + " ");
  }

  private static String sha256(String pin) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(pin.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the user does at the PIN pad from now on: `right`, `wrong` or `cancel`.
  public void types(String token, String what) throws IOException {
    replace(Files.createDirectories(of(token)).resolve("typed"), what);
  }

  /// The DER of every certificate on a token; none before the driver was called once.
  public List<byte[]> certificates(String token) throws IOException {
    Path objects = of(token).resolve("objects");
    try (Stream<Path> files = Files.list(objects)) {
      List<byte[]> certificates = new ArrayList<>();
      for (Path file : files.sorted(comparingInt(Simulator::number)).toList()) {
        List<String> lines = Files.readAllLines(file);
        if (lines.contains("0x0 =1")) {
          lines.stream()
              .filter(line -> line.startsWith("0x11 "))
              .forEach(line ->
                  certificates.add(HexFormat.of().parseHex(line.substring("0x11 ".length()))));
        }
      }
      return certificates;
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString());
  }

  /// Something goes wrong in one call, counted from now.
  ///
  /// @param nth 1 is the next call of the function
  public void fault(String function, int nth, SimulatedFault fault) throws IOException {
    add(function + " " + (calls(function) + nth) + " " + fault.action());
  }

  /// Something goes wrong in one call and in all later ones, counted from now.
  ///
  /// @param nth 1 is the next call of the function
  public void from(String function, int nth, SimulatedFault fault) throws IOException {
    add(function + " " + (calls(function) + nth) + "+ " + fault.action());
  }

  /// Something goes wrong in every call.
  ///
  /// @param function a name, or `*` for all
  public void always(String function, SimulatedFault fault) throws IOException {
    add(function + " * " + fault.action());
  }

  private void add(String line) throws IOException {
    Path faults = state.resolve("faults");
    String before = Files.exists(faults) ? Files.readString(faults) : "";
    replace(faults, before + line + "\n");
  }

  /// Nothing goes wrong any more.
  public void heal() throws IOException {
    Files.deleteIfExists(state.resolve("faults"));
  }

  /// Takes a token out of its reader.
  public void pull(String token) throws IOException {
    changeSlots(
        slot -> slot.token().equals(token) ? new Slot(slot.id(), EMPTY, slot.insertion()) : slot);
  }

  /// Puts a token into a reader; what was there is out.
  public void plug(String token, long slotId) throws IOException {
    changeSlots(slot ->
        slot.id().equals(Long.toString(slotId))
            ? new Slot(slot.id(), token, slot.insertion() + 1)
            : slot.token().equals(token) ? new Slot(slot.id(), EMPTY, slot.insertion()) : slot);
  }

  /// Takes a token out and puts it in again at once.
  public void replug(String token) throws IOException {
    changeSlots(slot ->
        slot.token().equals(token) ? new Slot(slot.id(), token, slot.insertion() + 1) : slot);
  }

  private void changeSlots(UnaryOperator<Slot> change) throws IOException {
    Path slots = state.resolve("slots");
    if (!Files.exists(slots)) {
      throw new IllegalStateException("the driver was never called, so it has no slots yet");
    }
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(slots)) {
      List<String> words = Arrays.asList(line.split(" ", -1));
      Slot slot = change.apply(new Slot(words.get(0), words.get(1), Long.parseLong(words.get(2))));
      text.append(slot.id()).append(' ').append(slot.token()).append(' ');
      text.append(slot.insertion()).append('\n');
    }
    replace(slots, text.toString());
  }

  private Path of(String token) {
    return state.resolve("tokens").resolve(token);
  }

  private static long size(Path counter) throws IOException {
    return Files.exists(counter) ? Files.size(counter) : 0;
  }

  private static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".test");
    Files.writeString(fresh, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
