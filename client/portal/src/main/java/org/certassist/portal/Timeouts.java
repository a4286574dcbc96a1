package org.certassist.portal;

import java.time.Duration;

/// How long a portal may take.
///
/// @param connect to be reached
/// @param silence between two bytes, either way
/// @param whole for one request and its answer
public record Timeouts(Duration connect, Duration silence, Duration whole) {
  public static final Timeouts USUAL =
      new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));
}
