package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.driver.Product;
import org.certassist.core.fault.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Newer, older, altered and unsigned catalogues, with keys of the test's own.
class CatalogueShelfTest {
  private static final DriverCatalogue LINUX = new DriverCatalogue("Linux", Map.of());
  private static final int OWN = LINUX.builtIn().edition();

  @TempDir private Path folder;
  private Path home;
  private KeyPair keys;

  @BeforeEach
  void aKeyOfItsOwn() throws GeneralSecurityException {
    home = folder.resolve("home");
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private CatalogueShelf shelf() {
    return new CatalogueShelf(
        home,
        CatalogueKey.of(Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())),
        LINUX);
  }

  private Path given(int edition) throws IOException, GeneralSecurityException {
    return given(edition, "龙脉 mToken GM3000", "龙脉 mToken GM3000 新款");
  }

  /// The program's own catalogue with another edition and another word, signed.
  private Path given(int edition, String from, String to)
      throws IOException, GeneralSecurityException {
    String text;
    try (InputStream in = CatalogueShelf.class.getResourceAsStream("catalogue.json")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String own = "\"edition\": " + OWN + ",";
    assertThat(text).contains(own, from);
    byte[] bytes =
        text.replace(own, "\"edition\": " + edition + ",")
            .replace(from, to)
            .getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("given.json"), bytes);
    sign(file, bytes);
    return file;
  }

  private void sign(Path file, byte[] bytes) throws IOException, GeneralSecurityException {
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(keys.getPrivate());
    signing.update(bytes);
    Files.writeString(
        folder.resolve(file.getFileName() + ".sig"),
        Base64.getEncoder().encodeToString(signing.sign()) + "\n");
  }

  private void assertRefused(Path file, String id, Object... details) {
    CatalogueShelf.Current before = shelf().current();
    assertThatThrownBy(() -> shelf().update(file))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused ->
                assertThat(refused.fault()).isEqualTo(UpdateFault.of("catalogue", id, details)));
    assertThat(shelf().current()).isEqualTo(before);
  }

  private static String first(DriverCatalogue.Whole catalogue) {
    return catalogue.products().all().stream().map(Product::name).findFirst().orElseThrow();
  }

  @Test
  void theProgramsOwnCountsWhereThereIsNoOther() {
    assertThat(shelf().current())
        .isEqualTo(new CatalogueShelf.Current(LINUX.builtIn(), Optional.empty()));
  }

  @Test
  void aNewerOneCountsFromNowOn() throws Exception {
    assertThat(shelf().update(given(OWN + 1))).isEqualTo(OWN + 1);
    CatalogueShelf.Current current = shelf().current();
    assertThat(current.fault()).isEmpty();
    assertThat(first(current.catalogue())).isEqualTo("龙脉 mToken GM3000 新款");
    shelf().update(given(OWN + 2));
    assertThat(shelf().current().catalogue().edition()).isEqualTo(OWN + 2);
  }

  @Test
  void anOlderOneIsRefused() throws Exception {
    assertRefused(given(OWN), "older", folder.resolve("given.json"), OWN, OWN);
    shelf().update(given(OWN + 4));
    assertRefused(given(OWN + 4), "older", folder.resolve("given.json"), OWN + 4, OWN + 4);
    assertRefused(given(OWN + 3), "older", folder.resolve("given.json"), OWN + 3, OWN + 4);
  }

  @Test
  void oneThatWasAlteredIsRefused() throws Exception {
    Path file = given(OWN + 1);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertRefused(file, "altered", file);
  }

  @Test
  void oneOfAnotherKeyIsRefused() throws Exception {
    Path file = given(OWN + 1);
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertRefused(file, "altered", file);
  }

  @Test
  void oneWithoutASignatureIsRefused() throws Exception {
    Path file = given(OWN + 1);
    Path signature = folder.resolve("given.json.sig");
    Files.writeString(signature, "not base64 !");
    assertRefused(file, "altered", file);
    Files.writeString(signature, "A".repeat(2000));
    assertRefused(file, "unsigned", file);
    Files.delete(signature);
    assertRefused(file, "unsigned", file);
  }

  @Test
  void oneThatSaysWhatNoCatalogueMaySayIsRefused() throws Exception {
    Path file = given(OWN + 1, "096E:0303", "055C:DB08");
    assertRefused(
        file,
        "unusable",
        file,
        "products",
        "a sign of two products: longmai-gm3000, feitian-epass3000gm: 055C:DB08");
  }

  @Test
  void oneThatIsNoFileIsRefused() {
    Path none = folder.resolve("none.json");
    assertRefused(none, "unusable", none, "", "data.unreadable");
  }

  @Test
  void aBuildWithoutAKeyTakesNone() throws Exception {
    Path file = given(OWN + 1);
    CatalogueShelf closed = new CatalogueShelf(home, CatalogueKey.of(" "), LINUX);
    assertThatThrownBy(() -> closed.update(file))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused ->
                assertThat(refused.fault()).isEqualTo(UpdateFault.of("catalogue", "noUpdates")));
  }

  @Test
  void oneInTheHomeFolderThatWasAlteredIsNamedAndLeft() throws Exception {
    shelf().update(given(OWN + 1));
    Path there = home.resolve("catalogue.json");
    Files.writeString(there, Files.readString(there).replace("新款", "假的"));
    assertThat(shelf().current())
        .isEqualTo(
            new CatalogueShelf.Current(
                LINUX.builtIn(), Optional.of(UpdateFault.of("catalogue", "altered", there))));
    assertThat(there).exists();
  }

  @Test
  void oneThatANewerProgramLeftBehindIsNoFault() throws Exception {
    shelf().update(given(OWN + 1));
    Path there = home.resolve("catalogue.json");
    Files.copy(given(OWN), there, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        folder.resolve("given.json.sig"),
        home.resolve("catalogue.json.sig"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(shelf().current())
        .isEqualTo(new CatalogueShelf.Current(LINUX.builtIn(), Optional.empty()));
    assertThat(shelf().update(given(OWN + 1))).isEqualTo(OWN + 1);
  }
}
