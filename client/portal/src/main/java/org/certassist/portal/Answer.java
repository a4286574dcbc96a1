package org.certassist.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A portal's whole answer, its bytes exactly as they came.
///
/// @param mediaType type and subtype in small letters, empty where the portal named none
/// @param retryAfter what the portal asks us to wait, within sensible bounds
/// @param date when it was made, by the clock of who made it; empty where that is not said
record Answer(
    int status, String mediaType, Duration retryAfter, Optional<Instant> date, byte[] body) {
  boolean isJson() {
    return mediaType.equals("application/json");
  }

  boolean isProblem() {
    return mediaType.equals("application/problem+json");
  }

  /// The short cause when it is not what it should be; a status that tells of success is no error,
  /// only not understood here.
  String cause() {
    return status / 100 == 2 ? "malformed-answer" : "http-" + status;
  }

  @Override
  public String toString() {
    return "Answer[" + status + ", " + mediaType + ", " + body.length + " bytes]";
  }
}
