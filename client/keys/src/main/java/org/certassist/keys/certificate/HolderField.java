package org.certassist.keys.certificate;

/// What we want to know of a certificate's holder.
public enum HolderField {
  ORGANIZATION,
  CREDIT_CODE,
  SOCIAL_INSURANCE_NUMBER
}
