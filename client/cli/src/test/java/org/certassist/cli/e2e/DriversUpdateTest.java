package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `drivers update` in a program that was built with a key, the catalogues signed by OpenSSL.
class DriversUpdateTest {
  @TempDir private Path folder;

  /// Lies in front of the program: what Maven would have written with the key.
  private Path build;

  @BeforeEach
  void aProgramBuiltWithAKey() throws Exception {
    build = folder.resolve("build");
    Path pem = folder.resolve("key.pem");
    openssl("genpkey", "-algorithm", "ed25519", "-out", pem.toString());
    Path der = folder.resolve("key.der");
    openssl("pkey", "-in", pem.toString(), "-pubout", "-outform", "DER", "-out", der.toString());
    Path properties = build.resolve("org/certassist/cli/build.properties");
    Files.createDirectories(properties.getParent());
    Files.writeString(
        properties,
        "version=1\ncatalogue.key="
            + Base64.getEncoder().encodeToString(Files.readAllBytes(der))
            + "\n");
  }

  private static void openssl(String... arguments) throws Exception {
    Ended ended = RealProcess.openssl(arguments);
    assertThat(ended.code()).as(ended.out()).isZero();
  }

  private Path catalogue(int edition, String name) throws Exception {
    String text;
    try (InputStream in =
        getClass().getResourceAsStream("/org/certassist/datafiles/catalogue.json")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path file = folder.resolve("given.json");
    Files.writeString(
        file,
        text.replace("\"edition\": 1,", "\"edition\": " + edition + ",")
            .replace("\"product\": \"SoftHSM 2\"", "\"product\": \"" + name + "\""));
    Path signature = folder.resolve("given.bin");
    openssl(
        "pkeyutl",
        "-sign",
        "-rawin",
        "-inkey",
        folder.resolve("key.pem").toString(),
        "-in",
        file.toString(),
        "-out",
        signature.toString());
    Files.writeString(
        folder.resolve("given.json.sig"),
        Base64.getEncoder().encodeToString(Files.readAllBytes(signature)));
    return file;
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--home", folder.resolve("home").toString()));
    all.addAll(List.of("--lang", "en"));
    return RealProcess.certassistWith(build, "", all.toArray(String[]::new));
  }

  @Test
  void aNewerCatalogueCountsAndAnOlderOneIsRefused() throws Exception {
    assertThat(run("drivers").out()).contains("Driver catalogue: edition 1");

    Ended taken = run("drivers", "update", catalogue(2, "SoftHSM anew").toString());
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("edition 2 now");
    assertThat(run("drivers").out()).contains("SoftHSM anew", "edition 2");

    Ended again = run("drivers", "update", catalogue(2, "SoftHSM again").toString());
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).contains("edition 2 is in use already");
  }

  @Test
  void anAlteredCatalogueIsRefusedAndOneAtHomeIsNamed() throws Exception {
    Path file = catalogue(2, "SoftHSM anew");
    Files.writeString(file, Files.readString(file).replace("SoftHSM anew", "SoftHSM evil"));
    Ended refused = run("drivers", "update", file.toString());
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.err()).contains("does not fit its signature");
    assertThat(folder.resolve("home/catalogue.json")).doesNotExist();

    run("drivers", "update", catalogue(2, "SoftHSM anew").toString());
    Path there = folder.resolve("home/catalogue.json");
    Files.writeString(there, Files.readString(there).replace("SoftHSM anew", "SoftHSM evil"));
    assertThat(run("drivers").out())
        .contains("edition 1", "does not fit its signature")
        .doesNotContain("SoftHSM evil");
  }
}
