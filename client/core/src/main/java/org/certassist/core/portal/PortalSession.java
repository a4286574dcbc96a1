package org.certassist.core.portal;

import org.certassist.core.declaration.DeclarationId;

/// A logged-in conversation with a portal.
public interface PortalSession {
  /// Sends a declaration once: no silent retry, no redirect.
  SubmitOutcome submit(DeclarationId id, byte[] document, byte[] cms) throws InterruptedException;

  /// Asks whether the portal has an id.
  LookupOutcome find(DeclarationId id) throws InterruptedException;

  /// Asks for the row answers of an accepted declaration.
  ResultsOutcome results(DeclarationId id) throws InterruptedException;
}
