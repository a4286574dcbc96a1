package org.certassist.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request that brought no answer we can use; whether the portal acted on it is not known.
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String word;
  private final @Nullable String untrustedIssuer;

  NoAnswerException(String word, @Nullable Throwable cause) {
    this(word, null, cause);
  }

  private NoAnswerException(
      String word, @Nullable String untrustedIssuer, @Nullable Throwable cause) {
    super(word, cause);
    this.word = word;
    this.untrustedIssuer = untrustedIssuer;
  }

  static NoAnswerException notTrusted(String issuer, Throwable cause) {
    return new NoAnswerException("not-trusted", issuer, cause);
  }

  /// A short technical word such as `timeout`.
  String word() {
    return word;
  }

  /// Who issued the server's certificate, where that is why.
  Optional<String> untrustedIssuer() {
    return Optional.ofNullable(untrustedIssuer);
  }
}
