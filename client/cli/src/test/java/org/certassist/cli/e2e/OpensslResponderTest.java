package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.StatusCode;
import org.certassist.datafiles.HolderRulesFile;
import org.certassist.keys.certificate.X509Certificates;
import org.certassist.keys.revocation.X509Revocations;
import org.certassist.portal.publication.HttpPublications;
import org.certassist.portal.publication.KeptLists;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// OpenSSL as the CA's server: another implementation answers the questions that are asked here.
@Timeout(120)
class OpensslResponderTest {
  private static final RevocationPolicy LOOPBACK_ALLOWED =
      new RevocationPolicy(false, Duration.ofDays(3), true, List.of());

  @TempDir static Path files;

  private static final X509Certificates CERTIFICATES =
      new X509Certificates(new HolderRulesFile().builtIn());
  private static int port;

  @BeforeAll
  static void make() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=root",
        "-keyout",
        "root.key",
        "-out",
        "root.pem");
    String asked =
        "keyUsage=critical,digitalSignature\nauthorityInfoAccess=OCSP;URI:http://127.0.0.1:"
            + port
            + "/\n";
    issue("good", asked);
    issue("revoked", asked);
    issue("delegate", "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n");
    issue("stranger", "extendedKeyUsage=clientAuth\n");
    Files.writeString(
        file("index.txt"),
        "V\t360101000000Z\t\t"
            + serial("good")
            + "\tunknown\t/CN=good\n"
            + "R\t360101000000Z\t260601000000Z,superseded\t"
            + serial("revoked")
            + "\tunknown\t/CN=revoked\n");
  }

  private static Path file(String name) {
    return files.resolve(name);
  }

  private static String[] inFolder(String... arguments) {
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      all.add(
          argument.matches("[a-z]+\\.(pem|key|csr|cnf|txt)")
              ? file(argument).toString()
              : argument);
    }
    return all.toArray(String[]::new);
  }

  private static String openssl(String... arguments) throws Exception {
    Ended ended = RealProcess.openssl(inFolder(arguments));
    assertThat(ended.code()).as(ended.out()).isZero();
    return ended.out();
  }

  private static String serial(String name) throws Exception {
    return openssl("x509", "-in", name + ".pem", "-noout", "-serial").strip().substring(7);
  }

  private static void issue(String name, String extensions) throws Exception {
    openssl(
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/O=a/CN=" + name,
        "-keyout",
        name + ".key",
        "-out",
        name + ".csr");
    Files.writeString(file(name + ".cnf"), "basicConstraints=critical,CA:false\n" + extensions);
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
        "20",
        "-extfile",
        name + ".cnf",
        "-out",
        name + ".pem");
  }

  /// Answers a few questions, a minute at most.
  private static Process responder(String signer) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(
        List.of(
            inFolder(
                "ocsp",
                "-port",
                Integer.toString(port),
                "-index",
                "index.txt",
                "-CA",
                "root.pem",
                "-rsigner",
                signer + ".pem",
                "-rkey",
                signer + ".key",
                "-nmin",
                "10",
                "-nrequest",
                "20")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(file("responder.log").toFile())
            .start();
    for (int i = 0; i < 300 && process.isAlive() && !isWaiting(); i++) {
      Thread.sleep(100);
    }
    return process;
  }

  /// It must not be knocked at: a connection without a question keeps it waiting for one.
  private static boolean isWaiting() throws IOException {
    return Files.readString(file("responder.log")).contains("waiting for OCSP client");
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private static CertificateCheck.Checked check(String name) throws Exception {
    Instant now = Instant.now();
    return new CertificateCheck(
            CERTIFICATES,
            new X509Revocations(
                new HttpPublications(
                    KeptLists.inMemory(), List.of(), Duration.ofHours(4), Clock.systemUTC())))
        .check(
            certificate(name),
            new Material(List.of(), List.of(certificate("root"))),
            now,
            new CertificateCheck.Asking(LOOPBACK_ALLOWED, List.of(), now));
  }

  private static EncodedCertificate certificate(String name) throws IOException {
    return CERTIFICATES.parse(Files.readAllBytes(file(name + ".pem"))).getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "delegate"})
  void opensslAnswersWhatWeAskAndWeBelieveIt(String signer) throws Exception {
    Process responder = responder(signer);
    try {
      CertificateCheck.Checked good = check("good");
      assertThat(good.revocation().overall())
          .isInstanceOfSatisfying(
              Revocation.Good.class,
              said -> assertThat(said.source()).isEqualTo(RevocationSource.OCSP));
      assertThat(good.report().status().code()).isEqualTo(StatusCode.GOOD);

      CertificateCheck.Checked revoked = check("revoked");
      assertThat(revoked.revocation().overall())
          .isEqualTo(
              new Revocation.Revoked(
                  RevocationSource.OCSP,
                  Instant.parse("2026-06-01T00:00:00Z"),
                  RevocationReason.SUPERSEDED));
      assertThat(revoked.report().status().code()).isEqualTo(StatusCode.REVOKED);
    } finally {
      end(responder);
    }
  }

  @Test
  void anAnswerBySomebodyWhoMayNotGiveItIsNone() throws Exception {
    Process responder = responder("stranger");
    try {
      CertificateCheck.Checked checked = check("revoked");
      assertThat(checked.revocation().overall())
          .isEqualTo(new Revocation.NotChecked(NotCheckedReason.WRONG_SIGNER));
      assertThat(checked.report().status().code()).isEqualTo(StatusCode.GOOD);
    } finally {
      end(responder);
    }
  }

  @Test
  void aServerThatIsNotThereStopsNothing() throws Exception {
    CertificateCheck.Checked checked = check("good");

    assertThat(checked.revocation().overall())
        .isEqualTo(new Revocation.NotChecked(NotCheckedReason.NOT_REACHED));
    assertThat(checked.report().status().code()).isEqualTo(StatusCode.GOOD);
  }
}
