package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A region whose keys are SM2: its profile, built in as a region's is, trusts the practice CAs and
/// its portal is the practice portal; the key is on a simulated driver.
@Timeout(600)
class Sm2RegionTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A built-in region's name; its data file is replaced in front of the class path.
  private static final String REGION = "hohhot";

  private static final String DIST_ID = "distid:1234567812345678";

  @TempDir static Path folder;
  private static Path home;
  private static PracticeCa ca;
  private static RunningPortal portal;

  @BeforeAll
  static void startPortal() throws Exception {
    home = folder.resolve("home");
    portal = RunningPortal.start(home);
    ca = PracticeCa.open(home.resolve("practice"), InstantSource.system());
  }

  @AfterAll
  static void stopPortal() {
    portal.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cms", "gmt-0010"})
  void aDeclarationIsFiledOnceAndItsEvidenceHoldsForOpenssl(String form) throws Exception {
    Simulator key = key("send-" + form, CertificateVariant.GOOD);
    Path workbook = sample(form);
    long before = PortalRecords.in(home).all();

    Ended sent = send(form, key, workbook);

    assertThat(sent.code()).as(sent.err()).isEqualTo(1); // the sample has a row that is refused
    JsonNode answer = JSON.readTree(sent.out());
    String id = answer.get("declarationId").asString();
    assertThat(answer.get("stage").asString()).isEqualTo("DONE_WITH_REFUSALS");
    assertThat(answer.at("/receipt/number").asString()).isNotEmpty();
    assertThat(answer.at("/results/accepted").asInt()).isEqualTo(2);
    assertThat(PortalRecords.in(home).withId(id)).isEqualTo(1);
    assertThat(PortalRecords.in(home).all()).isEqualTo(before + 1);
    assertThat(key.pinTries("key")).isEqualTo(1);

    Path evidence = folder.resolve("evidence-" + form);
    Ended exported = certassist(form, key, "", "outbox", "export", id, evidence.toString());
    assertThat(exported.code()).as(exported.err()).isZero();
    Path cms = evidence.resolve("declaration.json.p7s");
    assertThat(
            new CMSSignedData(Files.readAllBytes(cms)).toASN1Structure().getContentType().getId())
        .isEqualTo(form.equals("cms") ? "1.2.840.113549.1.7.2" : "1.2.156.10197.6.1.4.2.2");
    assertThat(dgst(cms)).contains("Verified OK");
    assertThat(link(evidence.resolve("certificate.pem"), evidence.resolve("chain.pem")))
        .contains("certificate.pem: OK");
    assertThat(link(evidence.resolve("chain.pem"), home.resolve("practice/ca-sm2.pem")))
        .contains("chain.pem: OK");

    Ended again = send(form, key, workbook);
    assertThat(again.code()).as(again.err()).isEqualTo(2);
    assertThat(PortalRecords.in(home).all()).isEqualTo(before + 1);
    assertThat(key.pinTries("key")).isEqualTo(1);
  }

  /// Nothing is typed, and nobody waits for it.
  @ParameterizedTest
  @CsvSource({
    "expired,key.certificateEnded",
    "notYetValid,key.certificateNotBegun",
    "foreign,key.certificateChain"
  })
  void whatThePortalWouldRefuseIsSaidBeforeAPinIsAskedFor(String variant, String fault)
      throws Exception {
    Simulator key = key(variant, CertificateVariant.of(variant).orElseThrow());
    long before = PortalRecords.in(home).all();

    Ended sent = send("cms", key, "", sample(variant));

    assertThat(sent.code()).as(sent.err()).isEqualTo(4);
    assertThat(JSON.readTree(sent.out()).at("/error/id").asString()).isEqualTo(fault);
    assertThat(key.pinTries("key")).isZero();
    assertThat(PortalRecords.in(home).all()).isEqualTo(before);
  }

  @Test
  void whatWaitsStaysWhereThePortalWouldRefuseTheKey() throws Exception {
    Simulator key = key("waiting", CertificateVariant.FOREIGN);
    Ended kept = certassist("cms", key, "", "send", text(sample("waiting")), "--later", "--json");
    String id = JSON.readTree(kept.out()).at("/declarationId").asString();

    Ended sent =
        certassist(
            "cms", key, "", "outbox", "send", "--json", "--pin-stdin", "--portal", portal.url());

    assertThat(sent.code()).as(sent.err()).isEqualTo(4);
    assertThat(JSON.readTree(sent.out()).at("/error/id").asString())
        .isEqualTo("key.certificateChain");
    assertThat(key.pinTries("key")).isZero();
    assertThat(certassist("cms", key, "", "outbox", "discard", id).code()).isZero();
  }

  /// Of this region's lists the client knows nothing, so the portal says 823.
  @Test
  void whatOnlyThePortalKnowsThePortalSays() throws Exception {
    Simulator key = key("revoked", CertificateVariant.REVOKED);
    long before = PortalRecords.in(home).all();

    Ended sent = send("cms", key, sample("revoked"));

    assertThat(sent.code()).as(sent.err()).isEqualTo(4);
    assertThat(JSON.readTree(sent.out()).at("/error/id").asString()).isEqualTo("portal.status.823");
    assertThat(key.pinTries("key")).isEqualTo(1);
    assertThat(PortalRecords.in(home).all()).isEqualTo(before);
  }

  /// She may still stop: the PIN is typed after it was said.
  @Test
  void anExpiredCertificateIsNamedBeforeThePin() throws Exception {
    Simulator key = key("before", CertificateVariant.EXPIRED);
    Path document = Files.writeString(folder.resolve("before.txt"), "登记");

    Ended noPin =
        certassist(
            "cms", key, "", "sign", "--pin-stdin", text(document), text(folder.resolve("b.p7s")));

    assertThat(noPin.code()).as(noPin.err()).isEqualTo(3);
    assertThat(noPin.out() + noPin.err()).contains("(status code 810)");
    assertThat(key.pinTries("key")).isZero();
    assertThat(folder.resolve("b.p7s")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cms", "gmt-0010"})
  void aFileIsSignedInTheRegionsFormAndVerified(String form) throws Exception {
    Simulator key = key("sign-" + form, CertificateVariant.GOOD);
    Path document = Files.writeString(folder.resolve(form + ".txt"), "登记 2026-11\r\n");
    Path signature = folder.resolve(form + ".p7s");

    Ended signed =
        certassist(
            form,
            key,
            Simulator.PIN + "\n",
            "sign",
            "--pin-stdin",
            text(document),
            text(signature));
    assertThat(signed.code()).as(signed.err()).isZero();

    Ended verified = certassist(form, key, "", "verify", text(document), text(signature), "--json");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    JsonNode verdict = JSON.readTree(verified.out());
    assertThat(verdict.get("valid").asBoolean()).isTrue();
    assertThat(verdict.at("/signer/algorithm").asString()).isEqualTo("SM2");
    assertThat(verdict.at("/signer/creditCode").asString())
        .isEqualTo(PracticeUnit.PRACTICE.creditCode());
    assertThat(dgst(signature)).contains("Verified OK");

    Files.writeString(document, "登记 2026-12\r\n");
    Ended changed = certassist(form, key, "", "verify", text(document), text(signature), "--json");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).contains("\"broken\"", "contentMismatch");
  }

  private static String text(Path path) {
    return path.toString();
  }

  // the region

  /// The program with this region's data in front of its own.
  private static Ended certassist(String form, Simulator key, String stdin, String... arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", REGION, "--home", text(home), "--lang", "en"));
    all.addAll(List.of("--module", text(key.copiedModule())));
    return RealProcess.certassistWith(region(form), stdin, all.toArray(String[]::new));
  }

  private static Ended send(String form, Simulator key, Path workbook) throws Exception {
    return send(form, key, Simulator.PIN + "\n", workbook);
  }

  private static Ended send(String form, Simulator key, String stdin, Path workbook)
      throws Exception {
    return certassist(
        form,
        key,
        stdin,
        "send",
        text(workbook),
        "--json",
        "--pin-stdin",
        "--portal",
        portal.url());
  }

  /// A folder for the class path that holds the region's data.
  private static Path region(String form) throws IOException {
    Path classes = folder.resolve("region-" + form);
    Path profiles = Files.createDirectories(classes.resolve("org/certassist/datafiles/profiles"));
    ObjectNode profile;
    try (var practice =
        Sm2RegionTest.class.getResourceAsStream(
            "/org/certassist/datafiles/profiles/practice.json")) {
      profile = (ObjectNode) JSON.readTree(practice);
    }
    profile.put("sm2Form", form); // the id stays: the practice portal takes no other
    certificates(profile, "trust", ca.root(), ca.sm2().root());
    certificates(profile, "intermediates", ca.issuingCa(), ca.sm2().issuingCa());
    Files.write(profiles.resolve(REGION + ".json"), JSON.writeValueAsBytes(profile));
    return classes;
  }

  private static void certificates(
      ObjectNode profile, String name, X509CertificateHolder... certificates) throws IOException {
    var array = profile.putArray(name);
    for (X509CertificateHolder certificate : certificates) {
      array.add(pem(certificate));
    }
  }

  private static String pem(X509CertificateHolder certificate) throws IOException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /// A simulated key whose certificate the practice CA has issued.
  private static Simulator key(String name, CertificateVariant variant) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
    generator.initialize(new ECGenParameterSpec("sm2p256v1"));
    KeyPair pair = generator.generateKeyPair();
    Path files = Files.createDirectories(folder.resolve("key-" + name));
    Files.write(files.resolve("key.der"), pair.getPrivate().getEncoded());
    Files.write(
        files.resolve("certificate.der"),
        ca.issue(pair.getPublic(), PracticeUnit.PRACTICE, variant).getEncoded());
    return Simulator.in(
        folder.resolve("token-" + name),
        """
        [token key]
        label = 单位
        serial = SM2-%s
        pin = %s
        [pair sm2]
        token = key
        kind = sm2
        id = hex:04
        label = sm2
        key = %s
        certificate = %s
        """
            .formatted(
                name, Simulator.PIN, files.resolve("key.der"), files.resolve("certificate.der")));
  }

  private static Path sample(String name) throws Exception {
    Path workbook = folder.resolve(name + ".xlsx");
    Ended made =
        RealProcess.certassist(
            "",
            "template",
            "enrolment",
            text(workbook),
            "--sample",
            "3",
            "--home",
            text(folder.resolve("samples")));
    assertThat(made.code()).as(made.err()).isZero();
    return workbook;
  }

  // openssl

  /// What openssl says of the value over the DER of the signed attributes.
  private static String dgst(Path cms) throws Exception {
    CMSSignedData data = new CMSSignedData(Files.readAllBytes(cms));
    SignerInformation signer = data.getSignerInfos().iterator().next();
    X509CertificateHolder own =
        data.getCertificates().getMatches(null).stream()
            .filter(signer.getSID()::match)
            .findFirst()
            .orElseThrow();
    Path attributes =
        Files.write(folder.resolve("attributes"), signer.getEncodedSignedAttributes());
    Path value = Files.write(folder.resolve("value"), signer.getSignature());
    Path certificate = Files.writeString(folder.resolve("own.pem"), pem(own));
    Ended key = RealProcess.openssl("x509", "-in", text(certificate), "-pubkey", "-noout");
    Path publicKey = Files.writeString(folder.resolve("public.pem"), key.out());
    return RealProcess.openssl(
            "dgst",
            "-sm3",
            "-verify",
            text(publicKey),
            "-signature",
            text(value),
            "-sigopt",
            DIST_ID,
            text(attributes))
        .out();
  }

  /// One link of the chain: openssl gives the user id to the certificate asked about alone.
  private static String link(Path certificate, Path issuer) throws Exception {
    return RealProcess.openssl(
            "verify",
            "-vfyopt",
            DIST_ID,
            "-partial_chain",
            "-trusted",
            text(issuer),
            text(certificate))
        .out();
  }
}
