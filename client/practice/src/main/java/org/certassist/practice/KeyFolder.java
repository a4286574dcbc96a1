package org.certassist.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Pin;
import org.certassist.core.storage.PrivateFiles;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.ca.X509;

/// The files of practice keys: a SoftHSM2 token folder and its configuration for each variant, or a
/// PKCS#12 file. Only what lies here is ever written or deleted.
record KeyFolder(Path folder, PracticeCa ca, KeyMaker maker, KeyShelf shelf) {
  /// The key of a variant on a SoftHSM2 token of its own.
  PracticeKey token(CertificateVariant variant, Path module, Pin pin)
      throws FaultException, IOException, InterruptedException {
    String name = "tokens/" + variant.word();
    Path tokens = folder.resolve("tokens").resolve(variant.word());
    Path configuration = folder.resolve("softhsm2" + suffix(variant) + ".conf");
    Driver driver = softHsm(module, configuration);
    Optional<KeyShelf.Made> known = shelf.find(name);
    if (known.isPresent() && serves(known.get(), variant) && isFilled(tokens)) {
      writeConfiguration(configuration, tokens);
      if (!known.get().module().equals(module)) {
        maker.requireSoftHsm(driver);
        shelf.put(name, known.get().through(module));
      }
      return key(variant, driver, known.get());
    }
    KeyShelf.Made made = makeToken(variant, module, tokens, pin);
    shelf.remove(name);
    delete(tokens);
    Files.move(making(tokens), tokens);
    writeConfiguration(configuration, tokens);
    shelf.put(name, made);
    return key(variant, driver, made);
  }

  /// Makes the token in a folder beside its place, so that it is there whole or not at all.
  private KeyShelf.Made makeToken(CertificateVariant variant, Path module, Path tokens, Pin pin)
      throws FaultException, IOException, InterruptedException {
    PrivateFiles.folder(folder.resolve("tokens"));
    Path making = making(tokens);
    Path configuration = making.resolveSibling(variant.word() + ".making.conf");
    delete(making);
    PrivateFiles.folder(making);
    writeConfiguration(configuration, making);
    try {
      return maker.make(softHsm(module, configuration), variant, pin);
    } finally {
      Files.deleteIfExists(configuration);
    }
  }

  private static Path making(Path tokens) {
    return tokens.resolveSibling(tokens.getFileName() + ".making");
  }

  /// The key of a variant in software.
  PracticeKey softKey(CertificateVariant variant, Pin pin)
      throws FaultException, IOException, InterruptedException {
    Path file = folder.resolve("softkey" + suffix(variant) + ".p12");
    String name = file.getFileName().toString();
    Driver driver =
        new Driver(
            "softkey",
            "practice key (software)",
            Driver.Interface.SOFTKEY,
            List.of(file),
            Map.of());
    Optional<KeyShelf.Made> known = shelf.find(name);
    if (known.isPresent() && serves(known.get(), variant) && Files.isRegularFile(file)) {
      return key(variant, driver, known.get());
    }
    shelf.remove(name);
    Files.deleteIfExists(file);
    KeyShelf.Made made = maker.make(driver, variant, pin);
    shelf.put(name, made);
    return key(variant, driver, made);
  }

  private boolean serves(KeyShelf.Made made, CertificateVariant variant) throws IOException {
    return ca.stillServes(made.certificate(), variant);
  }

  private static PracticeKey key(CertificateVariant variant, Driver driver, KeyShelf.Made made) {
    return new PracticeKey(variant, driver, made.serial(), X509.core(made.certificate()));
  }

  private static String suffix(CertificateVariant variant) {
    return variant == CertificateVariant.GOOD ? "" : "-" + variant.word();
  }

  private static Driver softHsm(Path module, Path configuration) {
    return new Driver(
        "softhsm2",
        "SoftHSM2",
        Driver.Interface.PKCS11,
        List.of(module),
        Map.of("SOFTHSM2_CONF", configuration.toString()));
  }

  private static void writeConfiguration(Path file, Path tokens) throws IOException {
    String text =
        """
        # The practice key's token; made by certassist.
        directories.tokendir = %s
        objectstore.backend = file
        log.level = ERROR
        slots.removable = false
        """
            .formatted(tokens);
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    boolean same = Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
    if (!same) {
      PrivateFiles.write(file, content);
    }
  }

  private static boolean isFilled(Path tokens) throws IOException {
    if (!Files.isDirectory(tokens)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(tokens)) {
      return inside.findAny().isPresent();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
