package org.certassist.core.helpdesk;

/// The kinds of what must not leave, each with the word its pseudonyms begin with.
public enum Secrecy {
  PERSON("person"),
  /// A number that is a person's: of identity, of insurance, of a bank card.
  ID("id"),
  /// A unit's name, credit code or number.
  UNIT("unit"),
  PHONE("phone"),
  MAIL("mail"),
  /// Where somebody lives.
  ADDRESS("address"),
  /// Who is logged in to the PC.
  USER("user"),
  /// What the PC is called.
  PC("pc"),
  /// The serial of a key or of a certificate.
  KEY("key"),
  /// A PIN or password.
  PIN("pin"),
  /// What opens a session: tokens, cookies.
  TOKEN("token");

  private final String word;

  Secrecy(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
