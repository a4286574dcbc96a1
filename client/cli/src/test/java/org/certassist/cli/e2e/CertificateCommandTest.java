package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.certassist.cli.Program;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.cli.terminal.AnswerStream;
import org.certassist.cli.terminal.Streams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `certificate`: files as CAs hand them out, and what is said of them on the phone.
class CertificateCommandTest {
  private static final String PERSON = "11010519491231002X";
  private static final String UNIT =
      "/C=CN/O=苏州练习制造有限公司/OU=91350100M000100Y43/OU=0123456/CN=张三" + PERSON;

  @TempDir static Path files;
  @TempDir Path home;

  @BeforeAll
  static void make() throws Exception {
    authority("root", "苏州市数字证书认证中心有限责任公司");
    authority("stranger", "别处");
    issue("unit", UNIT, "digitalSignature", 365);
    issue("newer", UNIT, "digitalSignature", 400);
    issue("encryption", UNIT, "keyEncipherment", 365);
    openssl("x509", "-in", "unit.pem", "-outform", "DER", "-out", "unit.cer");
    byte[] der = Files.readAllBytes(file("unit.cer"));
    Files.write(file("unit.txt"), Base64.getMimeEncoder().encode(der));
    openssl(
        "crl2pkcs7",
        "-nocrl",
        "-certfile",
        "unit.pem",
        "-certfile",
        "root.pem",
        "-outform",
        "DER",
        "-out",
        "unit.p7b");
    openssl(
        "crl2pkcs7",
        "-nocrl",
        "-certfile",
        "root.pem",
        "-certfile",
        "unit.pem",
        "-out",
        "text.p7b");
    openssl(
        "cms",
        "-sign",
        "-binary",
        "-in",
        "unit.cer",
        "-signer",
        "unit.pem",
        "-inkey",
        "unit.key",
        "-outform",
        "DER",
        "-out",
        "unit.p7s");
    Files.writeString(
        file("both.pem"), Files.readString(file("root.pem")) + Files.readString(file("unit.pem")));
    Files.writeString(
        file("pair.pem"),
        Files.readString(file("encryption.pem")) + Files.readString(file("unit.pem")));
    Files.writeString(
        file("two.pem"), Files.readString(file("unit.pem")) + Files.readString(file("newer.pem")));
    Files.createDirectory(file("folder"));
    Files.copy(file("root.pem"), file("folder/a.pem"));
    Files.copy(file("unit.cer"), file("folder/b.cer"));
    Files.createDirectory(file("mixed"));
    Files.copy(file("unit.cer"), file("mixed/a.cer"));
    Files.writeString(file("mixed/notes.txt"), "no certificate");
    Files.writeString(file("nothing.cer"), "你好");
    list("empty.crl", "");
    list("revoked.crl", revoked("unit.pem", "260601000000Z", "keyCompromise"));
    openssl("crl", "-in", "revoked.crl", "-outform", "DER", "-out", "revoked.der");
  }

  /// A list of the root's, made by OpenSSL from its own database of one line a certificate.
  private static void list(String name, String database) throws Exception {
    Files.writeString(file("index.txt"), database);
    Files.writeString(
        file("ca.cnf"),
        "[ca]\ndefault_ca=a\n[a]\ndatabase="
            + file("index.txt")
            + "\ndefault_md=sha256\ndefault_crl_days=30\n");
    openssl(
        "ca",
        "-gencrl",
        "-config",
        "ca.cnf",
        "-cert",
        "root.pem",
        "-keyfile",
        "root.key",
        "-out",
        name);
  }

  private static String revoked(String name, String since, String reason) throws Exception {
    String serial =
        RealProcess.openssl("x509", "-in", file(name).toString(), "-noout", "-serial")
            .out()
            .strip()
            .replace("serial=", "");
    return "R\t360101000000Z\t" + since + "," + reason + "\t" + serial + "\tunknown\t/CN=a\n";
  }

  private static Path file(String name) {
    return files.resolve(name);
  }

  private static void openssl(String command, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    for (String argument : arguments) {
      boolean named = argument.matches("[a-z]+\\.(pem|key|csr|cnf|cer|p7b|p7s|crl|der)");
      all.add(named ? file(argument).toString() : argument);
    }
    Ended ended = RealProcess.openssl(all.toArray(String[]::new));
    assertThat(ended.code()).as(ended.out()).isZero();
  }

  private static void authority(String name, String organization) throws Exception {
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-utf8",
        "-days",
        "3650",
        "-subj",
        "/C=CN/O=" + organization + "/CN=" + name,
        "-keyout",
        name + ".key",
        "-out",
        name + ".pem");
  }

  private static void issue(String name, String subject, String usage, int days) throws Exception {
    openssl(
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-utf8",
        "-subj",
        subject,
        "-keyout",
        name + ".key",
        "-out",
        name + ".csr");
    Files.writeString(
        file(name + ".cnf"),
        "basicConstraints=critical,CA:false\nkeyUsage=critical," + usage + "\n");
    openssl(
        "x509",
        "-req",
        "-in",
        name + ".csr",
        "-CA",
        "root.pem",
        "-CAkey",
        "root.key",
        "-CAcreateserial",
        "-days",
        Integer.toString(days),
        "-extfile",
        name + ".cnf",
        "-out",
        name + ".pem");
  }

  private Ended certificate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("certificate"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--home", home.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(InputStream.nullInputStream(), AnswerStream.to(out), AnswerStream.to(err));
    int code = new Program(streams).run(all.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private JsonNode json(String name, String... more) {
    List<String> all = new ArrayList<>(List.of(file(name).toString(), "--json"));
    all.addAll(List.of(more));
    return JsonMapper.shared().readTree(certificate(all.toArray(String[]::new)).out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit.pem",
        "unit.cer",
        "unit.txt",
        "unit.p7b",
        "text.p7b",
        "unit.p7s",
        "both.pem",
        "pair.pem",
        "folder"
      })
  void theSameCertificateIsFoundInEveryKindOfFile(String name) throws Exception {
    Ended ended =
        certificate(file(name).toString(), "--trust", file("root.pem").toString(), "--json");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode found = JsonMapper.shared().readTree(ended.out());
    assertThat(found.at("/organization").stringValue()).isEqualTo("苏州练习制造有限公司");
    assertThat(found.at("/creditCode").stringValue()).isEqualTo("91350100M000100Y43");
    assertThat(found.at("/usage").stringValue()).isEqualTo("signing");
    assertThat(found.at("/status/code").intValue()).isZero();
    assertThat(found.at("/alsoPossible")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # file,       trust,    at,                        code, reason
          unit.cer,     root,     2030-01-01T00:00:00+08:00, 810,  expired
          unit.cer,     root,     2020-01-01T00:00:00+08:00, 809,  notYetValid
          unit.cer,     stranger, ,                          820,  unknownIssuer
          unit.cer,     ,         ,                          820,  noTrustGiven
          encryption.pem, root,   ,                          809,  encryptionOnly
          """)
  void whatThePortalWouldRefuseEndsWithOneAndItsCode(
      String name, String trust, String at, int code, String reason) throws Exception {
    List<String> all = new ArrayList<>(List.of(file(name).toString(), "--json"));
    if (trust != null) {
      all.addAll(List.of("--trust", file(trust + ".pem").toString()));
    }
    if (at != null) {
      all.addAll(List.of("--at", at));
    }
    Ended ended = certificate(all.toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(1);
    JsonNode status = JsonMapper.shared().readTree(ended.out()).at("/status");
    assertThat(status.at("/code").intValue()).isEqualTo(code);
    assertThat(status.at("/reason").stringValue()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.cer", "mixed", "absent.cer"})
  void aFileThatIsNoCertificateCannotBeUsed(String name) throws Exception {
    Ended ended = certificate(file(name).toString(), "--json");

    assertThat(ended.code()).isEqualTo(6);
    assertThat(JsonMapper.shared().readTree(ended.out()).at("/error/id").stringValue())
        .isEqualTo(name.equals("absent.cer") ? "file.unreadable" : "file.noCertificate");
  }

  @Test
  void ofTwoThatCouldBeMeantTheNewestIsShownAndTheOtherNamed() throws Exception {
    JsonNode two = json("two.pem");
    JsonNode newer = json("newer.pem");
    JsonNode older = json("unit.pem");

    String newest = two.at("/sha256").stringValue();
    assertThat(List.of(newer.at("/sha256").stringValue(), older.at("/sha256").stringValue()))
        .contains(newest);
    assertThat(two.at("/alsoPossible")).hasSize(1);
    assertThat(two.at("/alsoPossible/0/sha256").stringValue()).isNotEqualTo(newest);
    assertThat(two.toString()).doesNotContain(PERSON);
  }

  @Test
  void aPersonOnThePhoneHearsWhoseItIsWhereThatStandsAndWhatToDo() throws Exception {
    Ended ended = certificate(file("unit.cer").toString(), "--trust", file("root.pem").toString());

    assertThat(ended.out())
        .contains("证书：苏州练习制造有限公司")
        .contains("91350100M000100Y43（证书主题的 OU）", "0123456（证书主题的 OU）", "张三（证书主题的 CN）")
        .contains("苏州CA（颁发者）", "还有 365 天到期", "签名证书", "RSA 2048", "SHA-256", "SHA-1")
        .contains("110*************2X", "状态码 0，有效")
        .doesNotContain(PERSON);
    assertThat(certificate(file("unit.cer").toString()).out()).contains("状态码 820", "指定 CA 的根证书");
    assertThat(certificate(file("unit.cer").toString(), "--show-values").out()).contains(PERSON);
    assertThat(certificate(file("unit.cer").toString(), "--show-values", "--json").out())
        .contains("\"value\" : \"" + PERSON);
  }

  @Test
  void theGuideFollowsTheColourAndNamesTheCounters() throws Exception {
    Ended silver = certificate("upgrade", file("unit.cer").toString(), "--colour", "silver");
    Ended any = certificate("upgrade", "--json");

    assertThat(silver.code()).isZero();
    assertThat(silver.out())
        .contains("口令不变", "一定要绑定省社保编号", "0512-81876166", "松陵网点")
        .doesNotContain("收件地址");
    JsonNode guide = JsonMapper.shared().readTree(any.out());
    assertThat(guide.at("/need").stringValue()).isEqualTo("upgrade");
    assertThat(guide.at("/routes")).hasSize(3);
    assertThat(guide.at("/routes/1/colour").stringValue()).isEqualTo("blue");
    assertThat(certificate("upgrade", "--colour", "red").code()).isEqualTo(2);
    assertThat(certificate().code()).isEqualTo(2);
  }

  private Ended withLists(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(file("unit.cer").toString(), "--trust", file("root.pem").toString()));
    all.addAll(List.of(more));
    return certificate(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # list,      exit, code, state,      reason,           since
          revoked.crl, 1,    823,  revoked,    keyCompromise,    2026-06-01T08:00:00+08:00
          revoked.der, 1,    823,  revoked,    keyCompromise,    2026-06-01T08:00:00+08:00
          empty.crl,   0,    0,    good,       ,
          ,            0,    0,    notChecked, nothingPublished,
          """)
  void aListThatOpensslMadeDecides(
      String list, int exit, int code, String state, String reason, String since) throws Exception {
    List<String> more = new ArrayList<>(List.of("--json", "--offline"));
    if (list != null) {
      more.addAll(List.of("--crl", file(list).toString()));
    }
    Ended ended = withLists(more.toArray(String[]::new));

    assertThat(ended.code()).as(ended.err()).isEqualTo(exit);
    JsonNode said = JsonMapper.shared().readTree(ended.out());
    assertThat(said.at("/status/code").intValue()).isEqualTo(code);
    JsonNode revocation = said.at("/revocation");
    assertThat(revocation.at("/state").stringValue()).isEqualTo(state);
    assertThat(revocation.at("/reason").stringValue(null)).isEqualTo(reason);
    assertThat(revocation.at("/since").stringValue(null)).isEqualTo(since);
    assertThat(revocation.at("/source").stringValue(null))
        .isEqualTo(list == null ? null : "givenList");
    assertThat(revocation.has("nextUpdate")).isEqualTo(state.equals("good"));
    assertThat(revocation.at("/checkedAt").stringValue()).endsWith("+08:00");
  }

  @Test
  void theRevocationLineIsAlwaysThere() throws Exception {
    String list = file("revoked.crl").toString();

    assertThat(withLists("--crl", list).out())
        .contains("已吊销，吊销时间 2026-06-01 08:00", "私钥泄露", "指定的吊销列表", "状态码 823", "改用新的 UKey");
    assertThat(withLists("--crl", file("empty.crl").toString()).out())
        .contains("未吊销（指定的吊销列表，截至", "状态码 0，有效");
    assertThat(withLists().out()).contains("未查询到吊销状态", "不影响申报", "--crl");
    assertThat(certificate(file("unit.cer").toString()).out())
        .contains("未查询到吊销状态：没有去查", "状态码 820")
        .doesNotContain("不影响申报");
  }

  @Test
  void whatWasRevokedLaterWasGoodThen() throws Exception {
    list("later.crl", revoked("unit.pem", "301201000000Z", "superseded"));
    String list = file("later.crl").toString();

    JsonNode then =
        JsonMapper.shared().readTree(withLists("--crl", list, "--offline", "--json").out());
    assertThat(then.at("/status/code").intValue()).isZero();
    assertThat(then.at("/revocation/state").stringValue()).isEqualTo("good");
    assertThat(then.at("/revocation/since").stringValue()).isEqualTo("2030-12-01T08:00:00+08:00");
    assertThat(withLists("--crl", list).out()).contains("当时未吊销；后来于 2030-12-01 08:00 吊销");
  }

  @Test
  void aListThatCannotBeReadIsNotPassedOver() throws Exception {
    for (String name : List.of("nothing.cer", "unit.pem", "absent.crl")) {
      Ended ended =
          withLists(
              "--crl", file("empty.crl").toString(), "--crl", file(name).toString(), "--json");

      assertThat(ended.code()).isEqualTo(6);
      assertThat(JsonMapper.shared().readTree(ended.out()).at("/error/id").stringValue())
          .isEqualTo(name.equals("absent.crl") ? "file.unreadable" : "file.noRevocationList");
    }
  }
}
