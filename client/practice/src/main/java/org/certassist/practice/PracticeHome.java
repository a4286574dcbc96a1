package org.certassist.practice;

import java.io.IOException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Pin;
import org.certassist.core.storage.PrivateFiles;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.HostLaunch;
import org.certassist.practice.ca.Authority;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.FolderLock;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.ca.X509;
import org.certassist.practice.people.PracticeUnit;

/// Everything that practice needs under one home folder: the CA, the PIN, the practice keys. It is
/// made when it is asked for and found again later; what is soon to expire is renewed.
///
/// The portal beside it is [org.certassist.practice.portal.PracticePortal].
public final class PracticeHome {
  /// Where Debian and its relatives put SoftHSM2.
  private static final List<Path> SOFT_HSM_PLACES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

  private static final int PIN_DIGITS = 8;

  private final Path folder;
  private final PracticeCa ca;
  private final KeyFolder keys;

  private PracticeHome(Path folder, PracticeCa ca, KeyFolder keys) {
    this.folder = folder;
    this.ca = ca;
    this.keys = keys;
  }

  /// Opens the practice folder of a home, making the CA and the PIN where they are missing.
  ///
  /// @param home the program's home folder
  /// @param launch how the host process that makes keys is started
  /// @throws FaultException a [PracticeFault]
  public static PracticeHome open(
      Path home, HostLaunch launch, Deadlines deadlines, InstantSource clock)
      throws FaultException {
    Path folder = home.toAbsolutePath().resolve("practice");
    try {
      PracticeCa ca = PracticeCa.open(folder, clock);
      KeyFolder keys =
          new KeyFolder(
              folder,
              ca,
              new KeyMaker(launch, deadlines, ca),
              new KeyShelf(folder.resolve("practice.json")));
      PracticeHome opened = new PracticeHome(folder, ca, keys);
      try (FolderLock _ = FolderLock.take(opened.lockFile())) {
        opened.preparePin();
      }
      return opened;
    } catch (IOException broken) {
      throw unusable(folder, broken);
    }
  }

  private static FaultException unusable(Path folder, IOException cause) {
    return new FaultException(
        new PracticeFault.FolderUnusable(folder.toString(), DiskCause.of(cause).word()), cause);
  }

  private Path lockFile() {
    return folder.resolve("keys.lock");
  }

  /// The unit that the practice keys belong to.
  public static Unit unit() {
    PracticeUnit unit = PracticeUnit.PRACTICE;
    return new Unit(unit.creditCode(), unit.name(), UnitType.ORDINARY);
  }

  /// `ca.pem`, the root of TLS, of receipts and of every key but an SM2 one.
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /// The roots, that of SM2 keys too.
  public List<EncodedCertificate> trust() {
    return ca.authorities().stream().map(Authority::root).map(X509::core).toList();
  }

  /// The issuing CAs; practice tokens carry the one of their own.
  public List<EncodedCertificate> intermediates() {
    return ca.authorities().stream().map(Authority::issuingCa).map(X509::core).toList();
  }

  KeyFolder keyFolder() {
    return keys;
  }

  /// `pin.txt`: the PIN of every practice key, digits and a line feed.
  public Path pinFile() {
    return folder.resolve("pin.txt");
  }

  /// The PIN in `pin.txt`.
  public Pin pin() throws FaultException {
    try {
      return readPin();
    } catch (IOException unreadable) {
      throw unusable(folder, unreadable);
    }
  }

  private Pin readPin() throws IOException {
    byte[] file = Files.readAllBytes(pinFile());
    int length = 0;
    while (length < file.length && file[length] >= '0' && file[length] <= '9') {
      length++;
    }
    byte[] digits = Arrays.copyOf(file, length);
    Arrays.fill(file, (byte) 0);
    return Pin.ofUtf8(digits);
  }

  /// Makes a PIN where none is; keys made under another one are forgotten and made anew.
  private void preparePin() throws IOException {
    if (Files.exists(pinFile())) {
      try (Pin pin = readPin()) {
        if (!pin.isEmpty()) {
          return;
        }
      }
    }
    keys.shelf().clear();
    String digits = KeyMaker.digits(PIN_DIGITS) + "\n";
    PrivateFiles.write(pinFile(), digits.getBytes(StandardCharsets.US_ASCII));
  }

  /// The key with a certificate that is good.
  public PracticeKey key(Optional<Path> module) throws FaultException, InterruptedException {
    return key(CertificateVariant.GOOD, module);
  }

  /// The key with a certificate of this variant, in a token folder of its own.
  ///
  /// @param module a SoftHSM2 module; where none is given, the one that is installed, else a
  ///   software key in the host
  /// @throws FaultException a [PracticeFault] or a [org.certassist.core.key.KeyException]
  public PracticeKey key(CertificateVariant variant, Optional<Path> module)
      throws FaultException, InterruptedException {
    Optional<Path> softHsm =
        module
            .map(Path::toAbsolutePath)
            .or(() -> SOFT_HSM_PLACES.stream().filter(Files::isRegularFile).findFirst());
    try (FolderLock _ = FolderLock.take(lockFile());
        Pin pin = readPin()) {
      return softHsm.isPresent()
          ? keys.token(variant, softHsm.get(), pin)
          : keys.softKey(variant, pin);
    } catch (FileLockInterruptionException stopped) {
      InterruptedException interrupted = new InterruptedException();
      interrupted.initCause(stopped);
      throw interrupted;
    } catch (IOException broken) {
      throw unusable(folder, broken);
    }
  }
}
