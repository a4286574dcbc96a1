package org.certassist.platform.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.UsbId;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The libraries that the user picked, in a private file.
///
/// One library is one line of fields between tabs: its id, its path, and four for each key that it
/// was tested with: the USB id or `-`, the maker, the model and the serial number.
public final class PickedLibraries implements PickedDrivers {
  private static final Logger LOG = LoggerFactory.getLogger(PickedLibraries.class);

  /// More than anybody has; a list that somebody else wrote is not believed beyond it.
  private static final int MOST = 100;

  /// Of one library; a company with more keys than these tests them one by one.
  private static final int MOST_KEYS = 50;

  /// A full list with the longest paths of Windows and the longest texts of tokens is below it.
  private static final long LARGEST = 4L << 20;

  private static final int FIELDS_OF_A_KEY = 4;
  private static final String NO_DEVICE = "-";

  private final Path memory;
  private List<PickedDriver> all;

  private PickedLibraries(Path memory) {
    this.memory = memory;
    this.all = readOrNone();
  }

  /// @param memory need not exist
  public static PickedLibraries keptIn(Path memory) {
    return new PickedLibraries(memory);
  }

  @Override
  public synchronized List<PickedDriver> all() {
    return all;
  }

  /// Another program of this user may have written since.
  @Override
  public synchronized PickedDriver remember(Path file, List<PickedDriver.Key> keys)
      throws IOException {
    if (!isOneField(file.toString())) {
      throw new IOException("a path with control characters");
    }
    List<PickedDriver> before = read();
    PickedDriver known =
        before.stream()
            .filter(each -> each.file().equals(file))
            .findFirst()
            .orElseGet(() -> new PickedDriver(freeId(before), file, List.of()));
    List<PickedDriver.Key> written = keys.stream().map(PickedLibraries::inOneLine).toList();
    PickedDriver fresh = known.testedWith(written);
    List<PickedDriver> now = new ArrayList<>(before);
    now.remove(known);
    now.addFirst(fresh);
    write(now.stream().limit(MOST).toList());
    return fresh;
  }

  private static String freeId(List<PickedDriver> taken) {
    List<String> ids = taken.stream().map(PickedDriver::id).toList();
    return IntStream.rangeClosed(1, MOST + 1)
        .mapToObj(PickedDriver::id)
        .filter(id -> !ids.contains(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public synchronized boolean forget(String id) throws IOException {
    List<PickedDriver> before = read();
    List<PickedDriver> now = before.stream().filter(each -> !each.id().equals(id)).toList();
    if (now.size() == before.size()) {
      return false;
    }
    write(now);
    return true;
  }

  private void write(List<PickedDriver> now) throws IOException {
    PrivateFiles.writeLines(memory, now.stream().map(PickedLibraries::line).toList());
    all = List.copyOf(now);
  }

  /// @throws IOException where there is a list and it cannot be had
  private List<PickedDriver> read() throws IOException {
    if (Files.notExists(memory)) {
      return List.of();
    }
    if (!Files.isRegularFile(memory)) {
      throw new IOException("no file");
    }
    if (Files.size(memory) > LARGEST) {
      throw new IOException("more than " + LARGEST + " bytes");
    }
    // Bytes that are no text damage their own line alone.
    List<PickedDriver> found = new ArrayList<>();
    new String(Files.readAllBytes(memory), StandardCharsets.UTF_8)
        .lines()
        .limit(MOST)
        .map(PickedLibraries::driver)
        .flatMap(Optional::stream)
        .filter(each -> found.stream().noneMatch(it -> it.id().equals(each.id())))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private List<PickedDriver> readOrNone() {
    try {
      return read();
    } catch (IOException e) {
      LOG.warn("the list of picked drivers {} cannot be read; it starts empty", memory, e);
      return List.of();
    }
  }

  private static Optional<PickedDriver> driver(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    int ofKeys = fields.size() - 2;
    if (ofKeys < 0
        || ofKeys % FIELDS_OF_A_KEY != 0
        || ofKeys > MOST_KEYS * FIELDS_OF_A_KEY
        || !fields.getFirst().matches("picked-[1-9][0-9]{0,3}")) {
      return damaged();
    }
    try {
      List<PickedDriver.Key> keys = new ArrayList<>();
      for (int at = 2; at < fields.size(); at += FIELDS_OF_A_KEY) {
        keys.add(
            new PickedDriver.Key(
                fields.get(at + 1),
                fields.get(at + 2),
                fields.get(at + 3),
                UsbId.of(fields.get(at))));
      }
      return Optional.of(new PickedDriver(fields.getFirst(), Path.of(fields.get(1)), keys));
    } catch (IllegalArgumentException noAbsolutePath) {
      return damaged();
    }
  }

  /// Neither the line nor the cause, since both may hold a serial number.
  private static Optional<PickedDriver> damaged() {
    LOG.warn("a line of the list of picked drivers is not readable");
    return Optional.empty();
  }

  private static String line(PickedDriver driver) {
    return String.join(
        "\t",
        Stream.concat(
                Stream.of(driver.id(), driver.file().toString()),
                driver.keys().stream()
                    .limit(MOST_KEYS)
                    .flatMap(key ->
                        Stream.of(
                            key.device().map(UsbId::toString).orElse(NO_DEVICE),
                            key.manufacturer(),
                            key.model(),
                            key.serial())))
            .toList());
  }

  /// What a token says of itself may be anything.
  private static PickedDriver.Key inOneLine(PickedDriver.Key key) {
    return new PickedDriver.Key(
        plain(key.manufacturer()), plain(key.model()), plain(key.serial()), key.device());
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
  }

  private static boolean isOneField(String text) {
    return text.equals(plain(text));
  }
}
