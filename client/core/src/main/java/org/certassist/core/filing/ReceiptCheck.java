package org.certassist.core.filing;

import java.util.Optional;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.portal.Receipt;
import org.certassist.core.profile.Profile;
import org.certassist.core.signature.SignatureVerdict;
import org.certassist.core.signature.Signatures;

/// Holds a receipt against what was sent: id, digest, unit, kind, number of rows, and the portal's
/// own signature by the profile's receipt signer.
final class ReceiptCheck {
  private final Signatures signatures;
  private final Certificates certificates;

  ReceiptCheck(Signatures signatures, Certificates certificates) {
    this.signatures = signatures;
    this.certificates = certificates;
  }

  /// Empty when the receipt proves that the portal has exactly these bytes; else a short cause.
  Optional<String> flaw(
      Receipt receipt,
      Receipt.Subject subject,
      DeclarationId id,
      Step.Signed sent,
      Profile profile) {
    if (!receipt.id().equals(id)) {
      return Optional.of("receipt-of-another-declaration");
    }
    if (!receipt.sha256().equalsIgnoreCase(DeclarationDocument.sha256(sent.document()))) {
      return Optional.of("receipt-of-other-bytes");
    }
    if (!subject.equals(subject(sent.content()))) {
      return Optional.of("receipt-of-something-else");
    }
    SignatureVerdict verdict =
        signatures.verify(
            receipt.signedForm(),
            receipt.signature(),
            profile.trust(),
            receipt.receivedAt().toInstant());
    if (!verdict.isValid()) {
      return Optional.of("receipt-signature-" + verdict.status().reason());
    }
    return isBySigner(verdict, profile)
        ? Optional.empty()
        : Optional.of("receipt-by-somebody-else");
  }

  private static Receipt.Subject subject(Content content) {
    return new Receipt.Subject(content.unit().creditCode(), content.kind(), content.rows().size());
  }

  private boolean isBySigner(SignatureVerdict verdict, Profile profile) {
    return verdict
        .signer()
        .flatMap(certificates::read)
        .map(CertificateFacts::subject)
        .flatMap(subject -> profile.receiptSigner().filter(name -> hasCommonName(subject, name)))
        .isPresent();
  }

  private static boolean hasCommonName(String subject, String name) {
    try {
      return new javax.naming.ldap.LdapName(subject)
          .getRdns().stream()
              .anyMatch(rdn -> rdn.getType().equalsIgnoreCase("CN") && name.equals(rdn.getValue()));
    } catch (javax.naming.InvalidNameException unreadable) {
      return false;
    }
  }
}
