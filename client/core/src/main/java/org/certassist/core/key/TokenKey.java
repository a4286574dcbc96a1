package org.certassist.core.key;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.certificate.EncodedCertificate;

/// A plugged-in key as its driver describes it; identified by module, manufacturer, model and
/// serial, never by slot or label.
///
/// @param driver the id of the driver it was seen through
/// @param certificates those with a private key beside them first; CA certificates the token
///   carries are in `others`
public record TokenKey(
    Path module,
    String driver,
    String manufacturer,
    String model,
    String serial,
    String label,
    TokenPin pin,
    List<EncodedCertificate> certificates,
    List<EncodedCertificate> others) {
  public TokenKey {
    certificates = List.copyOf(certificates);
    others = List.copyOf(others);
  }

  /// The same key with what is known of its PIN now.
  public TokenKey with(TokenPin now) {
    return new TokenKey(
        module, driver, manufacturer, model, serial, label, now, certificates, others);
  }

  /// The same key with only these of its signing certificates.
  public TokenKey showing(List<EncodedCertificate> some) {
    return new TokenKey(module, driver, manufacturer, model, serial, label, pin, some, others);
  }

  /// What a chain from one of its certificates is built with: the CA certificates it carries, then
  /// those known from elsewhere.
  public List<EncodedCertificate> issuers(List<EncodedCertificate> known) {
    return Stream.concat(others.stream(), known.stream()).toList();
  }
}
