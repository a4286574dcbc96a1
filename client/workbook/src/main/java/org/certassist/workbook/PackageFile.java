package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The zip of an .xlsx file, whose parts are streams that stop at the caps.
///
/// What the zip says of its own sizes is not believed; what comes out is counted, once however
/// often a part is read.
final class PackageFile implements AutoCloseable {
  private static final int END_LENGTH = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LONGEST_NAME = 512;

  /// The first that a zip can say.
  private static final LocalDateTime FIRST_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Caps caps;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<String, Long> lengths = new HashMap<>();
  private long unpacked;

  private PackageFile(Caps caps, ZipFile zip) {
    this.caps = caps;
    this.zip = zip;
  }

  /// Opens a file that [FileForm] found to be a zip.
  ///
  /// @throws CapReached for too many entries
  static PackageFile open(Path file, Caps caps) throws IOException {
    checkDirectory(file, caps);
    // An entry's name that is not UTF-8 makes ZipFile throw a ZipException.
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    try {
      PackageFile opened = new PackageFile(caps, zip);
      opened.index();
      return opened;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// A part by its full name such as `xl/workbook.xml`; names differ in more than case.
  Optional<InputStream> part(String name) throws IOException {
    ZipEntry entry = entries.get(key(name));
    return entry == null
        ? Optional.empty()
        : Optional.of(
            new PartStream(
                zip.getInputStream(entry), entry, caps, length -> count(key(name), length)));
  }

  /// The names of all parts in their order in the zip.
  List<String> names() {
    return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
  }

  /// Unpacks every part once, so that all caps and checksums are known to hold before the file is
  /// loaded or copied.
  static void requireSound(Path file, Caps caps) throws IOException {
    try (PackageFile zip = open(file, caps)) {
      for (ZipEntry entry : zip.entries.values()) {
        try (InputStream in = zip.part(entry.getName()).orElseThrow()) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  /// Writes the whole package again, in its order, with the content of one part changed.
  void copyTo(OutputStream out, String changed, byte[] content) throws IOException {
    ZipOutputStream copy = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      ZipEntry written = new ZipEntry(entry.getName());
      written.setTimeLocal(time(entry));
      written.setComment(entry.getComment());
      copy.putNextEntry(written);
      if (key(entry.getName()).equals(key(changed))) {
        copy.write(content);
      } else {
        try (InputStream in = part(entry.getName()).orElseThrow()) {
          in.transferTo(copy);
        }
      }
      copy.closeEntry();
    }
    copy.finish();
  }

  /// A zip may give a part a time that is none, as of month 0 where its writer knew none.
  private static LocalDateTime time(ZipEntry entry) {
    try {
      return entry.getTimeLocal();
    } catch (DateTimeException none) {
      return FIRST_TIME;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void count(String part, long length) throws CapReached {
    long before = lengths.getOrDefault(part, 0L);
    if (length > before) {
      lengths.put(part, length);
      unpacked += length - before;
    }
    if (unpacked > caps.unpackedBytes()) {
      throw new CapReached("unpackedBytes", caps.unpackedBytes());
    }
  }

  private void index() throws IOException {
    if (zip.size() > caps.entries()) {
      throw new CapReached("entries", caps.entries());
    }
    refuseWhatSaysItIsTooLarge();
    try {
      zip.stream().forEach(entry -> entries.merge(key(entry.getName()), entry, (a, b) -> twice(a)));
    } catch (UncheckedIOException twice) {
      throw twice.getCause();
    }
  }

  /// A bomb in a part that nobody reads is not unpacked, but it is named.
  private void refuseWhatSaysItIsTooLarge() throws CapReached {
    long all = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      long size = Math.max(0, entry.getSize());
      all += size;
      if (size > PartStream.RATIO_COUNTS_FROM
          && size / Math.max(1, entry.getCompressedSize()) >= caps.ratio()) {
        throw new CapReached("ratio", caps.ratio());
      }
      if (all > caps.unpackedBytes()) {
        throw new CapReached("unpackedBytes", caps.unpackedBytes());
      }
    }
  }

  private static ZipEntry twice(ZipEntry entry) {
    throw new UncheckedIOException(new Unusable("twice in the zip: " + entry.getName()));
  }

  /// A part's name as names are compared.
  static String key(String name) {
    return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }

  /// Looks at the end record before anything of the directory is loaded into memory.
  private static void checkDirectory(Path file, Caps caps) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), END_LENGTH + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_LENGTH; at >= 0; at--) {
        if (end.getInt(at) == END_SIGNATURE) {
          int count = Short.toUnsignedInt(end.getShort(at + 10));
          long directory = Integer.toUnsignedLong(end.getInt(at + 12));
          if (count > caps.entries() || directory > (long) caps.entries() * LONGEST_NAME) {
            throw new CapReached("entries", caps.entries());
          }
          return;
        }
      }
      throw new Unusable("no end of the zip");
    }
  }
}
