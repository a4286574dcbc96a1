package org.certassist.keys.contract.card;

import java.util.Arrays;

/// One command to a card in its short form (ISO/IEC 7816-4 §5.1).
///
/// @param cla the class; bit 5 says that more of a chain follows
/// @param ins the instruction, such as [Instruction]
/// @param data without its length
record Command(int cla, int ins, int p1, int p2, byte[] data) {
  private static final int HEAD = 4;
  private static final int CHAINED = 0x10;

  /// @throws IllegalArgumentException for bytes that are no short command
  static Command read(byte[] bytes) {
    if (bytes.length < HEAD) {
      throw new IllegalArgumentException("a command of " + bytes.length + " bytes");
    }
    int length = bytes.length > HEAD + 1 ? at(bytes, HEAD) : 0;
    int end = HEAD + 1 + length;
    boolean lengthAgrees = length == 0 || end == bytes.length || end + 1 == bytes.length;
    if (!lengthAgrees) {
      throw new IllegalArgumentException("a command whose length does not agree");
    }
    byte[] data = length == 0 ? new byte[0] : Arrays.copyOfRange(bytes, HEAD + 1, end);
    return new Command(at(bytes, 0), at(bytes, 1), at(bytes, 2), at(bytes, 3), data);
  }

  private static int at(byte[] bytes, int index) {
    return Byte.toUnsignedInt(bytes[index]);
  }

  boolean moreFollows() {
    return (cla & CHAINED) != 0;
  }

  Instruction instruction() {
    return Instruction.of(ins);
  }

  /// The same command with the data of the whole chain.
  Command with(byte[] all) {
    return new Command(cla & ~CHAINED, ins, p1, p2, all);
  }

  @Override
  public String toString() {
    return "%s %02x %02x".formatted(instruction(), p1, p2);
  }
}
