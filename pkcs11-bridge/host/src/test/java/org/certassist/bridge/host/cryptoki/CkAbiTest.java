package org.certassist.bridge.host.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.bridge.host.cryptoki.CkStruct.POINTER;
import static org.certassist.bridge.host.cryptoki.CkStruct.ULONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Layouts of Linux and of Windows, texts and numbers.
class CkAbiTest {
  @ParameterizedTest
  @CsvSource({
    // ulong, packed, function list, C_Initialize flags, its size, attribute value, length, size
    "8, false, 8, 32, 48, 8, 16, 24",
    "4, true,  2, 32, 44, 4, 12, 16",
    "4, false, 8, 32, 48, 8, 16, 24"
  })
  void structuresLieAsTheHeadersSay(
      int ulong,
      boolean packed,
      long firstFunction,
      long initializeFlags,
      long initializeSize,
      long attributeValue,
      long attributeLength,
      long attributeSize) {
    CkAbi abi = new CkAbi(ulong, packed);
    assertThat(CkStruct.of(abi, 2, POINTER).offset(1)).isEqualTo(firstFunction);
    CkStruct arguments = CkStruct.of(abi, POINTER, POINTER, POINTER, POINTER, ULONG, POINTER);
    assertThat(arguments.offset(4)).isEqualTo(initializeFlags);
    assertThat(arguments.size()).isEqualTo(initializeSize);
    CkStruct attribute = CkTemplate.layout(abi);
    assertThat(attribute.offset(1)).isEqualTo(attributeValue);
    assertThat(attribute.offset(2)).isEqualTo(attributeLength);
    assertThat(attribute.size()).isEqualTo(attributeSize);
  }

  @ParameterizedTest
  @CsvSource({"8, false, 96, 208", "4, true, 96, 160", "4, false, 96, 160"})
  void aTokensFlagsFollowItsTexts(int ulong, boolean packed, long flags, long size) {
    CkStruct info = CkTokenInfo.layout(new CkAbi(ulong, packed));
    assertThat(info.offset(4)).isEqualTo(flags);
    assertThat(info.size()).isEqualTo(size);
  }

  @Test
  void fourByteNumbersAreUnsigned() {
    CkAbi abi = new CkAbi(4, true);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment cell = arena.allocate(8);
      abi.putUlong(cell, 0, 0x8000_0123L);
      assertThat(abi.getUlong(cell, 0)).isEqualTo(0x8000_0123L);
      abi.putUlong(cell, 0, abi.unavailable());
      assertThat(abi.getUlong(cell, 0)).isEqualTo(abi.unavailable());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8,       OK",
    "0,       NOT_SET",
    "10008,   WRONG_TRIED",
    "30008,   LAST_TRY",
    "70008,   LOCKED",
    "80008,   MUST_CHANGE"
  })
  void theWorstFlagIsThePinsState(String flags, PinState state) {
    var id = new org.certassist.bridge.protocol.TokenId("", "", "");
    var info = new CkTokenInfo(id, "", Long.parseLong(flags, 16), 0, 0);
    assertThat(info.pinState()).isEqualTo(state);
  }

  @Test
  void labelsAreUtf8ElseGbkWithoutTheirPadding() {
    assertThat(CkText.decode("苏州  ".getBytes(StandardCharsets.UTF_8))).isEqualTo("苏州");
    assertThat(CkText.decode("苏州  ".getBytes(Charset.forName("GBK")))).isEqualTo("苏州");
    assertThat(CkText.decode(new byte[] {'a', 0, 'b'})).isEqualTo("a");
    assertThat(CkText.decode(new byte[0])).isEmpty();
  }

  @Test
  void returnCodesHaveNamesOrHexadecimal() {
    assertThat(CkReturn.name(0xa0)).isEqualTo("CKR_PIN_INCORRECT");
    assertThat(CkReturn.name(0x80000123L)).isEqualTo("0x80000123");
    assertThat(CkReturn.number("CKR_DEVICE_REMOVED")).isEqualTo(0x32);
    assertThat(CkReturn.number("0x80000123")).isEqualTo(0x80000123L);
    assertThat(CkReturn.number("CKR_OF_ANOTHER_STANDARD")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN,               CKR_PIN_INCORRECT,        PIN_WRONG",
    "SIGN,                CKR_PIN_INCORRECT,        PIN_WRONG",
    "GET_TOKEN_INFO,      CKR_PIN_INCORRECT,        DRIVER",
    "INIT_PIN,            CKR_PIN_INCORRECT,        DRIVER",
    "INIT_PIN,            CKR_PIN_TOO_WEAK,         PIN_UNUSABLE",
    // "function failed" is not "wrong PIN"
    "LOGIN,               CKR_FUNCTION_FAILED,      DRIVER",
    "LOGIN,               0x80000123,               DRIVER",
    "LOGIN,               CKR_FUNCTION_CANCELED,    PIN_CANCELLED",
    "FIND_OBJECTS,        CKR_FUNCTION_CANCELED,    DRIVER",
    "OPEN_SESSION,        CKR_SLOT_ID_INVALID,      TOKEN_ABSENT",
    "SIGN,                CKR_SLOT_ID_INVALID,      DRIVER",
    "SIGN_INIT,           CKR_MECHANISM_INVALID,    ALGORITHM_UNSUPPORTED",
    "LOGIN,               CKR_MECHANISM_INVALID,    DRIVER",
    "GET_ATTRIBUTE_VALUE, CKR_DEVICE_REMOVED,       TOKEN_REMOVED"
  })
  void aCodeMeansMoreOnlyFromAFunctionThatCanKnow(
      CkFunction function, String code, FaultCode meaning) {
    assertThat(CkReturn.meaning(function, CkReturn.number(code))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "0102,     3006020101020102",
    "8001,     300702020080020101",
    "00010002, 3006020101020102"
  })
  void rawEcSignaturesBecomeDer(String raw, String der) {
    assertThat(RawSigner.der(HexFormat.of().parseHex(raw))).isEqualTo(HexFormat.of().parseHex(der));
  }
}
