package org.certassist.core.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Tells what cannot be a PIN, so that it is not tried: what a file or an input method puts around
/// or instead of the characters that were meant.
///
/// A key counts every wrong PIN. A byte order mark, the rest of a line's end, a zero, a blank at an
/// end and the full-width forms of an input method were never set as part of one by anybody; any
/// other character may have been.
public final class PinCharacters {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int IDEOGRAPHIC_SPACE = 0x3000;
  private static final int FIRST_FULL_WIDTH = 0xFF01;
  private static final int LAST_FULL_WIDTH = 0xFF5E;

  private PinCharacters() {}

  /// @throws KeyException `pin.untypable`
  static void refuseUntypable(Pin pin) throws KeyException {
    if (!areTypable(pin)) {
      throw new KeyException(new KeyFault.PinUntypable());
    }
  }

  /// Whether all of them may have been meant.
  public static boolean areTypable(Pin pin) {
    byte[] bytes = pin.copy();
    try {
      return isTypable(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static boolean isTypable(byte[] utf8) {
    CharBuffer characters;
    try {
      characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
    } catch (CharacterCodingException notText) {
      return false;
    }
    try {
      boolean typable = true;
      for (int i = 0; i < characters.length() && typable; i++) {
        boolean atAnEnd = i == 0 || i == characters.length() - 1;
        typable = isTypable(characters.charAt(i), atAnEnd);
      }
      return typable;
    } finally {
      Arrays.fill(characters.array(), '\0');
    }
  }

  private static boolean isTypable(char c, boolean atAnEnd) {
    boolean never =
        Character.isISOControl(c)
            || c == BYTE_ORDER_MARK
            || c == IDEOGRAPHIC_SPACE
            || (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH);
    return !never && !(atAnEnd && Character.isWhitespace(c));
  }
}
