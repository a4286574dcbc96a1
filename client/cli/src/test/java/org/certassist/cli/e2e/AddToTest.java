package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `sign --add-to`: the RSA and the EC certificate of one key sign one file, and what is refused
/// before a PIN is tried.
@Timeout(600)
class AddToTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private Simulator key;
  private Path module;
  private Path document;
  private Path first;
  private Path both;
  private String rsa = "";
  private String ec = "";

  @BeforeEach
  void aFileSignedByOne() throws Exception {
    document = Files.writeString(folder.resolve("document.txt"), "登记 2026-11\r\n");
    first = folder.resolve("first.p7s");
    both = folder.resolve("both.p7s");
    key = Simulator.in(folder.resolve("key"), Simulator.ONE_KEY);
    module = key.copiedModule();
    for (JsonNode certificate :
        JSON.readTree(certassist("keys", "--json").out()).at("/keys/0/certificates")) {
      if (certificate.get("subject").asString().contains("CN=RSA")) {
        rsa = certificate.get("sha256").asString();
      } else if (certificate.get("subject").asString().contains("CN=EC")) {
        ec = certificate.get("sha256").asString();
      }
    }
    assertThat(List.of(rsa, ec)).doesNotContain("");
  }

  private Ended certassist(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--home", folder.resolve("home").toString()));
    all.addAll(List.of("--lang", "en", "--module", module.toString()));
    return RealProcess.certassist(Simulator.PIN + "\n", all.toArray(String[]::new));
  }

  private Ended sign(String certificate, Path to, String... more) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("sign", document.toString(), to.toString(), "--pin-stdin"));
    all.addAll(List.of("--key", certificate));
    all.addAll(List.of(more));
    return certassist(all.toArray(String[]::new));
  }

  private Ended add(String certificate, Path to) throws Exception {
    return sign(certificate, to, "--add-to", first.toString(), "--json");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bothSignersAreShownAndOpensslAcceptsThem(boolean attached) throws Exception {
    Ended alone = attached ? sign(rsa, first, "--attached") : sign(rsa, first);
    assertThat(alone.code()).as(alone.err()).isZero();

    Ended added = add(ec, both);
    assertThat(added.code()).as(added.out() + added.err()).isZero();

    Ended verified =
        attached
            ? certassist("verify", both.toString(), "--json")
            : certassist("verify", document.toString(), both.toString(), "--json");
    JsonNode verdict = JSON.readTree(verified.out());
    assertThat(verdict.get("verdict").asString()).isEqualTo("intact");
    assertThat(verdict.get("attached").asBoolean()).isEqualTo(attached);
    assertThat(verdict.get("signers").valueStream().map(one -> one.at("/signer/sha256").asString()))
        .containsExactlyInAnyOrder(rsa, ec);
    List<String> openssl =
        new ArrayList<>(List.of("cms", "-verify", "-binary", "-inform", "DER", "-noverify"));
    openssl.addAll(List.of("-in", both.toString(), "-out", folder.resolve("out").toString()));
    if (!attached) {
      openssl.addAll(List.of("-content", document.toString()));
    }
    Ended accepted = RealProcess.openssl(openssl.toArray(String[]::new));
    assertThat(accepted.code()).as(accepted.out()).isZero();
    assertThat(folder.resolve("out")).hasSameBinaryContentAs(document);
    Ended printed =
        RealProcess.openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", both.toString());
    assertThat(printed.out()).contains("ecdsa-with-SHA256", "rsaEncryption");
  }

  @Test
  void whatIsRefusedIsRefusedBeforeThePinAndWritesNothing() throws Exception {
    Ended alone = sign(rsa, first);
    assertThat(alone.code()).as(alone.err()).isZero();
    long tries = key.pinTries("key");

    refused(add(rsa, both), 2, "signature.signedAlready");
    refused(
        sign(ec, both, "--attached", "--add-to", first.toString(), "--json"),
        2,
        "usage.addToAttached");
    refused(
        sign(ec, first, "--overwrite", "--add-to", first.toString(), "--json"),
        2,
        "usage.outputIsInput");
    refused(
        sign(ec, both, "--add-to", folder.resolve("nonesuch").toString(), "--json"),
        6,
        "file.unreadable");
    refused(sign(ec, both, "--add-to", document.toString(), "--json"), 6, "signature.cannotTell");
    Files.writeString(document, "登记 2026-12\r\n");
    refused(add(ec, both), 6, "signature.broken");

    Ended words = sign(ec, both, "--add-to", first.toString());
    assertThat(words.err()).contains("no signature over this file: content was changed");
    assertThat(key.pinTries("key")).isEqualTo(tries);
  }

  private void refused(Ended ended, int code, String id) throws Exception {
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(code);
    assertThat(JSON.readTree(ended.out()).at("/error/id").asString()).isEqualTo(id);
    assertThat(both).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }
}
