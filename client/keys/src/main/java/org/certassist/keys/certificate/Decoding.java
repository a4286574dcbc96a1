package org.certassist.keys.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one door where Bouncy Castle's complaints about a stranger's bytes become an empty answer.
///
/// Its ASN.1 classes answer malformed input with a dozen unchecked exceptions (class cast, illegal
/// argument, illegal state, index, arithmetic), so all of them are taken here, and only here.
public final class Decoding {
  private Decoding() {}

  /// Work on bytes that nobody vouches for.
  @FunctionalInterface
  public interface Work<T> {
    /// @return null where there is nothing to be had
    @Nullable T run() throws IOException, GeneralSecurityException;
  }

  /// The work's answer, or empty where the bytes do not allow one.
  public static <T> Optional<T> attempt(Work<T> work) {
    try {
      return Optional.ofNullable(work.run());
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
