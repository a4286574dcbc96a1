package org.certassist.keys.revocation;

import org.certassist.keys.revocation.StatementSigners.Signer;

/// Asks whether somebody whom a CA named for lists or answers has been revoked himself.
@FunctionalInterface
interface SignerStatus {
  /// @throws UnusableException `wrongSigner` where he was, `signerNotChecked` where it is not known
  void demand(Signer signer) throws UnusableException, InterruptedException;
}
