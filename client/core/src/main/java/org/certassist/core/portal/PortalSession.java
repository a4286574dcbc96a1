package org.certassist.core.portal;

import java.time.Duration;
import org.certassist.core.declaration.DeclarationId;

/// A logged-in conversation with a portal.
public interface PortalSession {
  /// Sends a declaration once: no silent retry, no redirect.
  SubmitOutcome submit(DeclarationId id, byte[] document, byte[] cms) throws InterruptedException;

  /// Asks whether the portal has an id.
  LookupOutcome find(DeclarationId id) throws InterruptedException;

  /// Asks for the row answers of an accepted declaration.
  ///
  /// @param patience how long question and answer may take together, where that is less than usual
  ResultsOutcome results(DeclarationId id, Duration patience) throws InterruptedException;
}
