package org.certassist.platform.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.certassist.core.detection.PcStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The id that the Linux kernel draws by lot at each start.
public final class LinuxStart implements PcStart {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxStart.class);
  private static final int UUID_LENGTH = 36;
  private static final Pattern UUID = Pattern.compile("[0-9a-f-]{" + UUID_LENGTH + "}");

  private final Path bootId;

  /// @param bootId `/proc/sys/kernel/random/boot_id`; another file in tests
  public LinuxStart(Path bootId) {
    this.bootId = bootId;
  }

  @Override
  public Optional<String> mark() {
    if (!Files.isRegularFile(bootId)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(bootId)) {
      String id = new String(in.readNBytes(UUID_LENGTH), StandardCharsets.US_ASCII);
      return Optional.of(id).filter(UUID.asMatchPredicate());
    } catch (IOException e) {
      LOG.info("when this PC was started cannot be read", e);
      return Optional.empty();
    }
  }
}
