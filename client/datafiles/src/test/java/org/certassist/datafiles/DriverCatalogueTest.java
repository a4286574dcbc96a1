package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.certassist.core.driver.Atr;
import org.certassist.core.driver.DriverSource;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.UsbId;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Sm2Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverCatalogueTest {
  @Test
  void softHsmLiesAtDebiansPathAndIsToldItsConfiguration() {
    Map<String, String> environment =
        Map.of("SOFTHSM2_CONF", "/tmp/s.conf", "LD_PRELOAD", "/tmp/evil.so");
    Driver softHsm = driver(new DriverCatalogue("Linux", environment), "softhsm2");
    assertThat(softHsm.paths()).first().isEqualTo(Path.of("/usr/lib/softhsm/libsofthsm2.so"));
    assertThat(softHsm.variables()).containsOnly(Map.entry("SOFTHSM2_CONF", "/tmp/s.conf"));
    assertThat(softHsm.kind()).isEqualTo(Driver.Interface.PKCS11);
  }

  @Test
  void aVariableThatIsNotSetIsNotPassedOn() {
    assertThat(driver(new DriverCatalogue("Linux", Map.of()), "softhsm2").variables()).isEmpty();
  }

  @Test
  void aFileNameIsLookedForInTheSystemsFoldersOnly() {
    assertThat(driver(new DriverCatalogue("Linux", Map.of()), "longmai-gm3000").paths())
        .contains(Path.of("/usr/lib/x86_64-linux-gnu/libgm3000_pkcs11.so"))
        .allMatch(Path::isAbsolute);
  }

  @Test
  void idsAreStable() {
    assertThat(new DriverCatalogue("Linux", Map.of()).builtIn().drivers())
        .extracting(Driver::id)
        .containsExactly(
            "softhsm2",
            "opensc",
            "longmai-gm3000",
            "feitian-epass3000gm",
            "feitian-epass3000",
            "feitian-epass2003",
            "watchdata-watchkey",
            "watchdata-proxkey");
    assertThat(
            new DriverCatalogue("Windows 11", Map.of("SYSTEMROOT", "C:\\Windows"))
                .builtIn()
                .drivers())
        .extracting(Driver::id)
        .contains("opensc", "longmai-gm3000", "haitai-haikey", "excelsecu", "cidc")
        .doesNotContain("softhsm2");
  }

  @Test
  void windowsFoldersComeFromTheEnvironmentWhateverItsCase() {
    assertThat(
            driver(
                    new DriverCatalogue("Windows 11", Map.of("SYSTEMROOT", "C:\\Windows")),
                    "longmai-gm3000")
                .paths())
        .extracting(Path::toString)
        .first()
        .isEqualTo("C:\\Windows\\System32\\gm3000_pkcs11.dll");
    assertThat(new DriverCatalogue("Windows 11", Map.of()).builtIn().drivers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"./here/evil.so", "lib/evil.so", "../evil.so"})
  void aRelativePathIsRefused(String path) {
    assertThatThrownBy(() -> new DriverCatalogue("Linux", Map.of()).read(catalogueWith(path)))
        .isInstanceOfSatisfying(
            DataFileException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(
                        DataFault.of(
                            "data.invalid", "test", "drivers[0].paths", "not absolute: " + path)));
  }

  @Test
  void aPathThatNoFileCanHaveIsRefused() {
    assertRefused(
        catalogueWith("/usr/lib/a\\u0000b.so"), "drivers[0].paths", "no file has such a name");
  }

  /// A path to another PC, a pipe, or below whatever drive is the present one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\\server\\share\\evil.dll",
        "\\\\.\\pipe\\evil",
        "\\\\?\\C:\\evil.dll",
        "\\evil.dll",
        "C:evil\\evil.dll",
        "lib\\evil.dll"
      })
  void onWindowsAPathThatDoesNotBeginWithADriveIsRefused(String path) {
    JsonFile file =
        catalogue(
            "/usr/lib/x.so",
            "\"windows\": [], \"macos\": []}},\n             {\"id\": \"y\"",
            "\"windows\": [\"%s\"], \"macos\": []}},\n             {\"id\": \"y\""
                .formatted(path.replace("\\", "\\\\")));
    assertThatThrownBy(() -> new DriverCatalogue("Windows 11", Map.of()).read(file))
        .isInstanceOfSatisfying(
            DataFileException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(
                        DataFault.of(
                            "data.invalid", "test", "drivers[0].paths", "not absolute: " + path)));
  }

  @Test
  void aDriversNumbersForSm2AreThoseOfItsFamilyElseAGuess() throws Exception {
    var linux = new DriverCatalogue("Linux", Map.of());
    DriverCatalogue.Whole whole = linux.read(catalogueWith("/usr/lib/x.so"));
    List<Sm2Way> guess = List.of(new Sm2Way(0x80008105L, Sm2Way.Takes.DIGEST, Sm2Way.Gives.EITHER));
    assertThat(whole.drivers())
        .extracting(Driver::sm2)
        .containsExactly(
            guess, List.of(new Sm2Way(0x80000b22L, Sm2Way.Takes.DATA_AFTER_Z, Sm2Way.Gives.RAW)));
    assertThat(whole.sm2Guess()).isEqualTo(guess);
  }

  @ParameterizedTest
  @CsvSource({
    "0x80008105, 80008105,        sm2.families[0].ways[0].mechanism, not understood: 80008105",
    "0x80008105, 0x180008105,     sm2.families[0].ways[0].mechanism, not understood: 0x180008105",
    "digest,     hash,            sm2.families[0].ways[0].takes,     unknown word: hash",
    "either,     asn1,            sm2.families[0].ways[0].gives,     unknown word: asn1",
    "'[\"a\"]',  '[\"c\"]',       sm2.guess,                         unknown word: c",
    "'\"sm2\": \"b\"', '\"sm2\": \"c\"', drivers[1].sm2, unknown word: c"
  })
  void numbersThatCannotBeReadAreRefused(String from, String to, String place, String reason) {
    JsonFile file = catalogue("/usr/lib/x.so", from, to);
    assertThatThrownBy(() -> new DriverCatalogue("Linux", Map.of()).read(file))
        .isInstanceOfSatisfying(
            DataFileException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(DataFault.of("data.invalid", "test", place, reason)));
  }

  @Test
  void argumentsReachTheDriverAsTheyStand() throws Exception {
    String nss = "tokens=<0x2=[configdir='sql:/家/nssdb']> flags=readOnly";
    JsonFile file = catalogue("/usr/lib/x.so", "\"product\": \"X\"", withArguments(nss));
    assertThat(new DriverCatalogue("Linux", Map.of()).read(file).drivers())
        .extracting(Driver::arguments)
        .containsExactly(nss, "");
  }

  private static String withArguments(String arguments) {
    return "\"product\": \"X\", \"arguments\": \"" + arguments + "\"";
  }

  @Test
  void argumentsWithControlCharactersOrWithoutEndAreRefused() {
    for (String arguments : List.of("a\\u0000b", "a\\nb", "a\\u007fb")) {
      assertRefused(
          catalogue("/usr/lib/x.so", "\"product\": \"X\"", withArguments(arguments)),
          "drivers[0].arguments",
          "a control character");
    }
    assertRefused(
        catalogue("/usr/lib/x.so", "\"product\": \"X\"", withArguments("a".repeat(4097))),
        "drivers[0].arguments",
        "longer than 4096");
  }

  @Test
  void theGuessAsksForTheCommonestNumbersAndLeavesNothingToTheKey() {
    List<Sm2Way> guess = new DriverCatalogue("Linux", Map.of()).builtIn().sm2Guess();
    assertThat(guess.getFirst())
        .isEqualTo(new Sm2Way(0x80008105L, Sm2Way.Takes.DIGEST, Sm2Way.Gives.EITHER));
    assertThat(guess).extracting(Sm2Way::mechanism).doesNotHaveDuplicates();
  }

  @Test
  void everyProductIsFoundByEachOfItsSignsAndByNoOthers() {
    int signs = 0;
    for (String os : List.of("Linux", "Windows 11", "Mac OS X")) {
      Products products =
          new DriverCatalogue(os, Map.of("SystemRoot", "C:\\Windows")).builtIn().products();
      for (Product product : products.all()) {
        for (UsbId usb : product.usb()) {
          assertThat(products.byUsb(usb)).contains(product);
          signs++;
        }
        for (Atr atr : product.atrs()) {
          assertThat(products.byAtr(atr.hex().toLowerCase(Locale.ROOT))).contains(product);
          signs++;
        }
        for (String csp : product.csps()) {
          assertThat(products.byCsp(csp + " v2.0 for some CA")).contains(product);
          signs++;
        }
        for (String skf : product.skf()) {
          assertThat(products.bySkf(skf.toUpperCase(Locale.ROOT))).contains(product);
          signs++;
        }
        assertThat(product.usb().size() + product.atrs().size() + product.csps().size())
            .as("%s can be recognised on %s", product.id(), os)
            .satisfiesAnyOf(
                own -> assertThat(own).isPositive(),
                own -> assertThat(product.skf()).isNotEmpty(),
                own -> assertThat(product.drivers()).isNotEmpty(),
                own -> assertThat(os).isNotEqualTo("Windows 11"));
      }
      assertThat(products.sharedSign()).isEmpty();
    }
    assertThat(signs).isGreaterThan(200);
  }

  /// The numbers are in phone codes that lie about on paper: none may ever change.
  @Test
  void everyProductKeepsItsOwnNumber() {
    Products products = new DriverCatalogue("Linux", Map.of()).builtIn().products();

    assertThat(products.all())
        .allSatisfy(product -> assertThat(products.byNumber(product.number())).contains(product));
    assertThat(products.sharedNumber()).isEmpty();
    assertThat(products.byNumber(1)).map(Product::id).contains("longmai-gm3000");
    assertThat(products.byNumber(24)).map(Product::id).contains("netca");
  }

  @Test
  void aProductWithoutANumberIsFoundByNone() throws Exception {
    Products products =
        new DriverCatalogue("Linux", Map.of()).read(catalogueWith("/usr/lib/x.so")).products();

    assertThat(products.all()).extracting(Product::number).containsOnly(Product.NO_NUMBER);
    assertThat(products.byNumber(Product.NO_NUMBER)).isEmpty();
  }

  @Test
  void aNumberOfTwoProductsIsRefused() {
    JsonFile file =
        catalogue("/usr/lib/x.so", "\"drivers\": [\"x\"]", "\"drivers\": [\"x\"], \"number\": 7");
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    String twice = text.replace("\"id\": \"q\"", "\"id\": \"q\", \"number\": 7");
    assertRefused(
        new JsonFile("test", twice.getBytes(StandardCharsets.UTF_8)),
        "products",
        "two products have the number 7");
  }

  @Test
  void aProductSaysWhereItsDriverComesFrom() throws Exception {
    JsonFile file =
        catalogue(
            "/usr/lib/x.so", "\"id\": \"q\"", "\"id\": \"q\", \"from\": [\"keyDisk\", \"ca\"]");
    Products products = new DriverCatalogue("Linux", Map.of()).read(file).products();
    assertThat(products.all())
        .extracting(Product::from)
        .containsExactly(List.of(DriverSource.CA), List.of(DriverSource.KEY_DISK, DriverSource.CA));
  }

  /// These makers' chips are in mice, serial adapters and card readers, too.
  @ParameterizedTest
  @ValueSource(strings = {"04B4:0001", "10C4:EA60", "05E3:0608", "096E:0001", "1677:0001"})
  void aVendorAloneIsNobodysKey(String id) {
    assertThat(
            new DriverCatalogue("Linux", Map.of())
                .builtIn()
                .products()
                .byUsb(UsbId.of(id).orElseThrow()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "096E:0310 | 096E:0309 | a sign of two products: p, q: 096E:0309",
        "LIBQ | libp | a sign of two products: p, q: libp.so",
        "3B6E0000574436 | 3B6D000057443641 | a sign of two products: p, q: 3B6D0000574436",
        "Q's CSP | CSP of P v2 | a sign of two products: p, q: CSP of P",
      })
  void aSignOfTwoProductsIsRefused(String from, String to, String reason) {
    JsonFile file = catalogue("/usr/lib/x.so", from.equals("LIBQ") ? "libq" : from, to);
    assertRefused(file, "products", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"096E:0310\"] | [\"96E:310\"] | products[1].usb | not understood: 96E:310",
        "[\"3B6E0000574436\"] | [\"3B6\"] | products[1].atrs | not understood: 3B6",
        "\"id\": \"q\" | \"id\": \"q\", \"from\": [] | products[1].from | at least one is expected",
        "\"id\": \"q\" | \"id\": \"q\", \"from\": [\"web\"] | products[1].from | unknown word: web",
        "\"id\": \"q\" | \"id\": \"q\", \"number\": 99 | products[1].number | must lie between 1"
            + " and 98",
        "[\"x\"] | [\"z\"] | products[0].drivers | no such driver among [z]",
      })
  void aProductThatCannotBeReadIsRefused(String from, String to, String place, String reason) {
    assertRefused(catalogue("/usr/lib/x.so", from, to), place, reason);
  }

  private static void assertRefused(JsonFile file, String place, String reason) {
    assertThatThrownBy(() -> new DriverCatalogue("Linux", Map.of()).read(file))
        .isInstanceOfSatisfying(
            DataFileException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(DataFault.of("data.invalid", "test", place, reason)));
  }

  private static Driver driver(DriverCatalogue catalogue, String id) {
    List<Driver> found =
        catalogue.builtIn().drivers().stream().filter(driver -> driver.id().equals(id)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static JsonFile catalogueWith(String path) {
    return catalogue(path, "", "");
  }

  private static JsonFile catalogue(String path, String from, String to) {
    String text =
        """
        {"version": 1, "edition": 7, "source": {"document": "test", "date": "2026"},
         "folders": {"linux": ["/usr/lib"], "windows": [], "macos": []},
         "sm2": {"guess": ["a"], "families": [
           {"id": "a", "source": "a guess", "ways": [
             {"mechanism": "0x80008105", "takes": "digest", "gives": "either"}]},
           {"id": "b", "source": "sure", "ways": [
             {"mechanism": "0x80000b22", "takes": "dataAfterZ", "gives": "raw"}]}]},
         "products": [
           {"id": "p", "name": "P", "drivers": ["x"], "usb": ["096E:0309"], "csps": ["CSP of P"],
            "atrs": ["3B6D0000574436*"],
            "skf": {"linux": ["libp.so"], "windows": [], "macos": []}},
           {"id": "q", "name": "Q", "drivers": [], "usb": ["096E:0310"], "csps": ["Q's CSP"],
            "atrs": ["3B6E0000574436"],
            "skf": {"linux": ["libq.so"], "windows": [], "macos": []}}],
         "drivers": [{"id": "x", "product": "X",
                      "paths": {"linux": ["PATH"], "windows": [], "macos": []}},
                     {"id": "y", "product": "Y", "sm2": "b",
                      "paths": {"linux": ["/usr/lib/y.so"], "windows": [], "macos": []}}]}
        """;
    return new JsonFile(
        "test", text.replace("PATH", path).replace(from, to).getBytes(StandardCharsets.UTF_8));
  }
}
