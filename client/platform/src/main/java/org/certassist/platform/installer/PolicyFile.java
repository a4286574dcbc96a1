package org.certassist.platform.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The policy of Linux and macOS: a JSON file `{"driverFolder": "/path"}` that belongs to the
/// administrator, as its folder does, and that nobody else may write.
public final class PolicyFile implements InstallerPolicy {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFile.class);
  private static final int ROOT = 0;
  private static final int LARGEST = 64 << 10;
  private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
      PosixFilePermissions.fromString("----w--w-");

  private final Path file;
  private final int administrator;

  PolicyFile(Path file, int administrator) {
    this.file = file;
    this.administrator = administrator;
  }

  /// @param file need not exist; the folders above its own are an administrator's
  public PolicyFile(Path file) {
    this(file, ROOT);
  }

  @Override
  public Rule read() {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Rule.Nothing();
    }
    try {
      return isAdministrators(file) && isInsideAdministrators(file.getParent())
          ? folder()
          : ignored();
    } catch (IOException | JacksonException | InvalidPathException unusable) {
      LOG.warn("{} cannot be read", file, unusable);
      return ignored();
    }
  }

  private Rule ignored() {
    return new Rule.Ignored(InstallerFault.of("policyIgnored", file));
  }

  /// What newer versions of this program are told beside it is left out.
  private Rule folder() throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        return ignored();
      }
      JsonNode policy = JsonMapper.shared().readTree(bytes);
      if (!policy.has("driverFolder")) {
        return policy.isObject() ? new Rule.Nothing() : ignored();
      }
      Path place = Path.of(policy.path("driverFolder").asString(""));
      return place.isAbsolute() ? new Rule.Folder(place) : ignored();
    }
  }

  private boolean isInsideAdministrators(@Nullable Path folder) throws IOException {
    return folder != null && isAdministrators(folder);
  }

  private boolean isAdministrators(Path place) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean sound =
        !attributes.isSymbolicLink()
            && Files.getAttribute(place, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                .equals(administrator)
            && attributes.permissions().stream().noneMatch(WRITABLE_BY_OTHERS::contains);
    if (!sound) {
      LOG.warn("{} is not only an administrator's to write: {}", place, attributes.permissions());
    }
    return sound;
  }
}
