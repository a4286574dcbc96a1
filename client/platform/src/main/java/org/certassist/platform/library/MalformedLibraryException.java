package org.certassist.platform.library;

import java.io.IOException;

/// A file whose headers are not those of a library.
final class MalformedLibraryException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedLibraryException(String message) {
    super(message);
  }
}
