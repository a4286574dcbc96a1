package org.certassist.platform.library;

import java.io.IOException;
import java.nio.file.Path;

/// The header of a library's file, whatever system it is for.
final class LibraryHeader {
  private static final int MZ = 0x5A4D;
  private static final long ELF = 0x464C457FL;

  private LibraryHeader() {}

  /// @throws MalformedLibraryException for a file that is no library
  /// @throws IOException for a file that cannot be read
  static LibraryFile of(Path file) throws IOException {
    try (FileBytes bytes = FileBytes.of(file)) {
      if (bytes.u16(0) == MZ) {
        return PeHeader.read(bytes);
      }
      long magic = bytes.u32(0);
      if (magic == ELF) {
        return ElfHeader.read(bytes);
      }
      if (MachOHeader.isMagic(magic)) {
        return MachOHeader.read(bytes);
      }
      throw new MalformedLibraryException("no library: it begins with %08x".formatted(magic));
    }
  }
}
