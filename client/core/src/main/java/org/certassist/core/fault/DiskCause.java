package org.certassist.core.fault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Why a local file or folder cannot be used, as a word that the texts know.
public enum DiskCause {
  DENIED("disk-denied"),
  READ_ONLY("disk-readOnly"),
  FULL("disk-full"),
  /// A file is where a folder should be, or the other way round.
  OCCUPIED("disk-occupied"),
  MISSING("disk-missing"),
  NAME_TOO_LONG("disk-nameTooLong"),
  OTHER("disk-other");

  // The system's own words (strerror), in the languages of texts.
  private static final Pattern READ_ONLY_WORDS = Pattern.compile("read-only file system|只读文件系统");
  private static final Pattern FULL_WORDS =
      Pattern.compile("no space left|quota exceeded|没有空间|超出磁盘");
  private static final Pattern NAME_TOO_LONG_WORDS = Pattern.compile("file name too long|文件名过长");
  private static final Pattern OCCUPIED_WORDS =
      Pattern.compile("not a directory|is a directory|不是目录|是一个目录");

  private final String word;

  DiskCause(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static DiskCause of(IOException failed) {
    String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    if (READ_ONLY_WORDS.matcher(message).find()) {
      return READ_ONLY;
    }
    if (FULL_WORDS.matcher(message).find()) {
      return FULL;
    }
    if (NAME_TOO_LONG_WORDS.matcher(message).find()) {
      return NAME_TOO_LONG;
    }
    if (OCCUPIED_WORDS.matcher(message).find()) {
      return OCCUPIED;
    }
    return switch (failed) {
      case AccessDeniedException _ -> DENIED;
      case FileAlreadyExistsException _ -> OCCUPIED;
      case NotDirectoryException _ -> OCCUPIED;
      case NoSuchFileException _ -> MISSING;
      default -> OTHER;
    };
  }
}
