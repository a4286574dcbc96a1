package org.certassist.desktop.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// A PIN that a test knows without holding it anywhere: each byte lies under a mask, so that a copy
/// found in the heap is somebody else's.
public final class MaskedPin {
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 14;
  private static final int WINDOW = 16 << 20;

  private final byte[] masked;
  private final byte[] mask;

  private MaskedPin(int length) {
    this.masked = new byte[length];
    this.mask = new byte[length];
    new SecureRandom().nextBytes(mask);
  }

  /// One that stands nowhere else in the world.
  public static MaskedPin random() {
    SecureRandom random = new SecureRandom();
    MaskedPin pin = new MaskedPin(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      pin.set(i, (byte) CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return pin;
  }

  public static MaskedPin of(byte[] pin) {
    MaskedPin made = new MaskedPin(pin.length);
    for (int i = 0; i < pin.length; i++) {
      made.set(i, pin[i]);
    }
    return made;
  }

  private void set(int at, byte character) {
    masked[at] = (byte) (character ^ mask[at]);
  }

  public int length() {
    return masked.length;
  }

  public char at(int index) {
    return (char) byteAt(index);
  }

  private byte byteAt(int index) {
    return (byte) (masked[index] ^ mask[index]);
  }

  boolean is(byte[] pin) {
    boolean same = pin.length == masked.length;
    for (int i = 0; same && i < pin.length; i++) {
      same = pin[i] == byteAt(i);
    }
    return same;
  }

  /// Whether it stands in a file, its bytes side by side or, as in characters of two bytes, with
  /// another one between.
  public boolean standsIn(Path file) throws IOException {
    byte[] window = new byte[WINDOW];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(window, 0, WINDOW);
      while (length > 0) {
        int end = kept + length;
        if (standsIn(window, end)) {
          return true;
        }
        kept = Math.min(2 * masked.length, end);
        System.arraycopy(window, end - kept, window, 0, kept);
        length = in.readNBytes(window, kept, WINDOW - kept);
      }
      return false;
    }
  }

  private boolean standsIn(byte[] window, int end) {
    for (int from = 0; from < end; from++) {
      if (standsAt(window, from, end, 1) || standsAt(window, from, end, 2)) {
        return true;
      }
    }
    return false;
  }

  private boolean standsAt(byte[] window, int from, int end, int step) {
    int i = 0;
    while (i < masked.length && from + i * step < end && window[from + i * step] == byteAt(i)) {
      i++;
    }
    return i == masked.length;
  }

  @Override
  public String toString() {
    return "MaskedPin";
  }
}
