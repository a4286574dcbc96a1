package org.certassist.core.certificate;

/// A value about the holder and where in the certificate it stood.
///
/// @param origin such as `subject O`, `extension 1.2.156.10260.4.4` or `issuer`
public record HolderFact(HolderField field, String value, String origin) {
  /// Without the value, which may be a person's.
  @Override
  public String toString() {
    return "HolderFact[" + field.word() + ", " + origin + "]";
  }
}
