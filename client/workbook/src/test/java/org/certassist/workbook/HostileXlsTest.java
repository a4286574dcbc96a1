package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// .xls files made to harm: each is refused by name, in bounded time and memory, leaving nothing
/// behind.
@Timeout(240)
@ExtendWith(NothingTemporary.class)
class HostileXlsTest {
  private static final Kind KIND = TestKinds.TERMINATION;
  private static final FileFault NO_WORKBOOK = new FileFault.NotAWorkbook("a.xls");

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  @Test
  void aTruncatedFileIsNoWorkbookWhereverItEnds() throws Exception {
    byte[] whole = Files.readAllBytes(filled(20));
    Draft expected = workbooks.read(filled(20), TestKinds.BOTH);
    for (int length = 8; length < whole.length; length += Math.max(1, whole.length / 150)) {
      Path file = Files.write(folder.resolve("a.xls"), Arrays.copyOf(whole, length));
      try {
        assertThat(workbooks.read(file, TestKinds.BOTH))
            .as("at " + length)
            .usingRecursiveComparison()
            .isEqualTo(expected);
      } catch (WorkbookException refused) {
        assertThat(refused.fault()).as("at " + length).isEqualTo(NO_WORKBOOK);
      }
    }
  }

  @Test
  void damagedBytesEndInAReadFileOrInANamedRefusal() throws Exception {
    byte[] whole = Files.readAllBytes(filled(20));
    long seed = 20261128;
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertReadOrRefused(damaged, "seed " + seed + ", file " + i);
    }
  }

  @Test
  void damagedHeadersOfTheFileEndInANamedRefusal() throws Exception {
    byte[] whole = Files.readAllBytes(filled(20));
    for (int at = 8; at < 512; at += 4) {
      for (int value : new int[] {0, -1, -2, Integer.MAX_VALUE, 1}) {
        byte[] damaged = whole.clone();
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        assertReadOrRefused(damaged, "at " + at + " " + value);
      }
    }
  }

  @Test
  void randomBytesAreNoWorkbook() throws Exception {
    Random random = new Random(1);
    byte[] start = Arrays.copyOf(Files.readAllBytes(filled(1)), 8);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[8 + random.nextInt(5_000)];
      random.nextBytes(bytes);
      System.arraycopy(start, 0, bytes, 0, 8);

      assertThat(fault(bytes)).isEqualTo(NO_WORKBOOK);
    }
  }

  @Test
  void aTableOfTextsThatLiesAboutItsLengthIsNotBelieved() throws Exception {
    byte[] lying =
        changed(stream -> stream.putInt(XlsBytes.find(stream, Biff.SST) + 8, Integer.MAX_VALUE));

    assertThat(fault(lying)).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void partsInsidePartsWithoutEndAreRefused() throws Exception {
    byte[] beginning = {0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00};
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      stream.write(Arrays.copyOf(beginning, 20));
    }

    assertThat(fault(XlsBytes.disk(stream.toByteArray()))).isEqualTo(NO_WORKBOOK);
  }

  @Test
  void aCellThatStandsTwiceIsRefused() throws Exception {
    // The second text cell takes the place of the first.
    byte[] twice =
        changed(stream -> {
          stream.putInt(secondText(stream).position() + 4, firstText(stream));
        });

    assertThat(fault(twice)).isEqualTo(NO_WORKBOOK);
  }

  /// Who loads it whole for a copy takes the later one.
  @Test
  void aBlankCellOverAFilledOneIsRefused() throws Exception {
    short style = 15;
    byte[] one =
        changed(stream -> {
          ByteBuffer second = secondText(stream);
          second.putShort((short) Biff.BLANK).putShort((short) 6);
          second.putInt(firstText(stream)).putShort(style).putInt(0);
        });
    byte[] several =
        changed(stream -> {
          ByteBuffer second = secondText(stream);
          int row = firstText(stream) & 0xFFFF;
          int column = firstText(stream) >>> 16;
          second.putShort((short) Biff.MULBLANK).putShort((short) 10).putShort((short) row);
          second.putShort((short) (column - 1)).putShort(style).putShort(style);
          second.putShort((short) column);
        });

    assertThat(fault(one)).isEqualTo(NO_WORKBOOK);
    assertThat(fault(several)).isEqualTo(NO_WORKBOOK);
  }

  /// Row and column of the first text cell that does not stand in column A.
  private static int firstText(ByteBuffer stream) {
    return stream.getInt(firstTextAt(stream) + 4);
  }

  private static int firstTextAt(ByteBuffer stream) {
    int at = nextText(stream, 0);
    while (stream.getShort(at + 6) == 0) {
      at = nextText(stream, at + 4 + Short.toUnsignedInt(stream.getShort(at + 2)));
    }
    return at;
  }

  /// Stands at the text cell behind that.
  private static ByteBuffer secondText(ByteBuffer stream) {
    int first = firstTextAt(stream);
    int at = nextText(stream, first + 4 + Short.toUnsignedInt(stream.getShort(first + 2)));
    return stream.position(at);
  }

  private static int nextText(ByteBuffer stream, int from) {
    int at = from;
    while (Short.toUnsignedInt(stream.getShort(at)) != Biff.LABELSST) {
      at += 4 + Short.toUnsignedInt(stream.getShort(at + 2));
    }
    return at;
  }

  @Test
  void capsHoldForXlsToo() throws Exception {
    Caps fewRows = new Caps(64_000_000, 500_000_000, 100, 1_000, 64_000_000, 19);
    Caps fewTexts = new Caps(64_000_000, 500_000_000, 100, 1_000, 1_000, 1_000);
    Caps smallFile = new Caps(2_000, 500_000_000, 100, 1_000, 64_000_000, 1_000);
    byte[] file = Files.readAllBytes(filled(20));

    assertThat(fault(fewRows, file)).isEqualTo(new FileFault.TooLarge("rows", 19));
    assertThat(fault(fewTexts, file)).isEqualTo(new FileFault.TooLarge("texts", 1_000));
    assertThat(fault(smallFile, file)).isEqualTo(new FileFault.TooLarge("fileBytes", 2_000));
  }

  @Test
  void aThousandPartsPlantedInATemplateAreRefused() throws Exception {
    byte[] file = XlsBytes.withParts(filled(3), 1_100);

    assertThat(fault(file)).isEqualTo(new FileFault.TooLarge("entries", 1_000));
  }

  @Test
  void readingAnswersAnInterrupt() throws Exception {
    Path file = filled(4_000);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (true) {
                  Draft _ = workbooks.read(file, TestKinds.BOTH);
                }
              } catch (WorkbookException | InterruptedException e) {
                end.set(e);
              }
            });
    Thread.sleep(400);
    reader.interrupt();
    assertThat(reader.join(Duration.ofSeconds(5))).isTrue();

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aDamagedFileIsRefusedAsAnOriginalForACopyToo() throws Exception {
    byte[] lying =
        changed(stream -> stream.putInt(XlsBytes.find(stream, Biff.SST) + 8, Integer.MAX_VALUE));
    Path file = Files.write(folder.resolve("a.xls"), lying);
    Path out = folder.resolve("marked.xls");

    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class, () -> workbooks.writeMarked(file, List.of(), out));

    assertThat(refused.fault()).isEqualTo(NO_WORKBOOK);
    assertThat(out).doesNotExist();
  }

  private void assertReadOrRefused(byte[] content, String what) throws Exception {
    Path file = Files.write(folder.resolve("a.xls"), content);
    try {
      assertThat(workbooks.read(file, TestKinds.BOTH).rows()).as(what).isNotEmpty();
    } catch (WorkbookException refused) {
      assertThat(refused.fault()).as(what).isInstanceOf(FileFault.class);
    }
  }

  private Path filled(int people) throws Exception {
    Path file = folder.resolve("filled.xls");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(people), file);
    return file;
  }

  private byte[] changed(Consumer<ByteBuffer> change) throws Exception {
    return XlsBytes.changed(filled(5), change);
  }

  private FileFault fault(byte[] content) throws Exception {
    return fault(Caps.DEFAULT, content);
  }

  private FileFault fault(Caps caps, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("a.xls"), content);
    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class, () -> new PoiWorkbooks(caps).read(file, TestKinds.BOTH));
    assertThat(refused).as("refused").isNotNull();
    return (FileFault) refused.fault();
  }
}
