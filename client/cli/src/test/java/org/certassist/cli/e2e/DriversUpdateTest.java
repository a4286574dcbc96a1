package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `drivers update` and `knowledge update` in a program that was built with a key, the files signed
/// by OpenSSL.
class DriversUpdateTest {
  private static final Pattern EDITION = Pattern.compile("\"edition\": (\\d+),");

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

  private String own() throws IOException {
    return own("catalogue.json");
  }

  private String own(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/org/certassist/datafiles/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The edition of the program's own catalogue.
  private int edition() throws IOException {
    Matcher edition = EDITION.matcher(own());
    assertThat(edition.find()).isTrue();
    return Integer.parseInt(edition.group(1));
  }

  /// @param newer by how many editions
  private Path catalogue(int newer, String name) throws Exception {
    Path file = folder.resolve("given.json");
    Files.writeString(
        file,
        EDITION
            .matcher(own())
            .replaceFirst("\"edition\": " + (edition() + newer) + ",")
            .replace("\"product\": \"SoftHSM 2\"", "\"product\": \"" + name + "\""));
    sign(file);
    return file;
  }

  private void sign(Path file) throws Exception {
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
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--home", folder.resolve("home").toString()));
    all.addAll(List.of("--lang", "en"));
    return RealProcess.certassistWith(build, "", all.toArray(String[]::new));
  }

  @Test
  void aNewerCatalogueCountsAndAnOlderOneIsRefused() throws Exception {
    assertThat(run("drivers").out()).contains("Driver catalogue: edition " + edition());

    Ended taken = run("drivers", "update", catalogue(1, "SoftHSM anew").toString());
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("edition " + (edition() + 1) + " now");
    assertThat(run("drivers").out()).contains("SoftHSM anew", "edition " + (edition() + 1));

    Ended again = run("drivers", "update", catalogue(1, "SoftHSM again").toString());
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).contains("edition " + (edition() + 1) + " is in use already");
  }

  @Test
  void anAlteredCatalogueIsRefusedAndOneAtHomeIsNamed() throws Exception {
    Path file = catalogue(1, "SoftHSM anew");
    Files.writeString(file, Files.readString(file).replace("SoftHSM anew", "SoftHSM evil"));
    Ended refused = run("drivers", "update", file.toString());
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.err()).contains("does not fit its signature");
    assertThat(folder.resolve("home/catalogue.json")).doesNotExist();

    run("drivers", "update", catalogue(1, "SoftHSM anew").toString());
    Path there = folder.resolve("home/catalogue.json");
    Files.writeString(there, Files.readString(there).replace("SoftHSM anew", "SoftHSM evil"));
    assertThat(run("drivers").out())
        .contains("edition " + edition(), "does not fit its signature")
        .doesNotContain("SoftHSM evil");
  }

  @Test
  void newerKnowledgeCountsAndAnAlteredOneIsNamedByDoctor() throws Exception {
    Path file = folder.resolve("given.json");
    Files.writeString(
        file,
        EDITION
            .matcher(own("knowledge.json"))
            .replaceFirst("\"edition\": 900,")
            .replace("\"en\": \"The key is locked\"", "\"en\": \"The key is locked anew\""));
    sign(file);

    Ended taken = run("knowledge", "update", file.toString());
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(run("knowledge").out()).contains("edition 900");
    assertThat(run("knowledge", "update", file.toString()).err())
        .contains("edition 900 is in use already");

    Files.writeString(folder.resolve("home/knowledge.json"), " ", StandardOpenOption.APPEND);
    Ended altered = run("knowledge");
    assertThat(altered.code()).isEqualTo(1);
    assertThat(altered.out()).contains("does not fit its signature").doesNotContain("900,");
    assertThat(run("doctor").out()).contains("The knowledge file in the data folder was not taken");
  }
}
