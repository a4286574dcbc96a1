package org.certassist.workbook;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// What a file is by its first bytes, whatever its name says; only a text is known by its name.
enum FileForm {
  /// .xlsx or .xlsm, or any other zip.
  ZIP,
  /// .xls, or any other file of Microsoft's compound form, such as a workbook with a password.
  OLE2,
  /// .csv.
  TEXT;

  private static final byte[] ZIP_START = {'P', 'K', 3, 4};
  private static final byte[] OLE2_START = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /// @throws WorkbookException for a file that cannot be read, is too large or of no known form
  static FileForm of(Path file, Caps caps) throws WorkbookException {
    FileForm form = byStart(file, caps);
    if (form == TEXT && !nameOf(file).toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw new WorkbookException(new FileFault.NotAWorkbook(nameOf(file)));
    }
    return form;
  }

  /// By its first bytes alone; what is no workbook counts as a text.
  ///
  /// @throws WorkbookException for a file that cannot be read or is too large
  static FileForm byStart(Path file, Caps caps) throws WorkbookException {
    String name = nameOf(file);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new WorkbookException(new FileFault.Unreadable(name));
    }
    // A FileInputStream, since an interrupt closes a channel.
    try (InputStream in = new FileInputStream(file.toFile())) {
      if (Files.size(file) > caps.fileBytes()) {
        throw new WorkbookException(new FileFault.TooLarge("fileBytes", caps.fileBytes()));
      }
      byte[] start = in.readNBytes(OLE2_START.length);
      if (startsWith(start, ZIP_START)) {
        return ZIP;
      }
      return startsWith(start, OLE2_START) ? OLE2 : TEXT;
    } catch (IOException e) {
      throw new WorkbookException(new FileFault.Unreadable(name), e);
    }
  }

  static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
