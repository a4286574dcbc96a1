package org.certassist.workbook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// An .xls file of any bytes as a portal's template: learnt, filled and read, or refused by name.
class PortalXlsFuzzTest {
  static Stream<byte[]> known() throws Exception {
    return FuzzedFile.knownPortals("xls");
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "20s")
  void anyFileIsTakenOrRefusedByName(byte[] content) throws Exception {
    FuzzedFile.enter(content, "xls", Door.LEARN, Door.RECOGNISE, Door.FILL, Door.CHECK);
  }
}
