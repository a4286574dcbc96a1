package org.certassist.workbook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// An .xls file of any bytes is read or refused by name, and leaves nothing behind.
class XlsFuzzTest {
  static Stream<byte[]> known() throws Exception {
    return FuzzedFile.known("xls");
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "20s")
  void anyFileIsReadOrRefusedByName(byte[] content) throws Exception {
    FuzzedFile.enter(content, "xls", Door.READ);
  }
}
