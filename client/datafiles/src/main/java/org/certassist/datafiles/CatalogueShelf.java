package org.certassist.datafiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.driver.CatalogueUpdates;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The driver catalogue that counts: the one inside the program, or a newer one that was signed and
/// lies in the home folder as `catalogue.json` with `catalogue.json.sig`.
///
/// One that was altered, or is older than the program's own, is left where it is and not used.
public final class CatalogueShelf implements CatalogueUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueShelf.class);
  private static final String NAME = "catalogue.json";
  private static final String SIGNATURE = ".sig";
  private static final int LONGEST_SIGNATURE = 1024;

  private final Path home;
  private final Optional<CatalogueKey> key;
  private final DriverCatalogue reader;

  /// @param home need not exist
  /// @param key none in a build that takes no updates
  /// @param reader reads a catalogue for this kind of PC
  public CatalogueShelf(Path home, Optional<CatalogueKey> key, DriverCatalogue reader) {
    this.home = home;
    this.key = key;
    this.reader = reader;
  }

  /// The catalogue that counts.
  ///
  /// @param fault why the one in the home folder does not
  public record Current(DriverCatalogue.Whole catalogue, Optional<CatalogueFault> fault) {}

  /// A catalogue that was checked, with the very bytes that were.
  private record Signed(JsonFile file, String signature, DriverCatalogue.Whole catalogue) {}

  public Current current() {
    DriverCatalogue.Whole own = reader.builtIn();
    Path file = home.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return new Current(own, Optional.empty());
    }
    try {
      return new Current(read(file, own.edition() + 1).catalogue(), Optional.empty());
    } catch (FaultException unusable) {
      LOG.info("{} is not used: {}", file, unusable.getMessage());
      return new Current(own, Optional.of((CatalogueFault) unusable.fault()));
    }
  }

  @Override
  public int edition() {
    return current().catalogue().edition();
  }

  @Override
  public Optional<Fault> fault() {
    return current().fault().map(fault -> fault);
  }

  @Override
  public int update(Path file) throws FaultException, IOException {
    Signed newer = read(file, current().catalogue().edition() + 1);
    PrivateFiles.folder(home);
    // The signature first: whoever is cut off in between has the old catalogue with a signature
    // that does not fit, which is noticed, and the program's own counts.
    PrivateFiles.write(
        signatureOf(home.resolve(NAME)), newer.signature().getBytes(StandardCharsets.US_ASCII));
    PrivateFiles.write(home.resolve(NAME), newer.file().bytes());
    return newer.catalogue().edition();
  }

  private static Path signatureOf(Path file) {
    return file.resolveSibling(file.getFileName() + SIGNATURE);
  }

  /// @param least the edition that it must have, or a later one
  private Signed read(Path file, int least) throws FaultException {
    CatalogueKey checking = key.orElseThrow(() -> refused("noUpdates"));
    JsonFile bytes = bytes(file);
    String signature = signature(file);
    if (!checking.signed(bytes.bytes(), signature)) {
      throw refused("altered", file);
    }
    DriverCatalogue.Whole whole = parsed(bytes, file);
    if (whole.edition() < least) {
      throw refused("older", file, whole.edition(), least - 1);
    }
    return new Signed(bytes, signature, whole);
  }

  private static JsonFile bytes(Path file) throws FaultException {
    try {
      return JsonFile.read(file);
    } catch (DataFileException unreadable) {
      throw refused("unusable", file, "", unreadable.fault().id());
    }
  }

  private static String signature(Path file) throws FaultException {
    Path signature = signatureOf(file);
    try {
      if (!Files.isRegularFile(signature) || Files.size(signature) > LONGEST_SIGNATURE) {
        throw refused("unsigned", file);
      }
      return Files.readString(signature, StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      LOG.info("{} cannot be read", signature, unreadable);
      throw refused("unsigned", file);
    }
  }

  private DriverCatalogue.Whole parsed(JsonFile bytes, Path file) throws FaultException {
    try {
      return reader.read(bytes);
    } catch (DataFileException invalid) {
      var details = invalid.fault().details();
      throw refused("unusable", file, details.size() > 1 ? details.get(1) : "", details.getLast());
    }
  }

  private static FaultException refused(String id, Object... details) {
    return new FaultException(CatalogueFault.of(id, details));
  }
}
