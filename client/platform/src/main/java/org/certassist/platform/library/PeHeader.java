package org.certassist.platform.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.certassist.core.driver.Machine;

/// The header of a library for Windows, after Microsoft's "PE Format".
///
/// Libraries that are only loaded when a function of theirs is first called (delay-load) are not
/// among its needs.
final class PeHeader {
  private static final int HEADER_AT = 0x3C;
  private static final long SIGNATURE = 0x00004550L;
  private static final int COFF_SIZE = 24;
  private static final int IS_DLL = 0x2000;
  private static final int PE32 = 0x10B;
  private static final int PE32_PLUS = 0x20B;
  private static final int IMPORTS = 1;
  private static final int CERTIFICATES = 4;
  private static final int SECTION_SIZE = 40;
  private static final int IMPORT_SIZE = 20;

  /// The loader of Windows takes no more.
  private static final int MOST_SECTIONS = 96;

  private static final int MOST_IMPORTS = 1024;

  private final FileBytes bytes;
  private final long coff;
  private final int sections;
  private final long optional;
  private final long directories;
  private final long directoryCount;

  private PeHeader(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    this.coff = bytes.u32(HEADER_AT);
    if (bytes.u32(coff) != SIGNATURE) {
      throw new MalformedLibraryException("MZ without PE");
    }
    this.sections = bytes.u16(coff + 6);
    if (sections > MOST_SECTIONS) {
      throw new MalformedLibraryException(sections + " sections");
    }
    if ((bytes.u16(coff + 22) & IS_DLL) == 0) {
      throw new MalformedLibraryException("a program, no library");
    }
    this.optional = coff + COFF_SIZE;
    int magic = bytes.u16(optional);
    this.directories =
        switch (magic) {
          case PE32 -> optional + 96;
          case PE32_PLUS -> optional + 112;
          default -> throw new MalformedLibraryException("optional header %04x".formatted(magic));
        };
    this.directoryCount = bytes.u32(directories - 4);
  }

  static LibraryFile read(FileBytes bytes) throws IOException {
    PeHeader header = new PeHeader(bytes);
    return new LibraryFile(
        LibraryFormat.PE,
        Set.of(header.machine()),
        header.imports(),
        List.of(),
        header.directory(CERTIFICATES, 4) != 0);
  }

  private Machine machine() throws IOException {
    return switch (bytes.u16(coff + 4)) {
      case 0x014C -> Machine.X86;
      case 0x8664 -> Machine.X86_64;
      case 0x01C0, 0x01C2, 0x01C4 -> Machine.ARM;
      case 0xAA64 -> Machine.ARM64;
      case 0x6264 -> Machine.LOONGARCH64;
      default -> Machine.OTHER;
    };
  }

  /// A number of a data directory, 0 where the file has no such directory.
  private long directory(int number, int field) throws IOException {
    return number < directoryCount ? bytes.u32(directories + 8L * number + field) : 0;
  }

  private List<String> imports() throws IOException {
    List<String> names = new ArrayList<>();
    long address = directory(IMPORTS, 0);
    if (address == 0) {
      return names;
    }
    long table = offset(address);
    for (int i = 0; i < MOST_IMPORTS; i++) {
      long name = bytes.u32(table + (long) IMPORT_SIZE * i + 12);
      if (name == 0) {
        return names;
      }
      names.add(bytes.name(offset(name)));
    }
    throw new MalformedLibraryException("imports without end");
  }

  /// Where in the file lies what is at this address once it is loaded.
  private long offset(long address) throws IOException {
    long table = optional + bytes.u16(coff + 20);
    for (int i = 0; i < sections; i++) {
      long section = table + (long) SECTION_SIZE * i;
      long start = bytes.u32(section + 12);
      long inFile = bytes.u32(section + 16);
      if (address >= start && address < start + inFile) {
        return bytes.u32(section + 20) + address - start;
      }
    }
    throw new MalformedLibraryException("address %x in no section".formatted(address));
  }
}
