package org.certassist.core.portal;

import java.util.OptionalInt;

/// A portal's refusal (RFC 9457): its code and its own words.
///
/// @param code a status code such as `810`, or the portal's word such as `unit-mismatch`; never
///   empty
/// @param detail the portal's own message, Chinese; may be empty
public record Problem(int httpStatus, String code, String detail) {
  /// Without the detail, which may name a person.
  @Override
  public String toString() {
    return "Problem[" + httpStatus + ", " + code + "]";
  }

  /// The number where the code is one of 800…823.
  public OptionalInt statusCode() {
    return code.matches("8\\d\\d") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
  }
}
