package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `practice` from nothing to a receipt, and the evidence as a stranger with OpenSSL sees it.
class PracticeTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path home;

  @Test
  void practiceFilesASampleThroughSoftHsmAndOpensslAcceptsTheEvidence() throws Exception {
    RealProcess.Ended ended =
        RealProcess.certassist(
            "",
            "practice",
            "--headless",
            "--json",
            "--home",
            home.toString(),
            "--module",
            RealProcess.SOFTHSM.toString());

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode answer = JSON.readTree(ended.out());
    assertThat(answer.at("/key/engine").asString()).isEqualTo("sunpkcs11");
    assertThat(answer.at("/receipt/number").asString()).isNotEmpty();
    assertThat(answer.at("/results/refused").asInt()).isEqualTo(1);
    assertThat(answer.at("/results/rows/0/message").asString()).isEqualTo("未获取到人员基本信息");
    Path evidence = Path.of(answer.get("evidence").asString());
    assertThat(evidence)
        .isDirectoryContaining("glob:**/declaration.json")
        .isDirectoryContaining("glob:**/declaration.json.p7s")
        .isDirectoryContaining("glob:**/certificate.pem")
        .isDirectoryContaining("glob:**/chain.pem")
        .isDirectoryContaining("glob:**/receipt.json");

    assertThat(verified(evidence).out()).contains("successful");
    flipOneByte(evidence.resolve("declaration.json"));
    assertThat(verified(evidence).code()).isNotZero();
  }

  @Test
  void aSecondPracticeIsANewDeclaration() throws Exception {
    String first = practise().at("/declarationId").asString();
    String second = practise().at("/declarationId").asString();

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void theRefusedRowsComeBackAsAMarkedWorkbook() throws Exception {
    String id = practise().at("/declarationId").asString();
    Path marked = home.resolve("refused.xlsx");

    RealProcess.Ended ended =
        RealProcess.certassist(
            "", "results", id, "--json", "--marked", marked.toString(), "--home", home.toString());

    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(marked).isNotEmptyFile();
    JsonNode again =
        JSON.readTree(
            RealProcess.certassist(
                    "", "check", marked.toString(), "--json", "--home", home.toString())
                .out());
    assertThat(again.get("rows").asInt()).isEqualTo(1);
    assertThat(home).isDirectoryNotContaining("glob:**/.*.xlsx");
  }

  @Test
  void practiceKeepsToItsOwnProfile() throws Exception {
    RealProcess.Ended ended =
        RealProcess.certassist(
            "", "--profile", "jiangsu", "practice", "--json", "--home", home.toString());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(JSON.readTree(ended.out()).at("/error/id").asString())
        .isEqualTo("usage.onlyInPractice");
  }

  @Test
  void practiceSpeaksEnglishOnRequest() throws Exception {
    RealProcess.Ended ended =
        RealProcess.certassist(
            "", "--lang", "en", "practice", "--headless", "--home", home.toString());

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("What will be signed").contains("1 refused");
  }

  @Test
  void aRevokedKeyIsRefusedByItsListBeforeThePortalSaysSo() throws Exception {
    RealProcess.Ended ours =
        RealProcess.certassist(
            "", "practice", "--json", "--certificate", "revoked", "--home", home.toString());

    assertThat(ours.code()).isEqualTo(4);
    assertThat(JSON.readTree(ours.out()).at("/error/id").asString()).isEqualTo("key.revoked");
    try (RunningPortal portal = RunningPortal.start(home)) {
      RealProcess.Ended theirs =
          RealProcess.certassist(
              "",
              "practice",
              "--json",
              "--certificate",
              "revoked",
              "--portal",
              portal.url(),
              "--home",
              home.toString());

      assertThat(theirs.code()).isEqualTo(4);
      assertThat(JSON.readTree(theirs.out()).at("/error/id").asString())
          .isEqualTo("portal.status.823");
    }
  }

  private JsonNode practise() throws IOException, InterruptedException {
    RealProcess.Ended ended =
        RealProcess.certassist("", "practice", "--json", "--home", home.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return JSON.readTree(ended.out());
  }

  private RealProcess.Ended verified(Path evidence) throws IOException, InterruptedException {
    return RealProcess.openssl(
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        evidence.resolve("declaration.json.p7s").toString(),
        "-content",
        evidence.resolve("declaration.json").toString(),
        "-CAfile",
        home.resolve("practice/ca.pem").toString(),
        "-certfile",
        evidence.resolve("chain.pem").toString(),
        "-purpose",
        "any",
        "-out",
        "/dev/null");
  }

  private static void flipOneByte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
