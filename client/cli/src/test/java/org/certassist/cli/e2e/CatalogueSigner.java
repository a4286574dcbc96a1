package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.cli.e2e.RealProcess.Ended;

/// Signs driver catalogues and knowledge with a key of OpenSSL's, for a program that was built with
/// it.
final class CatalogueSigner {
  private static final Pattern EDITION = Pattern.compile("\"edition\": (\\d+),");

  private final Path folder;

  /// @param folder takes the key, the catalogues, and what lies in front of the program
  CatalogueSigner(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    openssl("genpkey", "-algorithm", "ed25519", "-out", key());
    Path der = folder.resolve("key.der");
    openssl("pkey", "-in", key(), "-pubout", "-outform", "DER", "-out", der.toString());
    Path properties = build().resolve("org/certassist/cli/build.properties");
    Files.createDirectories(properties.getParent());
    Files.writeString(
        properties,
        "version=1\ncatalogue.key="
            + Base64.getEncoder().encodeToString(Files.readAllBytes(der))
            + "\n");
  }

  /// Lies in front of the program: what Maven would have written with the key.
  Path build() {
    return folder.resolve("build");
  }

  private String key() {
    return folder.resolve("key.pem").toString();
  }

  private static void openssl(String... arguments) throws IOException, InterruptedException {
    Ended ended = RealProcess.openssl(arguments);
    assertThat(ended.code()).as(ended.out()).isZero();
  }

  private static String own(String name) throws IOException {
    try (InputStream in =
        CatalogueSigner.class.getResourceAsStream("/org/certassist/datafiles/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The edition of the program's own catalogue.
  int edition() throws IOException {
    Matcher edition = EDITION.matcher(own("catalogue.json"));
    assertThat(edition.find()).isTrue();
    return Integer.parseInt(edition.group(1));
  }

  /// The program's own catalogue, changed and signed.
  ///
  /// @param newer by how many editions
  Path catalogue(int newer, UnaryOperator<String> change) throws IOException, InterruptedException {
    return signed("catalogue.json", edition() + newer, change);
  }

  /// One of the program's own data files, changed and signed.
  Path signed(String name, int edition, UnaryOperator<String> change)
      throws IOException, InterruptedException {
    Path file = folder.resolve("given.json");
    String text = EDITION.matcher(own(name)).replaceFirst("\"edition\": " + edition + ",");
    Files.writeString(file, change.apply(text));
    Path signature = folder.resolve("given.bin");
    openssl(
        "pkeyutl",
        "-sign",
        "-rawin",
        "-inkey",
        key(),
        "-in",
        file.toString(),
        "-out",
        signature.toString());
    Files.writeString(
        folder.resolve("given.json.sig"),
        Base64.getEncoder().encodeToString(Files.readAllBytes(signature)));
    return file;
  }
}
