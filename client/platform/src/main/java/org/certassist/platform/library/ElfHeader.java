package org.certassist.platform.library;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.certassist.core.driver.Machine;

/// The header of a library for Linux, after the System V ABI's chapters 4 and 5.
final class ElfHeader {
  private static final int SHARED_OBJECT = 3;
  private static final long LOAD = 1;
  private static final long DYNAMIC = 2;
  private static final int MOST_SEGMENTS = 256;
  private static final int MOST_ENTRIES = 4096;
  private static final Pattern COLON = Pattern.compile(":");

  private final FileBytes bytes;
  private final boolean wide;

  private ElfHeader(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    this.wide =
        switch (bytes.u8(4)) {
          case 1 -> false;
          case 2 -> true;
          default -> throw new MalformedLibraryException("ELF of class " + bytes.u8(4));
        };
    bytes.order(bytes.u8(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    if (bytes.u16(16) != SHARED_OBJECT) {
      throw new MalformedLibraryException("ELF of type " + bytes.u16(16) + ", no library");
    }
  }

  static LibraryFile read(FileBytes bytes) throws IOException {
    ElfHeader header = new ElfHeader(bytes);
    List<String> needs = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    header.dynamic(needs, folders);
    return new LibraryFile(LibraryFormat.ELF, Set.of(header.machine()), needs, folders, false);
  }

  private Machine machine() throws IOException {
    return switch (bytes.u16(18)) {
      case 3 -> Machine.X86;
      case 8 -> wide ? Machine.MIPS64 : Machine.OTHER;
      case 40 -> Machine.ARM;
      case 62 -> wide ? Machine.X86_64 : Machine.OTHER;
      case 183 -> Machine.ARM64;
      case 258 -> wide ? Machine.LOONGARCH64 : Machine.OTHER;
      case 0x9916 -> Machine.SW64;
      default -> Machine.OTHER;
    };
  }

  private long word(long at) throws IOException {
    return wide ? bytes.u64(at) : bytes.u32(at);
  }

  private int segments() throws IOException {
    int segments = bytes.u16(wide ? 56 : 44);
    if (segments > MOST_SEGMENTS) {
      throw new MalformedLibraryException(segments + " segments");
    }
    return segments;
  }

  private long segment(int number) throws IOException {
    return word(wide ? 32 : 28) + (long) bytes.u16(wide ? 54 : 42) * number;
  }

  private void dynamic(List<String> needs, List<String> folders) throws IOException {
    for (int i = 0; i < segments(); i++) {
      long segment = segment(i);
      if (bytes.u32(segment) == DYNAMIC) {
        entries(word(segment + (wide ? 8 : 4)), needs, folders);
        return;
      }
    }
  }

  private void entries(long table, List<String> needs, List<String> folders) throws IOException {
    List<Long> needed = new ArrayList<>();
    List<Long> paths = new ArrayList<>();
    long strings = 0;
    int width = wide ? 8 : 4;
    for (int i = 0; ; i++) {
      if (i == MOST_ENTRIES) {
        throw new MalformedLibraryException("dynamic entries without end");
      }
      long entry = table + 2L * width * i;
      // Tags of an implementation's own are negative as 64 bits; none of them is of interest.
      long tag = bytes.u32(wide && isBig() ? entry + 4 : entry);
      if (tag == 0) {
        break;
      }
      switch ((int) tag) {
        case 1 -> needed.add(word(entry + width));
        case 5 -> strings = word(entry + width);
        case 15, 29 -> paths.add(word(entry + width));
        default -> {}
      }
    }
    long base = offset(strings);
    for (long name : needed) {
      needs.add(bytes.name(base + name));
    }
    for (long path : paths) {
      COLON.splitAsStream(bytes.name(base + path)).forEach(folders::add);
    }
  }

  private boolean isBig() throws IOException {
    return bytes.u8(5) == 2;
  }

  /// Where in the file lies what is at this address once it is loaded.
  private long offset(long address) throws IOException {
    for (int i = 0; i < segments(); i++) {
      long segment = segment(i);
      if (bytes.u32(segment) != LOAD) {
        continue;
      }
      long place = word(segment + (wide ? 8 : 4));
      long start = word(segment + (wide ? 16 : 8));
      long inFile = word(segment + (wide ? 32 : 16));
      if (address >= start && address < start + inFile) {
        return place + address - start;
      }
    }
    throw new MalformedLibraryException("address %x in no segment".formatted(address));
  }
}
