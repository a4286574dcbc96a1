package org.certassist.workbook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// A list of any bytes, workbook or text, is read or refused by name.
class ListingFuzzTest {
  static Stream<byte[]> known() throws Exception {
    return Stream.concat(FuzzedFile.known("csv"), FuzzedFile.known("xlsx"));
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "20s")
  void anyFileIsTakenOrRefusedByName(byte[] content) throws Exception {
    FuzzedFile.enter(content, "csv", Door.LIST);
  }
}
