package org.certassist.desktop.certificate;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.desktop.fx.Words;

/// What certificates and CAs are called in a line, with nobody's number in it.
record CertificateNames(Words words) {
  CertificateFacts masked(CertificateFacts facts) {
    return facts.masked(this::masked);
  }

  String masked(String number) {
    return words.shared().mask("idNumber", number);
  }

  /// Whose certificate it is.
  String title(SeenCertificate seen) {
    return seen.facts().map(this::title).orElseGet(() -> words.get("certificates.unreadable"));
  }

  String title(CertificateFacts facts) {
    CertificateFacts masked = masked(facts);
    return masked.organization().orElseGet(() -> commonName(masked.subject()));
  }

  /// A CA by its own name: several bear one organisation.
  String authority(CertificateFacts facts) {
    return commonName(facts.subject());
  }

  /// The CA by the name people know it by.
  String issuer(CertificateFacts facts) {
    return facts.holder().value(HolderField.CA).orElseGet(() -> commonName(facts.issuer()));
  }

  /// The common name in a whole one; the whole one where there is none.
  private static String commonName(String name) {
    try {
      return new LdapName(name)
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> String.valueOf(part.getValue()))
              .findFirst()
              .orElse(name);
    } catch (InvalidNameException unusual) {
      return name;
    }
  }
}
