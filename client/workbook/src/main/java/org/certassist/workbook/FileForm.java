package org.certassist.workbook;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// What a file is by its first bytes, whatever its name says.
enum FileForm {
  ZIP,
  OLD_WORKBOOK,
  ENCRYPTED,
  OTHER;

  private static final byte[] ZIP_START = {'P', 'K', 3, 4};
  private static final byte[] OLE2_START = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /// Fails unless the file is a zip of a size that can be read.
  static void requireZip(Path file, Caps caps) throws WorkbookException {
    String name = nameOf(file);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new WorkbookException(new FileFault.Unreadable(name));
    }
    try {
      if (Files.size(file) > caps.fileBytes()) {
        throw new WorkbookException(new FileFault.TooLarge("fileBytes", caps.fileBytes()));
      }
      switch (of(file)) {
        case ZIP -> {}
        case OLD_WORKBOOK -> throw new WorkbookException(new FileFault.OldFormat(name));
        case ENCRYPTED -> throw new WorkbookException(new FileFault.PasswordProtected(name));
        case OTHER -> throw new WorkbookException(new FileFault.NotAWorkbook(name));
      }
    } catch (IOException e) {
      throw new WorkbookException(new FileFault.Unreadable(name), e);
    }
  }

  static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static FileForm of(Path file) throws IOException {
    // A FileInputStream, since an interrupt closes a channel.
    try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16)) {
      byte[] start = in.readNBytes(8);
      if (startsWith(start, ZIP_START)) {
        return ZIP;
      }
      if (!startsWith(start, OLE2_START)) {
        return OTHER;
      }
    }
    // The directory of an OLE2 file holds its streams' names in UTF-16LE.
    if (contains(file, "EncryptedPackage")) {
      return ENCRYPTED;
    }
    return contains(file, "Workbook") || contains(file, "Book") ? OLD_WORKBOOK : OTHER;
  }

  private static boolean contains(Path file, String name) throws IOException {
    try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16)) {
      return contains(in, name);
    }
  }

  private static boolean contains(InputStream in, String name) throws IOException {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
    byte[] last = new byte[wanted.length];
    for (int b = in.read(); b >= 0; b = in.read()) {
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = (byte) b;
      if (b == 0 && Arrays.equals(last, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
