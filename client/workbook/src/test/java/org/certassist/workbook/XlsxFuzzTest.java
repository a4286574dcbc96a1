package org.certassist.workbook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// An .xlsx file of any bytes is read or refused by name, and leaves nothing behind.
class XlsxFuzzTest {
  static Stream<byte[]> known() throws Exception {
    return FuzzedFile.known("xlsx");
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "20s")
  void anyFileIsReadOrRefusedByName(byte[] content) throws Exception {
    FuzzedFile.enter(content, "xlsx", Door.READ);
  }
}
