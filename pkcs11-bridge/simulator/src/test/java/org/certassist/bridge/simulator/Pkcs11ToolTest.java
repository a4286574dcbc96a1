package org.certassist.bridge.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A client that shares no line with ours finds a right PKCS#11 token.
@Timeout(120)
class Pkcs11ToolTest {
  /// Bytes of SM2's user, its length in bits before it, and the curve's a, b and base point (GM/T
  /// 0003.5): what stands in front of the public key in the hash Z.
  private static final String SM2_HEAD =
      "0080"
          + "31323334353637383132333435363738"
          + "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc"
          + "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93"
          + "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
          + "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0";

  private static final byte[] MESSAGE = "申报 128 行".getBytes(UTF_8);

  @TempDir private Path folder;

  private Simulator simulator(String configuration) throws IOException {
    return Simulator.in(folder, configuration);
  }

  /// What a program says on both its outputs.
  private String run(Simulator simulator, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(simulator.variables());
    Process process = builder.directory(folder.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }

  private String tool(Simulator simulator, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("pkcs11-tool", "--module", Simulator.module().toString()));
    command.addAll(List.of(arguments));
    return run(simulator, command);
  }

  private byte[] sign(Simulator simulator, String mechanism, String id, byte[] data)
      throws Exception {
    Files.write(folder.resolve("data"), data);
    Files.deleteIfExists(folder.resolve("signature"));
    String said =
        tool(
            simulator,
            "--sign",
            "-m",
            mechanism,
            "--id",
            id,
            "--pin",
            Simulator.PIN,
            "-i",
            "data",
            "-o",
            "signature");
    assertThat(folder.resolve("signature")).as(said).exists();
    return Files.readAllBytes(folder.resolve("signature"));
  }

  @Test
  void itTellsHowLongEachCallTook() throws Exception {
    Simulator simulator = simulator("delay-ms = 20\n" + Simulator.ONE_KEY);
    tool(simulator, "--list-slots");

    assertThat(simulator.took())
        .hasSameSizeAs(simulator.log())
        .isNotEmpty()
        .allMatch(microseconds -> microseconds >= 20_000);
  }

  @Test
  void itListsTheTokenAndItsObjects() throws Exception {
    Simulator simulator = simulator(Simulator.ONE_KEY + Simulator.SM2_PAIR);
    assertThat(tool(simulator, "-L"))
        .contains("练习 key", "SIM0001", "pin min/max        : 4/16", "token initialized");
    assertThat(tool(simulator, "-O").lines().filter(line -> line.startsWith("Private"))).isEmpty();
    String all = tool(simulator, "-O", "--login", "--pin", Simulator.PIN);
    assertThat(all.lines().filter(line -> line.contains(" Object; "))).hasSize(12);
    assertThat(all).contains("CN=RSA").doesNotContain("error");
    assertThat(simulator.certificates("key")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "SHA256-RSA-PKCS, 01, 0, SHA256withRSA",
    "ECDSA-SHA256,    03, 2, SHA256withECDSAinP1363Format"
  })
  void itsSignaturesVerify(String mechanism, String id, int certificate, String algorithm)
      throws Exception {
    Simulator simulator = simulator(Simulator.ONE_KEY);
    byte[] signature = sign(simulator, mechanism, id, MESSAGE);
    Certificate holder =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(simulator.certificates("key").get(certificate)));
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(holder.getPublicKey());
    verifier.update(MESSAGE);
    assertThat(verifier.verify(signature)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // number,   what is given,  form, Z
    "0x80008100, message,        raw,  inside",
    "0x80008100, message,        der,  inside",
    "0x80008100, Z and message,  raw,  outside",
    "0x80008105, digest,         raw,  inside",
    "0x80000B22, message,        der,  inside"
  })
  void itsSm2SignaturesVerifyInEachForm(String number, String given, String form, String z)
      throws Exception {
    String numbers = number.equals("0x80008105") ? "" : "ckm-sm3-sm2 = " + number + "\n";
    String key = Simulator.ONE_KEY + Simulator.SM2_PAIR;
    Simulator simulator =
        simulator(numbers + "sm2-signature = " + form + "\nsm2-z = " + z + "\n" + key);
    tool(simulator, "-L");
    byte[] der = simulator.certificates("key").get(3);
    Files.write(folder.resolve("certificate.der"), der);
    run(simulator, openssl("x509 -inform der -in certificate.der -pubkey -noout -out public.pem"));
    run(simulator, openssl("pkey -pubin -in public.pem -pubout -outform der -out public.der"));
    byte[] point = Files.readAllBytes(folder.resolve("public.der"));
    byte[] hashZ =
        sm3(
            simulator,
            join(
                HexFormat.of().parseHex(SM2_HEAD),
                Arrays.copyOfRange(point, point.length - 64, point.length)));
    byte[] data =
        switch (given) {
          case "digest" -> sm3(simulator, join(hashZ, MESSAGE));
          case "Z and message" -> join(hashZ, MESSAGE);
          default -> MESSAGE;
        };
    byte[] signature = sign(simulator, number, "04", data);
    Files.write(folder.resolve("signature"), form.equals("der") ? signature : der(signature));
    Files.write(folder.resolve("message"), MESSAGE);
    assertThat(
            run(
                simulator,
                openssl(
                    "dgst -sm3 -verify public.pem -sigopt distid:1234567812345678"
                        + " -signature signature message")))
        .contains("Verified OK");
  }

  private static List<String> openssl(String arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments.split(" ", -1)));
    return command;
  }

  private byte[] sm3(Simulator simulator, byte[] data) throws Exception {
    Files.write(folder.resolve("hashed"), data);
    run(simulator, openssl("dgst -sm3 -binary -out hash hashed"));
    return Files.readAllBytes(folder.resolve("hash"));
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  /// SEQUENCE { r, s } of two halves.
  private static byte[] der(byte[] raw) {
    assertThat(raw).hasSize(64);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int half = 0; half < 2; half++) {
      byte[] number =
          new BigInteger(1, Arrays.copyOfRange(raw, 32 * half, 32 * half + 32)).toByteArray();
      out.write(0x02);
      out.write(number.length);
      out.writeBytes(number);
    }
    return join(new byte[] {0x30, (byte) out.size()}, out.toByteArray());
  }

  @Test
  void wrongPinsLockTheKeyAndTheSecurityOfficerUnlocksIt() throws Exception {
    Simulator simulator = simulator(Simulator.ONE_KEY);
    String[] flags = {"user PIN count low", "final user PIN try", "user PIN locked"};
    for (String flag : flags) {
      assertThat(tool(simulator, "-O", "--login", "--pin", "999999")).contains("CKR_PIN_INCORRECT");
      assertThat(tool(simulator, "-L")).contains(flag);
    }
    assertThat(tool(simulator, "-O", "--login", "--pin", Simulator.PIN)).contains("CKR_PIN_LOCKED");
    assertThat(simulator.pinTries("key")).isEqualTo(4);
    assertThat(
            tool(
                simulator,
                "--login",
                "--login-type",
                "so",
                "--so-pin",
                Simulator.SO_PIN,
                "--init-pin",
                "--new-pin",
                "777777"))
        .contains("successfully");
    assertThat(simulator.soPinTries("key")).isEqualTo(1);
    assertThat(tool(simulator, "-L")).doesNotContain(flags);
    assertThat(tool(simulator, "-O", "--login", "--pin", "777777")).contains("Private Key");
  }

  @ParameterizedTest
  @CsvSource({"no", "after-login"})
  void aPinIsChanged(String mustChange) throws Exception {
    Simulator simulator =
        simulator(
            Simulator.ONE_KEY.replace(
                "[pair signing]", "must-change = " + mustChange + "\n[pair signing]"));
    String flag = "user PIN to be changed";
    assertThat(tool(simulator, "-L").contains(flag)).isEqualTo(!mustChange.equals("no"));
    assertThat(tool(simulator, "--change-pin", "--pin", "999999", "--new-pin", "777777"))
        .contains("CKR_PIN_INCORRECT");
    assertThat(tool(simulator, "--change-pin", "--pin", Simulator.PIN, "--new-pin", "7"))
        .contains("CKR_PIN_LEN_RANGE");
    assertThat(tool(simulator, "--change-pin", "--pin", Simulator.PIN, "--new-pin", "777777"))
        .contains("successfully");
    assertThat(tool(simulator, "-L")).doesNotContain(flag);
    assertThat(tool(simulator, "-O", "--login", "--pin", "777777")).contains("Private Key");
    assertThat(tool(simulator, "-O", "--login", "--pin", Simulator.PIN))
        .contains("CKR_PIN_INCORRECT");
  }

  @Test
  void aKeyAndItsCertificateMayBeBrought() throws Exception {
    Simulator simulator =
        simulator(
            """
            ecdsa-signature = der
            [token key]
            pin = %s
            [pair brought]
            token = key
            key = %s
            certificate = %s
            id = hex:01
            """
                .formatted(
                    Simulator.PIN, folder.resolve("key.der"), folder.resolve("certificate.der")));
    run(
        simulator,
        openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=brought"
                + " -keyout key.pem -out certificate.pem"));
    run(simulator, openssl("pkcs8 -topk8 -nocrypt -in key.pem -outform der -out key.der"));
    run(simulator, openssl("x509 -in certificate.pem -outform der -out certificate.der"));
    run(simulator, openssl("x509 -in certificate.pem -pubkey -noout -out public.pem"));
    byte[] signature = sign(simulator, "ECDSA-SHA256", "01", MESSAGE);
    assertThat(simulator.certificates("key"))
        .containsExactly(Files.readAllBytes(folder.resolve("certificate.der")));
    Files.write(folder.resolve("signature"), signature);
    assertThat(run(simulator, openssl("dgst -sha256 -verify public.pem -signature signature data")))
        .contains("Verified OK");
  }

  @Test
  void mechanismsAndPublicKeysMayBeMissingAndPointsBare() throws Exception {
    Simulator simulator =
        simulator(
            "leave-out = sha256-rsa ecdsa\nec-point = bare\n"
                + Simulator.ONE_KEY.replace("kind = rsa", "kind = rsa\npublic-key = hidden"));
    assertThat(tool(simulator, "-M"))
        .contains("RSA-PKCS, ", "ECDSA-SHA256, ")
        .doesNotContain("SHA256-RSA-PKCS, ", "ECDSA, ");
    String objects = tool(simulator, "-O");
    assertThat(objects.lines().filter(line -> line.startsWith("Public Key"))).hasSize(1);
    assertThat(objects.lines().filter(line -> line.contains("EC_POINT:  ")))
        .singleElement()
        .asString()
        .contains("EC_POINT:   04")
        .doesNotContain("EC_POINT:   0441");
  }

  @Test
  void anEncryptionKeySignsNothing() throws Exception {
    Simulator simulator = simulator(Simulator.ONE_KEY);
    Files.write(folder.resolve("data"), MESSAGE);
    assertThat(
            tool(
                simulator,
                "--sign",
                "-m",
                "SHA256-RSA-PKCS",
                "--id",
                "02",
                "--pin",
                Simulator.PIN,
                "-i",
                "data",
                "-o",
                "signature"))
        .contains("CKR_KEY_FUNCTION_NOT_PERMITTED");
  }

  @Test
  void keysAreMadeAndDeleted() throws Exception {
    Simulator simulator = simulator(Simulator.ONE_KEY);
    tool(
        simulator,
        "--keypairgen",
        "--key-type",
        "EC:prime256v1",
        "--login",
        "--pin",
        Simulator.PIN,
        "--id",
        "09",
        "--label",
        "neu");
    assertThat(sign(simulator, "ECDSA-SHA256", "09", MESSAGE)).hasSize(64);
    tool(
        simulator,
        "--delete-object",
        "--type",
        "privkey",
        "--id",
        "09",
        "--login",
        "--pin",
        Simulator.PIN);
    assertThat(tool(simulator, "-O", "--login", "--pin", Simulator.PIN).lines())
        .filteredOn(line -> line.startsWith("Private Key"))
        .hasSize(3);
  }

  @Test
  void withoutItsConfigurationItIsNoDriver() throws Exception {
    List<String> command = List.of("pkcs11-tool", "--module", Simulator.module().toString(), "-L");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .contains("simulator: neither CERTASSIST_SIMULATOR nor a simulator.conf");
    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void noPinIsKeptInClear() throws Exception {
    String pin = "8026419753086421";
    Simulator simulator = simulator(Simulator.ONE_KEY.replace(Simulator.PIN, pin));
    assertThat(tool(simulator, "-O", "--login", "--pin", pin)).contains("Private Key");
    try (var files = Files.walk(folder.resolve("state"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain(pin);
      }
    }
  }
}
