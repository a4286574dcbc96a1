package org.certassist.core.certificate;

import java.net.URI;
import java.time.Duration;

/// The port to what CAs publish of their certificates: lists of revoked ones, and servers that
/// answer questions about one. Nothing that comes back has been believed yet.
public interface StatusPublications {
  /// Reaches nobody.
  StatusPublications NONE = new NoPublications();

  /// How a request is made.
  ///
  /// @param patience how long it may take in all
  /// @param privateAddresses whether it may go to this PC or a private network
  record Manner(Duration patience, boolean privateAddresses) {}

  /// The list at an address: the copy kept while it is young, else fetched; where that fails the
  /// copy kept, however old.
  Publication list(URI address, Manner manner) throws InterruptedException;

  /// The list at an address, fetched whatever is kept.
  Publication newList(URI address, Manner manner) throws InterruptedException;

  /// Keeps a fetched list that was found to be genuine.
  void keep(URI address, Publication.Fetched list);

  /// The answer to a question, which is never kept.
  Publication answer(URI address, byte[] question, Manner manner) throws InterruptedException;
}
