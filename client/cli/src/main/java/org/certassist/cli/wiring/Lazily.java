package org.certassist.cli.wiring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A part of the graph that is built when it is first asked for.
///
/// @param <T> the part
/// @param <E> what building it may throw besides an interrupt
final class Lazily<T, E extends Exception> {
  private final Builder<T, E> builder;
  private @Nullable T built;

  Lazily(Builder<T, E> builder) {
    this.builder = builder;
  }

  interface Builder<T, E extends Exception> {
    T build() throws E, InterruptedException;
  }

  synchronized T get() throws E, InterruptedException {
    T part = built;
    if (part == null) {
      part = builder.build();
      built = part;
    }
    return part;
  }

  synchronized Optional<T> ifBuilt() {
    return Optional.ofNullable(built);
  }
}
