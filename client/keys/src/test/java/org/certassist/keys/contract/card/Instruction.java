package org.certassist.keys.contract.card;

import java.util.Arrays;

/// The card commands that [PivCard] knows (NIST SP 800-73-4 Part 2, Table 2).
public enum Instruction {
  VERIFY(0x20),
  CHANGE_REFERENCE_DATA(0x24),
  RESET_RETRY_COUNTER(0x2c),
  GENERAL_AUTHENTICATE(0x87),
  SELECT(0xa4),
  GET_RESPONSE(0xc0),
  GET_DATA(0xcb),
  /// None of the above.
  OTHER(-1);

  private final int code;

  Instruction(int code) {
    this.code = code;
  }

  static Instruction of(int code) {
    return Arrays.stream(values()).filter(known -> known.code == code).findFirst().orElse(OTHER);
  }
}
