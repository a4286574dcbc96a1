package org.certassist.core.portal;

import java.net.URI;
import org.certassist.core.key.KeyException;

/// The port to a portal's REST interface (docs/portal-api.yaml).
public interface Portal {
  URI address();

  /// Logs in by having the portal's challenge signed; the token stays inside the session, in memory
  /// only.
  ///
  /// @throws PortalException when the portal refuses or is not reached; nothing was filed
  /// @throws KeyException when the key cannot sign the challenge
  PortalSession logIn(ChallengeSigner signer)
      throws PortalException, KeyException, InterruptedException;

  /// Signs the exact bytes of a login challenge as a detached CMS in DER.
  interface ChallengeSigner {
    byte[] sign(byte[] challenge) throws KeyException, InterruptedException;
  }
}
