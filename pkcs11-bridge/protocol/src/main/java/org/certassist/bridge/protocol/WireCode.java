package org.certassist.bridge.protocol;

import java.util.Arrays;
import java.util.Optional;

/// A word with a number of its own on the wire, so that the order of declarations never matters.
public interface WireCode {
  int code();

  /// The word among `words` that has this number.
  static <E extends WireCode> Optional<E> find(E[] words, int code) {
    return Arrays.stream(words).filter(word -> word.code() == code).findFirst();
  }
}
