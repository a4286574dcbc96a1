package org.certassist.core.certificate;

/// What we want to know of a certificate's holder, and of who issued it.
public enum HolderField {
  ORGANIZATION("organization"),
  CREDIT_CODE("creditCode"),
  SOCIAL_INSURANCE_NUMBER("socialInsuranceNumber"),
  UNIT_NUMBER("unitNumber"),
  HANDLER("handler"),
  IDENTITY_NUMBER("identityNumber"),
  /// The CA, by the name people know it by.
  CA("ca");

  private final String word;

  HolderField(String word) {
    this.word = word;
  }

  /// The name in `--json` output, in the rules' data file and in texts.
  public String word() {
    return word;
  }

  /// Whether it is somebody's own number, to be shown only where it was asked for.
  public boolean isPersonal() {
    return this == IDENTITY_NUMBER;
  }
}
