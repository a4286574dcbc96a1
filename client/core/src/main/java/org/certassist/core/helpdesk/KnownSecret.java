package org.certassist.core.helpdesk;

/// A name or number that the program knows and that must not leave: of a certificate's holder, of
/// the unit, of the PC's user.
///
/// @param value shorter than two characters it is not looked for: one would hide half the text
public record KnownSecret(Secrecy kind, String value) {
  @Override
  public String toString() {
    return kind.word();
  }
}
