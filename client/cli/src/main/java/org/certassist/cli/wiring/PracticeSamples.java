package org.certassist.cli.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.FaultException;
import org.certassist.core.storage.PrivateFiles;
import org.certassist.practice.PracticeFault;

/// The sample workbooks of practice: a new one takes the place of an old one, but never of one that
/// somebody has worked in.
///
/// A sample is made anew each time, because its people can be enrolled only once. Beside it stands
/// its digest; a file with another digest is somebody's work, and the new sample gets a number.
public final class PracticeSamples {
  private static final int MOST = 1000;

  private final Path folder;

  PracticeSamples(Path folder) {
    this.folder = folder;
  }

  /// Writes one file.
  @FunctionalInterface
  public interface Writer {
    void write(Path file) throws FaultException;
  }

  /// @return the file that was written
  Path write(String name, Writer writer) throws FaultException {
    try {
      Path file =
          IntStream.rangeClosed(1, MOST)
              .mapToObj(number -> numbered(name, number))
              .filter(this::mayBeReplaced)
              .findFirst()
              .orElseGet(() -> numbered(name, 1));
      writer.write(file);
      PrivateFiles.write(digestBeside(file), digest(file).getBytes(StandardCharsets.US_ASCII));
      return file;
    } catch (IOException unusable) {
      throw new FaultException(
          new PracticeFault.FolderUnusable(folder.toString(), DiskCause.of(unusable).word()),
          unusable);
    }
  }

  private Path numbered(String name, int number) {
    return folder.resolve(number == 1 ? name + ".xlsx" : name + "-" + number + ".xlsx");
  }

  private boolean mayBeReplaced(Path file) {
    try {
      return !Files.exists(file) || digest(file).equals(Files.readString(digestBeside(file)));
    } catch (IOException unknown) {
      return false;
    }
  }

  private static Path digestBeside(Path file) {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  private static String digest(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
