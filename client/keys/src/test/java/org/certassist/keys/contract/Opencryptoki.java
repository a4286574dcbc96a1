package org.certassist.keys.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.PinState;
import org.certassist.keys.bridge.HostLaunch;
import org.certassist.keys.bridge.TestCa;
import org.certassist.keys.bridge.TestHost;

/// The soft token of openCryptoki, which locks after three wrong PINs and counts every one that it
/// is sent, however short or long.
///
/// Its places are compiled in: `/etc/opencryptoki`, `/var/lib/opencryptoki`, `/run`, `/dev/shm`.
/// Here they are folders of the test's own ([OwnSystem]), into which the host is led by a Java home
/// whose `java` enters the same mount namespace first.
final class Opencryptoki implements ModuleUnderTest {
  private static final Path LIBRARIES = Path.of("/usr/lib/x86_64-linux-gnu");
  private static final Path MODULE = LIBRARIES.resolve("opencryptoki/libopencryptoki.so.0");
  private static final Path SECOND = LIBRARIES.resolve("pkcs11/PKCS11_API.so");
  private static final String TOKEN = "certassist";
  private static final String PIN = "135790";

  /// What the first `pkcsconf -I` wants (openCryptoki's manual, "Initializing a token").
  private static final String FACTORY_SO_PIN = "87654321";

  private static final String SO_PIN = "24681012";

  private final OwnSystem.Daemon pkcsslotd;
  private final HostLaunch launch;
  private final Tool tool;
  private final EncodedCertificate rsa;

  Opencryptoki(Path folder) throws Exception {
    Map<Path, Path> places =
        Map.of(
            Path.of("/etc/opencryptoki"), folder.resolve("etc"),
            Path.of("/var/lib/opencryptoki"), folder.resolve("lib"),
            Path.of("/run"), folder.resolve("run"),
            Path.of("/dev/shm"), folder.resolve("shm"));
    makePlaces(folder);
    OwnSystem system = new OwnSystem(places);
    pkcsslotd = system.start(folder.resolve("pkcsslotd.log"), "/usr/sbin/pkcsslotd", "-f");
    boolean ready = false;
    try {
      pkcsslotd.awaitFile(system.outside(Path.of("/run/pkcsslotd.socket")));
      tool = new Tool(system.enter(pkcsslotd), Map.of());
      launch = launch(folder, system.enter(pkcsslotd));
      rsa = provision(folder);
      ready = true;
    } finally {
      if (!ready) {
        pkcsslotd.close();
      }
    }
  }

  private static void makePlaces(Path folder) throws IOException {
    for (String place :
        List.of("etc", "lib/" + TOKEN + "/TOK_OBJ", "run/lock/opencryptoki/" + TOKEN, "shm")) {
      Files.createDirectories(folder.resolve(place));
    }
    Files.writeString(
        folder.resolve("etc/opencryptoki.conf"),
        """
        version opencryptoki-3.1
        slot 0
        {
        stdll = libpkcs11_sw.so
        tokname = %s
        }
        """
            .formatted(TOKEN));
  }

  private static HostLaunch launch(Path folder, List<String> enter) throws IOException {
    Path home = folder.resolve("java");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\nexec /usr/bin/%s '%s/bin/java' \"$@\"\n"
            .formatted(String.join(" ", enter), TestHost.launch().javaHome()));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new HostLaunch(home, TestHost.launch().classPath(), false);
  }

  private EncodedCertificate provision(Path folder) throws Exception {
    tool.feed(FACTORY_SO_PIN + "\nkey\n", "pkcsconf", "-I", "-c", "0").must();
    tool.run("pkcsconf", "-P", "-c", "0", "-S", FACTORY_SO_PIN, "-n", SO_PIN).must();
    tool.run("pkcsconf", "-u", "-c", "0", "-S", SO_PIN, "-n", PIN).must();
    onToken(PIN, "--keypairgen", "--key-type", "rsa:2048", "--id", "01", "--label", "rsa").must();
    Path file = folder.resolve("rsa");
    onToken(PIN, "--read-object", "--type", "pubkey", "--id", "01", "--output-file", file + "")
        .must();
    EncodedCertificate certificate = new TestCa().certify("CN=RSA", Files.readAllBytes(file));
    Files.write(file, certificate.der());
    onToken(PIN, "--write-object", file + "", "--type", "cert", "--id", "01", "--label", "rsa")
        .must();
    return certificate;
  }

  private Tool.Result onToken(String pin, String... what) throws IOException, InterruptedException {
    return tool.pkcs11(MODULE, pin, what);
  }

  @Override
  public Capabilities capabilities() {
    Map<Ability, String> lacking = new EnumMap<>(Ability.class);
    lacking.put(Ability.EC_KEY, "the soft token of openCryptoki 3.8.1 has no EC mechanism");
    lacking.put(Ability.ALWAYS_AUTHENTICATE, "the soft token has no such keys");
    lacking.put(
        Ability.TRIES_COUNTED, "only the driver counts; its three states count in its place");
    lacking.put(Ability.OPEN_SEEN, "a login to the soft token ends with its process");
    lacking.put(Ability.PLUG, "the soft token is a folder, it cannot be pulled out");
    lacking.put(Ability.DELAY, "nothing lies between the driver and its token");
    lacking.put(Ability.HOLD, "openCryptoki shares its tokens with everybody");
    return new Capabilities(
        "openCryptoki", List.of(PinState.WRONG_TRIED, PinState.LAST_TRY, PinState.LOCKED), lacking);
  }

  @Override
  public Driver driver() {
    return driver("opencryptoki", MODULE);
  }

  @Override
  public Driver secondDriver() {
    return driver("second", SECOND);
  }

  private static Driver driver(String id, Path module) {
    return new Driver(id, id, Driver.Interface.PKCS11, List.of(module), Map.of());
  }

  @Override
  public HostLaunch launch() {
    return launch;
  }

  /// The administrator sets the PIN as it was; a right login clears what wrong ones left.
  @Override
  public void fresh() throws IOException, InterruptedException {
    tool.run("pkcsconf", "-u", "-c", "0", "-S", SO_PIN, "-n", PIN).must();
    if (!opensWith(PIN)) {
      throw new IOException("the PIN is not what it was");
    }
  }

  /// Every soft token has this one.
  @Override
  public String serial() {
    return "123";
  }

  @Override
  public String pin() {
    return PIN;
  }

  @Override
  public String administrators() {
    return SO_PIN;
  }

  @Override
  public EncodedCertificate rsa() {
    return rsa;
  }

  @Override
  public boolean opensWith(String pin) throws IOException, InterruptedException {
    return onToken(pin, "--list-objects", "--type", "privkey").exit() == 0;
  }

  @Override
  public void close() {
    pkcsslotd.close();
  }
}
