package org.certassist.keys.contract.card;

/// How a command ended (NIST SP 800-73-4 Part 1, Table 6; ISO/IEC 7816-4 §5.1.3).
enum StatusWord {
  OK(0x9000),
  SECURITY_STATUS_NOT_SATISFIED(0x6982),
  BLOCKED(0x6983),
  WRONG_DATA(0x6a80),
  NOT_FOUND(0x6a82),
  WRONG_PARAMETER(0x6a86),
  KEY_NOT_FOUND(0x6a88),
  WRONG_LENGTH(0x6700),
  UNKNOWN_INSTRUCTION(0x6d00);

  private final int word;

  StatusWord(int word) {
    this.word = word;
  }

  byte[] bytes() {
    return bytes(word);
  }

  /// So many bytes of the answer can be fetched with GET RESPONSE; 0 for 256 and more.
  static byte[] moreBytes(int count) {
    return bytes(0x6100 | (count > 0xff ? 0 : count));
  }

  /// Wrong, and so many tries are left.
  static byte[] triesLeft(int count) {
    return bytes(0x63c0 | count);
  }

  private static byte[] bytes(int word) {
    return new byte[] {(byte) (word >> 8), (byte) word};
  }
}
