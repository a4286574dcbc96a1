package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.texts.Mask;

/// The document of `certificate --json`: the certificate, and which others of the file could have
/// been meant.
public record CertificateFileJson(
    @JsonUnwrapped CertificateJson certificate, List<RivalJson> alsoPossible) {
  public record RivalJson(String subject, String sha256) {
    public static RivalJson of(CertificateFacts facts) {
      return new RivalJson(Mask.of(facts).subject(), facts.certificate().sha256());
    }
  }

  public CertificateFileJson {
    alsoPossible = List.copyOf(alsoPossible);
  }
}
