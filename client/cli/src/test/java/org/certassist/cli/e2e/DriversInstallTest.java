package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `drivers install` with a catalogue signed by OpenSSL, a shell script as the installer, and a
/// server with TLS on loopback that this run's Java trusts.
@Timeout(300)
class DriversInstallTest {
  private static final String PRODUCT = "feitian-epass3000gm";
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;
  private CatalogueSigner signer;
  private Path store;
  private HttpsServer server;
  private byte[] script;
  private final AtomicReference<byte[]> sent = new AtomicReference<>();
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void start() throws Exception {
    signer = new CatalogueSigner(folder);
    script =
        ("#!/bin/sh\nprintf '<%s>\\n' \"$@\" > '" + folder.resolve("seen") + "'\n").getBytes(UTF_8);
    sent.set(script);
    store = folder.resolve("server.p12");
    keytool();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    server.createContext(
        "/setup.sh",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = sent.get();
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void keytool() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private SSLContext tls() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /// A catalogue that names the script.
  private void updated() throws Exception {
    String installer =
        """
        "installer": {"linux": {
          "file": "setup.sh",
          "address": "https://127.0.0.1:%d/setup.sh",
          "sha256": "%s",
          "publisher": "飞天诚信科技股份有限公司",
          "arguments": ["--quiet", "/D=C:/x"],
          "bytes": %d}},\
        """
            .formatted(
                server.getAddress().getPort(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script)),
                script.length);
    String product = "{\"id\": \"" + PRODUCT + "\", \"number\"";
    Path file =
        signer.catalogue(
            1,
            own -> {
              assertThat(own).contains(product);
              return own.replace(
                  product, "{" + installer + " \"id\": \"" + PRODUCT + "\", \"number\"");
            });
    Ended taken = run("", "drivers", "update", file.toString());
    assertThat(taken.code()).as(taken.err()).isZero();
  }

  /// Root by its variable, so that nobody is asked for an administrator's password.
  private Ended run(String stdin, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--home", folder.resolve("home").toString()));
    all.addAll(List.of("--lang", "en"));
    return RealProcess.certassistWith(
        signer.build(),
        Map.of(
            "USER",
            "root",
            "JAVA_TOOL_OPTIONS",
            "-Djavax.net.ssl.trustStore=" + store + " -Djavax.net.ssl.trustStorePassword=changeit"),
        stdin,
        all.toArray(String[]::new));
  }

  @Test
  void itIsFetchedCheckedAndRunAfterAYesAndTheInstallationGoesOn() throws Exception {
    updated();
    Ended done = run("yes\n", "drivers", "install", PRODUCT);
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out())
        .contains(
            "https://127.0.0.1:" + server.getAddress().getPort() + "/setup.sh",
            "飞天诚信科技股份有限公司",
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script)))
        .containsPattern("3\\. .*\\(done\\)")
        .containsPattern("4\\. .*\\(now\\)");
    assertThat(folder.resolve("seen")).hasContent("<--quiet>\n</D=C:/x>\n");
    assertThat(folder.resolve("home/installers")).isEmptyDirectory();
    // it is kept over the restart
    assertThat(run("", "drivers").out()).containsPattern("4\\. .*\\(now\\)");
  }

  @Test
  void withoutAYesNothingIsAskedOfAnyServer() throws Exception {
    updated();
    for (String answer : List.of("", "no\n", "yes please\n")) {
      Ended declined = run(answer, "drivers", "install", PRODUCT);
      assertThat(declined.code()).isEqualTo(1);
      assertThat(declined.out()).contains("Nothing was installed", "--yes");
    }
    assertThat(asked).hasValue(0);
    assertThat(folder.resolve("seen")).doesNotExist();
  }

  @Test
  void otherBytesThanTheCatalogueNamesAreNotRun() throws Exception {
    updated();
    byte[] tampered = script.clone();
    tampered[tampered.length - 2] = '#';
    sent.set(tampered);
    Ended refused = run("", "drivers", "install", PRODUCT, "--yes");
    assertThat(refused.code()).isEqualTo(7);
    assertThat(refused.err()).contains("setup.sh is not the file that the driver catalogue names");
    assertThat(asked).hasValue(1);
    assertThat(folder.resolve("seen")).doesNotExist();
    assertThat(folder.resolve("home/installers")).isEmptyDirectory();
  }

  @Test
  void whereTheCatalogueNamesNoneNothingIsOffered() throws Exception {
    Ended none = run("yes\n", "drivers", "install", PRODUCT);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("names no installer");
    Ended unknown = run("yes\n", "drivers", "install", "no-such");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("no-such", PRODUCT);
    assertThat(folder.resolve("home/installers")).doesNotExist();
  }
}
