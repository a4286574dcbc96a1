package org.certassist.desktop.certificate;

import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.InspectedCertificate;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.core.filing.UpgradeGuide.Colour;
import org.certassist.desktop.certificate.CertificateGroup.Entry;
import org.certassist.desktop.certificate.CertificateGroup.Standing;

/// What is shown of the certificate that she chose.
public sealed interface CertificateView {
  /// None is there.
  record Nothing() implements CertificateView {}

  record Looking(Entry entry) implements CertificateView {}

  /// It could not be looked at.
  record Failed(Entry entry, Fault fault) implements CertificateView {}

  record Details(Entry entry, InspectedCertificate certificate, Standing standing)
      implements CertificateView {}

  /// The colour of the key is asked, which no program sees.
  record AskingColour(Entry entry, CertificateFacts facts) implements CertificateView {}

  /// @param colour empty where it does not matter, or where she cannot tell
  record Guiding(Entry entry, CertificateFacts facts, UpgradeGuide guide, Optional<Colour> colour)
      implements CertificateView {}

  /// The one that is marked in the list.
  default Optional<Entry> chosen() {
    return switch (this) {
      case Nothing _ -> Optional.empty();
      case Looking(Entry entry) -> Optional.of(entry);
      case Failed(Entry entry, _) -> Optional.of(entry);
      case Details(Entry entry, _, _) -> Optional.of(entry);
      case AskingColour(Entry entry, _) -> Optional.of(entry);
      case Guiding(Entry entry, _, _, _) -> Optional.of(entry);
    };
  }
}
