package org.certassist.bridge.host.cryptoki;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/// How a driver lays out its numbers: the width of `CK_ULONG` and whether structures are packed.
///
/// PKCS#11 says 1-byte packing and leaves UNIX "on its own": Windows packs and has 4-byte
/// `CK_ULONG`, Linux and macOS align naturally and have 8.
///
/// @param ulongBytes 4 or 8
/// @param packed structures have no gaps
public record CkAbi(int ulongBytes, boolean packed) {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS_UNALIGNED;

  public CkAbi {
    if (ulongBytes != 4 && ulongBytes != 8) {
      throw new IllegalArgumentException("CK_ULONG of " + ulongBytes + " bytes");
    }
  }

  static CkAbi ofThisSystem() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? new CkAbi(4, true) : new CkAbi(8, false);
  }

  /// How `CK_ULONG` is passed as an argument.
  MemoryLayout ulong() {
    return ulongBytes == 4 ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
  }

  /// A `CK_ULONG` that was returned, free of the sign that a narrow one gets on its way.
  long unsigned(long returned) {
    return ulongBytes == 4 ? returned & 0xffff_ffffL : returned;
  }

  /// The value a driver gives for "I do not say" (`CK_UNAVAILABLE_INFORMATION`).
  long unavailable() {
    return ulongBytes == 4 ? 0xffff_ffffL : -1L;
  }

  long getUlong(MemorySegment at, long offset) {
    return ulongBytes == 4 ? Integer.toUnsignedLong(at.get(INT, offset)) : at.get(LONG, offset);
  }

  void putUlong(MemorySegment at, long offset, long value) {
    if (ulongBytes == 4) {
      at.set(INT, offset, (int) value);
    } else {
      at.set(LONG, offset, value);
    }
  }

  /// A number as the value of an attribute.
  byte[] bytes(long value) {
    byte[] bytes = new byte[ulongBytes];
    putUlong(MemorySegment.ofArray(bytes), 0, value);
    return bytes;
  }

  static MemorySegment getPointer(MemorySegment at, long offset) {
    return at.get(POINTER, offset);
  }

  static void putPointer(MemorySegment at, long offset, MemorySegment value) {
    at.set(POINTER, offset, value);
  }
}
