package org.certassist.keys.cms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.certificate.Sm2Value;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// SM2 signatures that go back and forth between this program, OpenSSL and npm's sm-crypto.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class OtherSm2Test {
  private static final boolean FULL = "full".equals(System.getProperty("certassist.counts"));
  private static final int MESSAGES = FULL ? 1000 : 20;
  private static final int MESSAGES_A_KEY = FULL ? 100 : 10;
  private static final String USER_ID = "1234567812345678";

  /// One line a task: `sign MESSAGE`, answered with the value, or `verify MESSAGE VALUE`.
  private static final String SCRIPT =
      """
      const { sm2 } = require(process.argv[2] + '/sm-crypto');
      const [, , , secret, publicKey, userId] = process.argv;
      const options = { der: true, hash: true, publicKey, userId };
      const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(line => line);
      for (const line of lines) {
        const [task, message, value] = line.split(' ');
        const bytes = [...Buffer.from(message, 'hex')];
        console.log(task === 'sign' ? sm2.doSignature(bytes, secret, options)
            : sm2.doVerifySignature(bytes, value, publicKey, options));
      }
      """;

  @TempDir private Path folder;

  private final SignatureValues signatures = new SignatureValues();
  private Party unit;
  private EncodedCertificate certificate;
  private Path privatePem;
  private Path publicPem;

  @BeforeEach
  void aKey() throws IOException {
    useKey(0);
  }

  private void useKey(int number) throws IOException {
    unit = party("SM2 peer " + number, "EC sm2p256v1");
    certificate = certificate(unit, party("SM2 CA", "EC sm2p256v1")).make();
    privatePem = pem("PRIVATE KEY", unit.keys().getPrivate().getEncoded());
    publicPem = pem("PUBLIC KEY", unit.keys().getPublic().getEncoded());
  }

  private Path pem(String label, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(label + ".pem"),
        "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }

  @ParameterizedTest
  @EnumSource(Sm2Form.class)
  void opensslVerifiesTheValueOverTheSignedAttributesAndNotWithAnotherUserId(Sm2Form form)
      throws Exception {
    SoftwareSession session = new SoftwareSession(certificate, unit.keys().getPrivate());
    byte[] cms =
        new CmsSignatures()
            .sign("content".getBytes(UTF_8), session, new Packing(List.of(), NOW, form))
            .cms();
    DetachedCms read = DetachedCms.of(cms).orElseThrow();

    assertThat(read.attributes().der()).isEqualTo(session.given.getFirst());
    assertThat(opensslVerifies(read.attributes().der(), read.value(), USER_ID)).isTrue();
    assertThat(opensslVerifies(read.attributes().der(), read.value(), "8765432187654321"))
        .isFalse();
    byte[] other = read.attributes().der();
    other[other.length - 1] ^= 1;
    assertThat(opensslVerifies(other, read.value(), USER_ID)).isFalse();
  }

  @Test
  void thisProgramAndOpensslTakeEachOthersSignatures() throws Exception {
    List<String> mismatches = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      byte[] message = message(i);
      note(mismatches, "ours at OpenSSL " + i, opensslVerifies(message, ours(message), USER_ID));
      note(mismatches, "OpenSSL's here " + i, verifiesHere(message, opensslSigns(message)));
    }
    assertThat(mismatches).isEmpty();
  }

  @Test
  void thisProgramOpensslAndSmCryptoTakeEachOthersSignatures() throws Exception {
    Path modules = smCrypto();
    assumeTrue(
        Files.isDirectory(modules.resolve("sm-crypto")),
        "no sm-crypto in " + modules + "; ./verify installs it");
    List<String> mismatches = new ArrayList<>();
    for (int first = 0; first < MESSAGES; first += MESSAGES_A_KEY) {
      useKey(first);
      List<byte[]> messages = new ArrayList<>();
      List<String> tasks = new ArrayList<>();
      for (int i = first; i < first + MESSAGES_A_KEY; i++) {
        byte[] message = message(i);
        messages.add(message);
        String hex = HexFormat.of().formatHex(message);
        tasks.add("sign " + hex);
        tasks.add("verify " + hex + " " + HexFormat.of().formatHex(ours(message)));
        tasks.add("verify " + hex + " " + HexFormat.of().formatHex(opensslSigns(message)));
      }
      List<String> answers = node(modules, tasks);
      assertThat(answers).hasSameSizeAs(tasks);
      for (int i = 0; i < MESSAGES_A_KEY; i++) {
        byte[] theirs = HexFormat.of().parseHex(answers.get(3 * i));
        byte[] message = messages.get(i);
        int number = first + i;
        note(mismatches, "sm-crypto's here " + number, verifiesHere(message, theirs));
        note(
            mismatches,
            "sm-crypto's at OpenSSL " + number,
            opensslVerifies(message, theirs, USER_ID));
        note(mismatches, "ours at sm-crypto " + number, answers.get(3 * i + 1).equals("true"));
        note(mismatches, "OpenSSL's at sm-crypto " + number, answers.get(3 * i + 2).equals("true"));
      }
    }
    assertThat(mismatches).isEmpty();
  }

  private static void note(List<String> mismatches, String what, boolean agreed) {
    if (!agreed) {
      mismatches.add(what);
    }
  }

  private static byte[] message(int number) {
    Random random = new Random(number);
    byte[] message = new byte[1 + random.nextInt(600)];
    random.nextBytes(message);
    return message;
  }

  private byte[] ours(byte[] message) throws Exception {
    try (SoftwareSession session = new SoftwareSession(certificate, unit.keys().getPrivate())) {
      return session.sign(SignatureAlgorithm.SM3_WITH_SM2, message).value();
    }
  }

  private boolean verifiesHere(byte[] message, byte[] value) throws IOException {
    return signatures.verifies(
        ParsedCertificate.of(certificate).orElseThrow(),
        "SM3withSM2",
        message,
        Sm2Value.der(value));
  }

  private byte[] opensslSigns(byte[] message) throws Exception {
    Path file = Files.write(folder.resolve("message"), message);
    Path value = folder.resolve("value");
    String said =
        run(
            List.of(
                "openssl",
                "dgst",
                "-sm3",
                "-sign",
                privatePem.toString(),
                "-sigopt",
                "distid:" + USER_ID,
                "-out",
                value.toString(),
                file.toString()),
            Path.of("/dev/null"));
    assertThat(said).isEqualTo("0 ");
    return Files.readAllBytes(value);
  }

  private boolean opensslVerifies(byte[] message, byte[] value, String userId) throws Exception {
    Path file = Files.write(folder.resolve("message"), message);
    Path valueFile = Files.write(folder.resolve("value"), value);
    return run(
            List.of(
                "openssl",
                "dgst",
                "-sm3",
                "-verify",
                publicPem.toString(),
                "-signature",
                valueFile.toString(),
                "-sigopt",
                "distid:" + userId,
                file.toString()),
            Path.of("/dev/null"))
        .startsWith("0 Verified OK");
  }

  private List<String> node(Path modules, List<String> tasks) throws Exception {
    Path script = Files.writeString(folder.resolve("peer.js"), SCRIPT);
    Path input = Files.write(folder.resolve("tasks"), tasks);
    String secret =
        String.format(
            java.util.Locale.ROOT, "%064x", ((ECPrivateKey) unit.keys().getPrivate()).getD());
    String publicKey =
        HexFormat.of().formatHex(((ECPublicKey) unit.keys().getPublic()).getQ().getEncoded(false));
    String said =
        run(
            List.of("node", script.toString(), modules.toString(), secret, publicKey, USER_ID),
            input);
    assertThat(said).startsWith("0 ");
    return said.substring(2).lines().toList();
  }

  /// Where ./verify installs npm's packages: `target/npm` of the whole project.
  private static Path smCrypto() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("target/npm/node_modules"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(here.resolve("target/npm/node_modules"));
  }

  private String run(List<String> command, Path input) throws Exception {
    Path output = folder.resolve("said.log");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue() + " " + Files.readString(output);
    } finally {
      process.destroyForcibly();
    }
  }
}
