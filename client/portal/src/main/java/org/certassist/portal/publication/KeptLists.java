package org.certassist.portal.publication;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.certificate.Publication;
import org.certassist.core.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lists fetched earlier, one per address: in a folder, or in memory where none is given.
///
/// They are public and signed, so nothing is sealed: whoever changes one makes it useless, and it
/// is fetched anew. A folder that cannot be used costs a download and nothing else. The oldest goes
/// when there are too many.
public final class KeptLists {
  private static final Logger LOG = LoggerFactory.getLogger(KeptLists.class);
  private static final int MOST = 16;
  private static final int LARGEST_IN_MEMORY = 1 << 20;
  private static final String ENDING = ".crl";

  private final @Nullable Path folder;
  private final Map<URI, Publication.Kept> memory = new LinkedHashMap<>();

  private KeptLists(@Nullable Path folder) {
    this.folder = folder;
  }

  public static KeptLists in(Path folder) {
    return new KeptLists(folder);
  }

  public static KeptLists inMemory() {
    return new KeptLists(null);
  }

  /// The copy of the list at an address.
  ///
  /// @param largest a file that is larger is none of ours
  synchronized Optional<Publication.Kept> find(URI address, int largest) {
    Path place = folder;
    if (place == null) {
      return Optional.ofNullable(memory.get(address));
    }
    Path file = file(place, address);
    try {
      if (Files.size(file) > largest) {
        return Optional.empty();
      }
      Instant at = Files.getLastModifiedTime(file).toInstant();
      return Optional.of(new Publication.Kept(Files.readAllBytes(file), at));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.warn("a kept list cannot be read", unreadable);
      return Optional.empty();
    }
  }

  synchronized void put(URI address, byte[] list, Instant at) {
    Path place = folder;
    if (place == null) {
      remember(address, list, at);
      return;
    }
    try {
      PrivateFiles.folder(place);
      Path file = file(place, address);
      PrivateFiles.write(file, list);
      Files.setLastModifiedTime(file, FileTime.from(at));
      dropOldest(place);
    } catch (IOException notKept) {
      LOG.warn("a list cannot be kept", notKept);
    }
  }

  private void remember(URI address, byte[] list, Instant at) {
    memory.remove(address);
    if (list.length <= LARGEST_IN_MEMORY) {
      memory.put(address, new Publication.Kept(list, at));
    }
    while (memory.size() > MOST) {
      memory.remove(memory.keySet().iterator().next());
    }
  }

  private static void dropOldest(Path folder) throws IOException {
    List<Path> lists;
    try (Stream<Path> files = Files.list(folder)) {
      lists =
          files
              .filter(file -> file.toString().endsWith(ENDING))
              .sorted(Comparator.comparing(KeptLists::age).reversed())
              .toList();
    }
    for (Path file : lists.subList(Math.min(MOST, lists.size()), lists.size())) {
      Files.deleteIfExists(file);
    }
  }

  private static Instant age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException gone) {
      return Instant.MIN;
    }
  }

  /// An address may hold any sign and be of any length; a file's name may not.
  private static Path file(Path folder, URI address) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(address.toString().getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest) + ENDING);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
