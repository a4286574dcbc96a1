package org.certassist.workbook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// An .xlsx file of any bytes as a portal's template: learnt, filled and read, or refused by name.
class PortalXlsxFuzzTest {
  static Stream<byte[]> known() throws Exception {
    return FuzzedFile.knownPortals("xlsx");
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "20s")
  void anyFileIsTakenOrRefusedByName(byte[] content) throws Exception {
    FuzzedFile.enter(content, "xlsx", Door.LEARN, Door.RECOGNISE, Door.FILL, Door.CHECK);
  }
}
