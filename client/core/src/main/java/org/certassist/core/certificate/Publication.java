package org.certassist.core.certificate;

import java.time.Instant;

/// What came of asking for a CA's publication.
public sealed interface Publication {
  /// It came over the network just now.
  record Fetched(byte[] bytes, Instant at) implements Publication {}

  /// A copy from an earlier time, found genuine then.
  record Kept(byte[] bytes, Instant at) implements Publication {}

  /// It did not come.
  record Missed(NotCheckedReason reason) implements Publication {}
}
