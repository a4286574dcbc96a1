package org.certassist.keys.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;

/// The host in Python of `src/test/python`, with one token in a folder of the test's own.
///
/// The client thinks that it starts a Java: the folder's `java/bin/java` is a shell script.
record ForeignHost(Path folder, EncodedCertificate certificate) {
  static final String PIN = "135790";
  static final String ADMINISTRATORS = "24681012";

  private static final Path SCRIPT = Path.of("src/test/python/foreign_host.py").toAbsolutePath();

  static ForeignHost in(Path folder) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPrivateKey key = (RSAPrivateKey) pair.getPrivate();
    ForeignHost host =
        new ForeignHost(
            folder, new TestCa().certify("CN=Foreign host", pair.getPublic().getEncoded()));
    Files.write(folder.resolve("certificate.der"), host.certificate.der());
    Files.writeString(
        folder.resolve("key.txt"),
        "modulus %x\nexponent %x\n".formatted(key.getModulus(), key.getPrivateExponent()));
    Files.writeString(
        host.token(), "user 3 %s\nadmin 3 %s\n".formatted(sha256(PIN), sha256(ADMINISTRATORS)));
    Files.writeString(host.module(), "foreign token\n");
    Path program = Files.createDirectories(host.javaHome().resolve("bin")).resolve("java");
    Files.writeString(program, "#!/bin/sh\nexec '%s' -I '%s' \"$@\"\n".formatted(python(), SCRIPT));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return host;
  }

  /// The interpreter itself: hosts get no search path.
  private static String python() throws IOException {
    Process asked =
        new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
    String path = new String(asked.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(Path.of(path)).as("python3 is installed by ./verify").isExecutable();
    return path;
  }

  private static String sha256(String pin) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(pin.getBytes(UTF_8)));
  }

  private Path javaHome() {
    return folder.resolve("java");
  }

  /// What stands for the driver's file.
  Path module() {
    return folder.resolve("foreign.so");
  }

  private Path token() {
    return folder.resolve("token.txt");
  }

  HostLaunch launch() {
    return new HostLaunch(javaHome(), List.of(), false);
  }

  Map<String, String> variables() {
    return Map.of(
        "FOREIGN_CERTIFICATE",
        folder.resolve("certificate.der").toString(),
        "FOREIGN_KEY",
        folder.resolve("key.txt").toString(),
        "FOREIGN_TOKEN",
        token().toString());
  }

  private Driver driver() {
    return new Driver(
        "foreign", "a host in Python", Driver.Interface.PKCS11, List.of(module()), variables());
  }

  BridgeKeys keys() {
    return new BridgeKeys(launch(), TestHost.patient(), TestHost.freshMemory(), List.of(driver()));
  }

  DriverHost host() {
    return new DriverHost(
        launch(),
        TestHost.patient(),
        Admission.unexamined(TestHost.freshMemory()),
        driver(),
        module());
  }

  /// What the token itself says: tries left with the user's PIN and the administrator's.
  String triesLeft() throws IOException {
    return Files.readString(token())
        .replaceAll("(?s)user (\\d) \\w+\nadmin (\\d) \\w+\n", "user $1, admin $2");
  }

  /// From now on the token keeps everyone waiting who asks it: a pipe that nobody writes to.
  void hang() throws Exception {
    Files.move(token(), aside());
    assertThat(new ProcessBuilder("mkfifo", token().toString()).start().waitFor()).isZero();
  }

  /// The token answers again, also who waits for it already.
  void goOn() throws IOException {
    Path pipe = folder.resolve("pipe");
    Files.move(token(), pipe);
    Files.move(aside(), token());
    // Opened both ways a pipe waits for nobody (fifo(7)).
    try (var writer = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      writer.write(ByteBuffer.wrap(Files.readAllBytes(token())));
    }
    Files.delete(pipe);
  }

  private Path aside() {
    return folder.resolve("token.aside");
  }
}
