package org.certassist.keys.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.PinState;
import org.certassist.datafiles.CatalogueKey;
import org.certassist.datafiles.CatalogueShelf;
import org.certassist.datafiles.DriverCatalogue;
import org.certassist.keys.bridge.TestCa;

/// The softoken of NSS, which finds its data base by the arguments of C_Initialize and refuses to
/// start without any.
///
/// It comes out of a signed catalogue of the test's own, arguments and all. (p11-kit's proxy would
/// pass the arguments on, but heeds no configuration of the test's where it runs as root.)
final class Nss implements ModuleUnderTest {
  private static final Path MODULE = Path.of("/usr/lib/x86_64-linux-gnu/libsoftokn3.so");
  private static final String PIN = "Ukey-135790";
  private static final List<String> DATA_BASES = List.of("cert9.db", "key4.db");

  private final Path dataBase;
  private final Path pristine;
  private final Path pinFile;
  private final Tool tool = new Tool(List.of(), Map.of());
  private final TestCa authority = new TestCa();
  private final EncodedCertificate rsa;
  private final EncodedCertificate ec;
  private final List<Driver> drivers;

  Nss(Path folder) throws Exception {
    dataBase = Files.createDirectory(folder.resolve("nssdb"));
    pristine = Files.createDirectory(folder.resolve("pristine"));
    pinFile = folder.resolve("pin");
    Files.writeString(pinFile, PIN);
    tool.run("certutil", "-N", "-d", "sql:" + dataBase, "-f", pinFile.toString()).must();
    rsa = lay("rsa", pair("RSA"), folder.resolve("rsa.p12"));
    ec = lay("ec", pair("EC"), folder.resolve("ec.p12"));
    for (String each : DATA_BASES) {
      Files.copy(dataBase.resolve(each), pristine.resolve(each));
    }
    drivers = catalogue(folder);
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else {
      generator.initialize(2048);
    }
    return generator.generateKeyPair();
  }

  private EncodedCertificate lay(String name, KeyPair pair, Path file) throws Exception {
    EncodedCertificate certificate = authority.certify("CN=" + name, pair.getPublic().getEncoded());
    Certificate x509 =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.der()));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(name, pair.getPrivate(), PIN.toCharArray(), new Certificate[] {x509});
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PIN.toCharArray());
    }
    tool.run(
            "pk12util",
            "-i",
            file.toString(),
            "-d",
            "sql:" + dataBase,
            "-k",
            pinFile.toString(),
            "-w",
            pinFile.toString())
        .must();
    return certificate;
  }

  /// What NSS calls its parameters: one token, the one with the data base.
  private String arguments() {
    return "tokens=<0x2=[configdir='sql:%s' tokenDescription='certassist']>".formatted(dataBase);
  }

  private List<Driver> catalogue(Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    byte[] bytes =
        """
        {"version": 1, "edition": 1000, "source": {"document": "a test", "date": "2026"},
         "folders": {"linux": [], "windows": [], "macos": []},
         "sm2": {"guess": [], "families": []},
         "products": [],
         "drivers": [
           {"id": "nss", "product": "NSS", "arguments": "%s",
            "paths": {"linux": ["%s"], "windows": [], "macos": []}},
           {"id": "second", "product": "copy", "arguments": "%s",
            "paths": {"linux": ["%s"], "windows": [], "macos": []}}]}
        """
            .formatted(
                arguments(), MODULE, arguments(), Files.copy(MODULE, folder.resolve("copy.so")))
            .getBytes(StandardCharsets.UTF_8);
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(keys.getPrivate());
    signing.update(bytes);
    Base64.Encoder base64 = Base64.getEncoder();
    Files.write(home.resolve("catalogue.json"), bytes);
    Files.writeString(home.resolve("catalogue.json.sig"), base64.encodeToString(signing.sign()));
    CatalogueShelf.Current current =
        new CatalogueShelf(
                home,
                CatalogueKey.of(base64.encodeToString(keys.getPublic().getEncoded())),
                new DriverCatalogue("Linux", Map.of()))
            .current();
    if (current.fault().isPresent()) {
      throw new IOException(current.fault().get().toString());
    }
    return current.catalogue().drivers();
  }

  @Override
  public Capabilities capabilities() {
    Map<Ability, String> lacking = new EnumMap<>(Ability.class);
    lacking.put(Ability.TRIES_COUNTED, "NSS compares PINs inside the driver, uncounted");
    lacking.put(Ability.ALWAYS_AUTHENTICATE, "NSS has no such keys");
    lacking.put(Ability.OPEN_SEEN, "a login to NSS ends with its process");
    lacking.put(Ability.LAST_TRY_SHOWN, "NSS allows any number of tries");
    lacking.put(Ability.LOCK, "NSS never locks");
    lacking.put(Ability.UNBLOCK, "NSS has no administrator once a PIN is set");
    lacking.put(Ability.PLUG, "a data base of NSS is a folder, it cannot be pulled out");
    lacking.put(Ability.DELAY, "nothing lies between NSS and its data base");
    lacking.put(Ability.HOLD, "NSS shares its data bases with everybody");
    return new Capabilities("NSS", List.of(PinState.WRONG_TRIED), lacking);
  }

  @Override
  public Driver driver() {
    return drivers.getFirst();
  }

  @Override
  public Driver secondDriver() {
    return drivers.getLast();
  }

  @Override
  public void fresh() throws IOException {
    for (String each : DATA_BASES) {
      Files.copy(
          pristine.resolve(each), dataBase.resolve(each), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Every data base of NSS has this one.
  @Override
  public String serial() {
    return "0000000000000000";
  }

  @Override
  public String pin() {
    return PIN;
  }

  @Override
  public String administrators() {
    throw new UnsupportedOperationException();
  }

  @Override
  public EncodedCertificate rsa() {
    return rsa;
  }

  @Override
  public EncodedCertificate ec() {
    return ec;
  }

  @Override
  public boolean opensWith(String pin) throws IOException, InterruptedException {
    Path typed = Files.writeString(pinFile.resolveSibling("typed"), pin);
    return tool.run("certutil", "-K", "-d", "sql:" + dataBase, "-f", typed.toString()).exit() == 0;
  }

  @Override
  public void close() {}
}
