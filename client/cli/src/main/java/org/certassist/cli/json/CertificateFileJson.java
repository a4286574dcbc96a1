package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.texts.Mask;
import org.jspecify.annotations.Nullable;

/// The document of `certificate --json`: the certificate, and which others of the file could have
/// been meant.
///
/// @param clock left out where this PC's clock is right
public record CertificateFileJson(
    @JsonUnwrapped CertificateJson certificate,
    List<RivalJson> alsoPossible,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClockJson clock) {
  public record RivalJson(String subject, String sha256) {
    public static RivalJson of(CertificateFacts facts) {
      return new RivalJson(Mask.of(facts).subject(), facts.certificate().sha256());
    }
  }

  public CertificateFileJson {
    alsoPossible = List.copyOf(alsoPossible);
  }
}
