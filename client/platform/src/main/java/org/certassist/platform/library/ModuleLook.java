package org.certassist.platform.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.certassist.core.helpdesk.ModuleFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Size, age and digest of a driver's file.
public final class ModuleLook implements ModuleFile.Look {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleLook.class);

  /// The largest driver known has 20 MB.
  private static final long LARGEST = 200L << 20;

  private static final int CHUNK = 1 << 16;

  @Override
  public Optional<ModuleFile> at(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      long size = Files.size(file);
      return Optional.of(
          new ModuleFile(
              size,
              Files.getLastModifiedTime(file).toInstant(),
              size > LARGEST ? "" : sha256(file)));
    } catch (IOException unreadable) {
      LOG.info("{} cannot be read", file, unreadable);
      return Optional.empty();
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
