package org.certassist.datafiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.fault.FaultException;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The data file of one kind that counts: the one inside the program, or a newer one that was
/// signed and lies in the home folder as `KIND.json` with `KIND.json.sig`.
///
/// One that was altered is left where it is and not used; so is one that a newer program has left
/// behind, which is no fault.
final class SignedShelf<T> {
  private static final Logger LOG = LoggerFactory.getLogger(SignedShelf.class);
  private static final String SIGNATURE = ".sig";
  private static final int LONGEST_SIGNATURE = 1024;

  private final Path home;
  private final Optional<CatalogueKey> key;
  private final Kind<T> kind;

  /// @param home need not exist
  /// @param key none in a build that takes no updates
  SignedShelf(Path home, Optional<CatalogueKey> key, Kind<T> kind) {
    this.home = home;
    this.key = key;
    this.kind = kind;
  }

  /// A kind of data file.
  interface Kind<T> {
    /// What the file is called, and with what the ids of its faults begin.
    String word();

    T builtIn();

    T read(JsonFile file) throws DataFileException;

    /// Counts up with every file that is given out.
    int edition(T read);
  }

  /// What counts.
  ///
  /// @param fault why the one in the home folder does not
  record Current<T>(T read, Optional<UpdateFault> fault) {}

  /// A file that was checked, with the very bytes that were.
  private record Signed<T>(JsonFile file, String signature, T read) {}

  Current<T> current() {
    T own = kind.builtIn();
    Path file = atHome();
    if (!Files.isRegularFile(file)) {
      return new Current<>(own, Optional.empty());
    }
    try {
      T there = read(file).read();
      boolean isNewer = kind.edition(there) > kind.edition(own);
      return new Current<>(isNewer ? there : own, Optional.empty());
    } catch (FaultException unusable) {
      LOG.info("{} is not used: {}", file, unusable.getMessage());
      return new Current<>(own, Optional.of((UpdateFault) unusable.fault()));
    }
  }

  int edition() {
    return kind.edition(current().read());
  }

  /// @return the edition that counts from now on
  /// @throws FaultException an [UpdateFault]; nothing is changed
  /// @throws IOException where the home folder cannot be written
  int update(Path file) throws FaultException, IOException {
    Signed<T> newer = read(file);
    int now = edition();
    if (kind.edition(newer.read()) <= now) {
      throw refused("older", file, kind.edition(newer.read()), now);
    }
    PrivateFiles.folder(home);
    // The signature first: whoever is cut off in between has the old file with a signature that
    // does not fit, which is noticed, and the program's own counts.
    PrivateFiles.write(
        signatureOf(atHome()), newer.signature().getBytes(StandardCharsets.US_ASCII));
    PrivateFiles.write(atHome(), newer.file().bytes());
    return kind.edition(newer.read());
  }

  private Path atHome() {
    return home.resolve(kind.word() + ".json");
  }

  private static Path signatureOf(Path file) {
    return file.resolveSibling(file.getFileName() + SIGNATURE);
  }

  private Signed<T> read(Path file) throws FaultException {
    CatalogueKey checking = key.orElseThrow(() -> refused("noUpdates"));
    JsonFile bytes = bytes(file);
    String signature = signature(file);
    if (!checking.signed(bytes.bytes(), signature)) {
      throw refused("altered", file);
    }
    return new Signed<>(bytes, signature, parsed(bytes, file));
  }

  private JsonFile bytes(Path file) throws FaultException {
    try {
      return JsonFile.read(file);
    } catch (DataFileException unreadable) {
      throw refused("unusable", file, "", unreadable.fault().id());
    }
  }

  private String signature(Path file) throws FaultException {
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

  private T parsed(JsonFile bytes, Path file) throws FaultException {
    try {
      return kind.read(bytes);
    } catch (DataFileException invalid) {
      var details = invalid.fault().details();
      throw refused("unusable", file, details.size() > 1 ? details.get(1) : "", details.getLast());
    }
  }

  private FaultException refused(String id, Object... details) {
    return new FaultException(UpdateFault.of(kind.word(), id, details));
  }
}
