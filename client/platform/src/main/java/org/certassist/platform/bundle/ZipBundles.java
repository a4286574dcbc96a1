package org.certassist.platform.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.Bundle;
import org.certassist.core.helpdesk.Bundle.Section;
import org.certassist.core.helpdesk.Bundles;
import org.certassist.core.helpdesk.HelpdeskFault;
import org.certassist.core.storage.PrivateFiles;

/// Bundles as zip files of texts in UTF-8, the first of which says the format.
public final class ZipBundles implements Bundles {
  /// The name and the line by which one is told from any other zip file.
  static final String MARK = "certassist-bundle.txt";

  private static final int FORMAT = 1;
  private static final Pattern FORMAT_LINE = Pattern.compile("certassist bundle (\\d{1,4})\\n");

  /// What a mail server lets through; ours are below one.
  static final int LARGEST_FILE = 10 << 20;

  /// All texts together, unpacked.
  static final int LARGEST_CONTENT = 50 << 20;

  /// Logs shrink to a twentieth; deflate's utmost is a thousandth, which only a bomb reaches.
  static final int LARGEST_RATIO = 200;

  /// Below this size the ratio says nothing: an empty text and its frame.
  static final int RATIO_COUNTS_FROM = 1 << 20;

  /// When a bundle was made stands in its texts; a zip file's own time has the PC's zone in it.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  @Override
  public void write(Bundle bundle, Path file) throws FaultException {
    try {
      put(packed(bundle), Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath());
    } catch (IOException failed) {
      throw fault("bundle.notWritten", file, failed);
    }
  }

  /// Beside its place under a name that nobody has, then moved there.
  private static void put(byte[] bytes, Path place) throws IOException {
    Path part = place.resolveSibling("." + name(place) + "." + UUID.randomUUID());
    try {
      PrivateFiles.write(part, bytes);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static byte[] packed(Bundle bundle) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, MARK, "certassist bundle " + FORMAT + "\n");
      for (Section section : bundle.sections()) {
        put(
            zip,
            section.name(),
            section.lines().stream().map(line -> line + "\n").collect(Collectors.joining()));
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Override
  public Bundle read(Path file) throws FaultException {
    byte[] packed = bytes(file);
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
      ZipEntry first = zip.getNextEntry();
      if (first == null || !first.getName().equals(MARK)) {
        throw fault("bundle.notOne", file);
      }
      long budget =
          Math.min(
              LARGEST_CONTENT, Math.max(RATIO_COUNTS_FROM, (long) packed.length * LARGEST_RATIO));
      Unpacking unpacking = new Unpacking(zip, Math.toIntExact(budget), file);
      checkFormat(unpacking.text(), file);
      List<Section> sections = new ArrayList<>();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        sections.add(section(entry.getName(), unpacking, file));
        if (sections.size() > Bundle.MOST_SECTIONS) {
          throw fault("bundle.tooLarge", file);
        }
      }
      return new Bundle(sections);
    } catch (IOException | IllegalArgumentException damaged) {
      throw new FaultException(HelpdeskFault.of("bundle.damaged", name(file)), damaged);
    }
  }

  private static byte[] bytes(Path file) throws FaultException {
    if (!Files.isRegularFile(file)) {
      throw new FaultException(
          HelpdeskFault.of("bundle.unreadable", name(file), DiskCause.MISSING.word()));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw fault("bundle.tooLarge", file);
      }
      return bytes;
    } catch (IOException failed) {
      throw fault("bundle.unreadable", file, failed);
    }
  }

  private static void checkFormat(String mark, Path file) throws FaultException {
    Matcher format = FORMAT_LINE.matcher(mark);
    if (!format.matches()) {
      throw fault("bundle.notOne", file);
    }
    if (Integer.parseInt(format.group(1)) > FORMAT) {
      throw fault("bundle.newer", file);
    }
  }

  /// A name with folders in it, or any that no version writes, is refused by [Section].
  private static Section section(String name, Unpacking unpacking, Path file)
      throws FaultException, IOException {
    List<String> lines = unpacking.text().lines().limit(Section.MOST_LINES + 1L).toList();
    if (lines.size() > Section.MOST_LINES) {
      throw fault("bundle.tooLarge", file);
    }
    return new Section(name, lines);
  }

  /// Unpacks one text after the other and counts what they make together.
  private static final class Unpacking {
    private final ZipInputStream zip;
    private final Path file;
    private int left;

    Unpacking(ZipInputStream zip, int budget, Path file) {
      this.zip = zip;
      this.left = budget;
      this.file = file;
    }

    /// The rest of the entry, with what is no UTF-8 replaced.
    String text() throws IOException, FaultException {
      byte[] bytes = zip.readNBytes(left + 1);
      if (bytes.length > left) {
        throw fault("bundle.tooLarge", file);
      }
      left -= bytes.length;
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static FaultException fault(String id, Path file) {
    return new FaultException(HelpdeskFault.of(id, name(file)));
  }

  private static FaultException fault(String id, Path file, IOException failed) {
    return new FaultException(
        HelpdeskFault.of(id, name(file), DiskCause.of(failed).word()), failed);
  }

  /// Without its folders, which may show the user's name.
  private static String name(Path file) {
    return Objects.requireNonNullElse(file.getFileName(), file).toString();
  }
}
