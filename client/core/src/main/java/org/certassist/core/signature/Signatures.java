package org.certassist.core.signature;

import java.time.Instant;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;

/// The port to CMS: detached signatures with the CAdES-B attributes (ETSI EN 319 122-1).
public interface Signatures {
  /// Signs the exact bytes with the session's key and verifies the result before returning it.
  ///
  /// Only the DER of the signed attributes goes to the key.
  ///
  /// @throws KeyException also `driver.wrongSignature` where the key's signature does not verify
  Made sign(byte[] content, KeySession session, Packing packing)
      throws KeyException, InterruptedException;

  /// Verifies a detached signature over the exact bytes; any bytes give a verdict, never an
  /// exception.
  ///
  /// @param trust trust anchors; with none, an intact signature is `noTrustGiven` (820)
  SignatureVerdict verify(byte[] content, byte[] cms, List<EncodedCertificate> trust, Instant at);

  /// A CMS signature in DER and the engine that made its value.
  record Made(byte[] cms, Engine engine) {}
}
