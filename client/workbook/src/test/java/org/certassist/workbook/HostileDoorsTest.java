package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.certassist.core.workbook.FileFault;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The same hostile files at every door: ours and a portal's template, read, copied, learnt,
/// recognised and filled, and a portal's list.
@Timeout(240)
@ExtendWith(NothingTemporary.class)
class HostileDoorsTest {
  private static final int MANY = "full".equals(System.getProperty("certassist.counts")) ? 400 : 15;

  @TempDir Path folder;

  static Stream<Arguments> everyPlantAtEveryDoor() {
    return Stream.of(Door.values())
        .flatMap(door -> Stream.of(HostileParts.values()).map(plant -> Arguments.of(door, plant)));
  }

  @ParameterizedTest
  @MethodSource("everyPlantAtEveryDoor")
  void whatIsPlantedInAGoodFileIsNamed(Door door, HostileParts plant) throws Exception {
    RawWorkbook book = RawWorkbook.of(door.good(folder.resolve("good.xlsx")));
    plant.plant(book, door.sheet());

    Optional<FileFault> refusal = door.refusal(book.write(folder.resolve("a.xlsx")));

    assertThat(refusal)
        .hasValueSatisfying(
            fault -> assertThat(plant.isNamedBy(fault)).as(fault.toString()).isTrue());
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void aGoodFileIsTaken(Door door) throws Exception {
    for (String suffix : List.of(".xlsx", ".xls")) {
      assertThat(door.refusal(door.good(folder.resolve("a" + suffix)))).isEmpty();
    }
  }

  /// A reader that does not unpack the bomb need not see it; one that copies it must.
  @ParameterizedTest
  @EnumSource(Door.class)
  void aBombThatSaysItIsSmallNeverComesOut(Door door) throws Exception {
    RawWorkbook book = RawWorkbook.of(door.good(folder.resolve("good.xlsx")));

    Optional<FileFault> refusal =
        door.refusal(HostileParts.lyingBomb(book, folder.resolve("a.xlsx")));

    if (door == Door.FILL || door == Door.LEARN || door == Door.MARK) {
      assertThat(refusal).contains(new FileFault.TooLarge("ratio", 100));
    } else {
      assertThat(refusal).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void anEntityInAnyPartIsNeverFetched(Door door) throws Exception {
    Path good = door.good(folder.resolve("good.xlsx"));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AtomicInteger fetched = new AtomicInteger();
      Thread.ofVirtual().start(() -> hangUpOnEveryCaller(server, fetched));
      String entity =
          "<!DOCTYPE x [<!ENTITY %% e SYSTEM 'http://127.0.0.1:%d/x'> %%e; <!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
              .formatted(server.getLocalPort());
      for (String part : RawWorkbook.of(good).names()) {
        RawWorkbook book = RawWorkbook.of(good);
        book.change(part, xml -> xml.replaceFirst("^(<\\?xml.*?\\?>)?", "$1" + entity));

        door.refusal(book.write(folder.resolve("a.xlsx")))
            .ifPresent(fault ->
                assertThat(fault).as(part).isEqualTo(new FileFault.NotAWorkbook("a.xlsx")));
      }
      assertThat(fetched).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void aTruncatedXlsxIsNoWorkbook(Door door) throws Exception {
    byte[] whole = Files.readAllBytes(door.good(folder.resolve("good.xlsx")));
    for (int length = 8; length < whole.length; length += Math.max(1, whole.length / MANY)) {
      Path file = Files.write(folder.resolve("a.xlsx"), Arrays.copyOf(whole, length));

      assertThat(door.refusal(file))
          .as("at " + length)
          .contains(new FileFault.NotAWorkbook("a.xlsx"));
    }
  }

  static Stream<Arguments> everyFormAtEveryDoor() {
    return Stream.of(Door.values())
        .flatMap(door -> Stream.of(".xlsx", ".xls").map(suffix -> Arguments.of(door, suffix)));
  }

  @ParameterizedTest
  @MethodSource("everyFormAtEveryDoor")
  void damagedBytesEndInAFileThatIsTakenOrNamed(Door door, String suffix) throws Exception {
    byte[] whole = Files.readAllBytes(door.good(folder.resolve("good" + suffix)));
    long seed = 20261128;
    Random random = new Random(seed);
    for (int i = 0; i < MANY; i++) {
      byte[] damaged = whole.clone();
      for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertTakenOrNamed(door, damaged, suffix, "seed " + seed + ", file " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFormAtEveryDoor")
  void randomBytesBehindAGoodBeginningAreNoWorkbook(Door door, String suffix) throws Exception {
    byte[] start = Arrays.copyOf(Files.readAllBytes(door.good(folder.resolve("g" + suffix))), 8);
    Random random = new Random(1);
    for (int i = 0; i < MANY; i++) {
      byte[] bytes = new byte[8 + random.nextInt(5_000)];
      random.nextBytes(bytes);
      System.arraycopy(start, 0, bytes, 0, 8);
      Path file = Files.write(folder.resolve("a" + suffix), bytes);

      assertThat(door.refusal(file)).contains(new FileFault.NotAWorkbook("a" + suffix));
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void hostileXlsFilesAreNamed(Door door) throws Exception {
    Path good = door.good(folder.resolve("good.xls"));
    Path parts = Files.write(folder.resolve("a.xls"), XlsBytes.withParts(good, 1_100));
    assertThat(door.refusal(parts)).contains(new FileFault.TooLarge("entries", 1_000));

    byte[] lying =
        XlsBytes.changed(
            good, stream -> stream.putInt(XlsBytes.find(stream, Biff.SST) + 8, Integer.MAX_VALUE));
    assertThat(door.refusal(Files.write(folder.resolve("a.xls"), lying)))
        .contains(new FileFault.NotAWorkbook("a.xls"));

    byte[] whole = Files.readAllBytes(good);
    for (int length = 8; length < whole.length; length += Math.max(1, whole.length / MANY)) {
      assertTakenOrNamed(door, Arrays.copyOf(whole, length), ".xls", "at " + length);
    }
    for (int at = 8; at < 512; at += 48) {
      for (int value : new int[] {0, -1, Integer.MAX_VALUE}) {
        byte[] damaged = whole.clone();
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        assertTakenOrNamed(door, damaged, ".xls", "at " + at + " " + value);
      }
    }
  }

  private void assertTakenOrNamed(Door door, byte[] content, String suffix, String what)
      throws Exception {
    Path file = Files.write(folder.resolve("a" + suffix), content);
    try {
      // Any fault of a file is a name; everything else would come out as another exception.
      Optional<FileFault> _ = door.refusal(file);
    } catch (RuntimeException unnamed) {
      throw new AssertionError(what, unnamed);
    }
  }

  private static void hangUpOnEveryCaller(ServerSocket server, AtomicInteger fetched) {
    while (!server.isClosed()) {
      try {
        server.accept().close();
        fetched.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }
}
