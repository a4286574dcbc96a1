package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates.Filling;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// .xls files of which POI would lose a sheet, or take one for another: nothing is made of them.
@ExtendWith(NothingTemporary.class)
class MisplacedSheetsTest {
  private static final int DATA = 1;
  private static final int LISTS = 2;

  /// As long as the data sheet's name, so that this can be written over it.
  private static final String OTHER_NAME = "对照数据";

  /// Where in its record a part says of what kind it is (MS-XLS 2.4.21).
  private static final int KIND_AT = 6;

  /// Where a sheet's name begins in its record in the table of contents (MS-XLS 2.4.28).
  private static final int NAME_AT = 12;

  @TempDir Path folder;

  /// How a file is made that looks whole to who goes by its table of contents.
  enum Misplaced {
    /// What the fuzz test found: POI passes over a sheet that says it is of no known kind.
    OF_NO_KNOWN_KIND {
      @Override
      void change(ByteBuffer stream) {
        int begin = stream.getInt(sheets(stream).get(DATA) + 4);
        stream.putShort(begin + KIND_AT, (short) 0x0F);
      }
    },
    /// The table of contents lists the second sheet behind the third, each with its right place.
    IN_ANOTHER_ORDER {
      @Override
      void change(ByteBuffer stream) {
        int data = sheets(stream).get(DATA);
        int lists = sheets(stream).get(LISTS);
        byte[] moved = new byte[lists - data];
        stream.get(data, moved);
        stream.put(data, stream, lists, moved.length);
        stream.put(lists, moved);
      }
    },
    TWICE_THE_SAME {
      @Override
      void change(ByteBuffer stream) {
        stream.putInt(sheets(stream).get(LISTS) + 4, stream.getInt(sheets(stream).get(DATA) + 4));
      }
    },
    OF_ONE_NAME {
      @Override
      void change(ByteBuffer stream) {
        byte[] name = new byte[2 * OTHER_NAME.length()];
        stream.get(sheets(stream).get(DATA) + NAME_AT, name);
        stream.put(sheets(stream).get(LISTS) + NAME_AT, name);
      }
    };

    abstract void change(ByteBuffer stream);
  }

  /// What is made of a portal's file.
  enum Job {
    LEARN {
      @Override
      void run(Path in, PortalLayout layout, Path out) throws Exception {
        assertThat(new PoiPortalTemplates().sheets(in)).isNotEmpty();
      }
    },
    FILL {
      @Override
      void run(Path in, PortalLayout layout, Path out) throws Exception {
        new PoiPortalTemplates()
            .fill(in, layout, new Filling(TestKinds.UNIT, TestKinds.people(3)), out);
      }
    },
    MARK {
      @Override
      void run(Path in, PortalLayout layout, Path out) throws Exception {
        new PoiWorkbooks().writeMarked(in, List.of(), out);
      }
    },
    REPAIR {
      @Override
      void run(Path in, PortalLayout layout, Path out) throws Exception {
        new PoiWorkbooks().writeRepaired(in, List.of(), out);
      }
    };

    abstract void run(Path in, PortalLayout layout, Path out) throws Exception;
  }

  static Stream<Arguments> everyJobOnEveryFile() {
    return Stream.of(Job.values())
        .flatMap(job -> Stream.of(Misplaced.values()).map(how -> Arguments.of(job, how)));
  }

  @ParameterizedTest
  @MethodSource("everyJobOnEveryFile")
  void nothingIsMadeOfIt(Job job, Misplaced how) throws Exception {
    PortalFile portals = portals();
    PortalLayout layout = portals.layout("退工");
    byte[] content = XlsBytes.changed(portals.save(folder.resolve("in.xls")), how::change);
    Path in = Files.write(folder.resolve("in.xls"), content);
    Path out = Files.writeString(folder.resolve("out.xls"), "before");

    WorkbookException refused =
        catchThrowableOfType(WorkbookException.class, () -> job.run(in, layout, out));

    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.fault()).isEqualTo(new FileFault.NotAWorkbook("in.xls"));
    assertThat(out).hasContent("before");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(in, out);
    }
  }

  /// A chart that stands inside a sheet is none of the sheets.
  @ParameterizedTest
  @EnumSource(Job.class)
  void aChartInASheetIsNoSheet(Job job) throws Exception {
    PortalFile portals = portals();
    PortalLayout layout = portals.layout("退工");
    Path in = portals.save(folder.resolve("in.xls"));
    Path _ = Files.write(in, withChart(in));

    job.run(in, layout, folder.resolve("out.xls"));
  }

  @Test
  void whatStandsBehindTheLastSheetIsPassedOver() throws Exception {
    PortalFile portals = portals();
    PortalLayout layout = portals.layout("退工");
    Path in = portals.save(folder.resolve("in.xls"));
    Path out = folder.resolve("out.xls");
    byte[] stream = stream(in);
    Path _ = Files.write(in, XlsBytes.disk(Arrays.copyOf(stream, stream.length + 100)));

    Job.FILL.run(in, layout, out);

    assertThat(new PoiWorkbooks(() -> List.of(layout)).read(out, TestKinds.BOTH).rows()).hasSize(3);
  }

  private static PortalFile portals() {
    PortalFile portals = PortalFile.of(".xls");
    portals.book().setSheetName(LISTS, OTHER_NAME);
    return portals;
  }

  /// A part of a chart's, empty, put in at the end of the first sheet.
  private static byte[] withChart(Path workbook) throws Exception {
    byte[] whole = stream(workbook);
    ByteBuffer stream = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> sheets = sheets(stream);
    int end = stream.getInt(sheets.get(DATA) + 4) - 4;
    byte[] chart = {
      0x09, 0x08, 0x10, 0, 0, 0x06, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0
    };
    for (int sheet : sheets.subList(DATA, sheets.size())) {
      stream.putInt(sheet + 4, stream.getInt(sheet + 4) + chart.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, end);
    out.writeBytes(chart);
    out.write(whole, end, whole.length - end);
    return XlsBytes.disk(out.toByteArray());
  }

  private static byte[] stream(Path workbook) throws Exception {
    byte[][] stream = new byte[1][];
    byte[] _ =
        XlsBytes.changed(
            workbook,
            bytes -> {
              stream[0] = new byte[bytes.capacity()];
              bytes.get(0, stream[0]);
            });
    return stream[0];
  }

  /// Where the records of the table of contents begin, one for each sheet.
  private static List<Integer> sheets(ByteBuffer stream) {
    List<Integer> sheets = new ArrayList<>();
    int at = 0;
    while (Short.toUnsignedInt(stream.getShort(at)) != Biff.EOF) {
      if (Short.toUnsignedInt(stream.getShort(at)) == Biff.BOUNDSHEET) {
        sheets.add(at);
      }
      at += 4 + Short.toUnsignedInt(stream.getShort(at + 2));
    }
    return sheets;
  }
}
