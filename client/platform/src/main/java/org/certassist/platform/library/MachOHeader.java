package org.certassist.platform.library;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.certassist.core.driver.Machine;

/// The header of a library for macOS, after `mach-o/loader.h` and `mach-o/fat.h`; one for several
/// processors is read for each, its needs are those of the first.
final class MachOHeader {
  private static final long NARROW = 0xFEEDFACEL;
  private static final long WIDE = 0xFEEDFACFL;

  /// Written with the high byte first, whatever the processor; Java's class files begin so, too.
  private static final long FAT = 0xBEBAFECAL;

  private static final long CPU_WIDE = 0x01000000L;
  private static final long LIBRARY = 6;
  private static final long BUNDLE = 8;
  private static final long LOAD_LIBRARY = 0x0C;
  private static final long CODE_SIGNATURE = 0x1D;
  private static final long RUN_PATH = 0x8000001CL;

  /// Java's class files have at least 45 (their version) where this number lies.
  private static final int MOST_PARTS = 16;

  private static final int MOST_COMMANDS = 2048;

  private final FileBytes bytes;
  private final Set<Machine> machines = EnumSet.noneOf(Machine.class);
  private final List<String> needs = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private boolean signed;

  private MachOHeader(FileBytes bytes) {
    this.bytes = bytes;
  }

  static boolean isMagic(long magic) {
    return magic == NARROW || magic == WIDE || magic == FAT;
  }

  static LibraryFile read(FileBytes bytes) throws IOException {
    MachOHeader header = new MachOHeader(bytes);
    if (bytes.u32(0) == FAT) {
      header.parts();
    } else {
      header.part(0);
    }
    return new LibraryFile(
        LibraryFormat.MACH_O, header.machines, header.needs, header.folders, header.signed);
  }

  private void parts() throws IOException {
    bytes.order(ByteOrder.BIG_ENDIAN);
    long parts = bytes.u32(4);
    if (parts == 0 || parts > MOST_PARTS) {
      throw new MalformedLibraryException("no library: a class file, or " + parts + " parts");
    }
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      starts.add(bytes.u32(8 + 20L * i + 8));
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (long start : starts) {
      part(start);
    }
  }

  private void part(long start) throws IOException {
    long magic = bytes.u32(start);
    if (magic != NARROW && magic != WIDE) {
      throw new MalformedLibraryException("a part that begins with %08x".formatted(magic));
    }
    long type = bytes.u32(start + 12);
    if (type != LIBRARY && type != BUNDLE) {
      throw new MalformedLibraryException("Mach-O of type " + type + ", no library");
    }
    boolean first = machines.isEmpty();
    machines.add(machine(bytes.u32(start + 4)));
    long commands = bytes.u32(start + 16);
    if (commands > MOST_COMMANDS) {
      throw new MalformedLibraryException(commands + " load commands");
    }
    long at = start + (magic == WIDE ? 32 : 28);
    for (int i = 0; i < commands; i++) {
      long size = bytes.u32(at + 4);
      if (size < 8) {
        throw new MalformedLibraryException("a load command of " + size + " bytes");
      }
      command(bytes.u32(at), at, first);
      at += size;
    }
  }

  private void command(long command, long at, boolean first) throws IOException {
    if (command == CODE_SIGNATURE) {
      signed = true;
    }
    if (first && command == LOAD_LIBRARY) {
      needs.add(bytes.name(at + bytes.u32(at + 8)));
    }
    if (first && command == RUN_PATH) {
      folders.add(bytes.name(at + bytes.u32(at + 8)));
    }
  }

  private static Machine machine(long cpu) {
    if (cpu == (7 | CPU_WIDE)) {
      return Machine.X86_64;
    }
    if (cpu == (12 | CPU_WIDE)) {
      return Machine.ARM64;
    }
    return switch ((int) cpu) {
      case 7 -> Machine.X86;
      case 12 -> Machine.ARM;
      default -> Machine.OTHER;
    };
  }
}
