package org.certassist.core.signature;

import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;

/// What a signature file says, signer by signer.
///
/// @param inside SHA-256 in hexadecimal of the content that lies inside; empty where none does
/// @param signers empty where the file is no signature that can be read
public record FileVerdict(
    CertificateStatus unread, Optional<String> inside, List<SignerVerdict> signers) {
  public FileVerdict {
    signers = List.copyOf(signers);
  }

  /// The content lies inside.
  public boolean attached() {
    return inside.isPresent();
  }

  /// Every signer holds, and there is one.
  public boolean isValid() {
    return !signers.isEmpty() && signers.stream().allMatch(SignerVerdict::isValid);
  }

  /// The worst of the signers'.
  public Integrity integrity() {
    if (has(Integrity.BROKEN)) {
      return Integrity.BROKEN;
    }
    return signers.isEmpty() || has(Integrity.CANNOT_TELL)
        ? Integrity.CANNOT_TELL
        : Integrity.INTACT;
  }

  /// The status of the signer that decides: the first with the worst integrity, and of those the
  /// first whose certificate is not good.
  public CertificateStatus status() {
    return decisive().map(SignerVerdict::status).orElse(unread);
  }

  /// The signer whose status is the file's; empty where there is none.
  public Optional<SignerVerdict> decisive() {
    List<SignerVerdict> worst =
        signers.stream().filter(signer -> signer.integrity() == integrity()).toList();
    return worst.stream()
        .filter(signer -> !signer.isValid())
        .findFirst()
        .or(() -> worst.stream().findFirst());
  }

  private boolean has(Integrity integrity) {
    return signers.stream().anyMatch(signer -> signer.integrity() == integrity);
  }
}
