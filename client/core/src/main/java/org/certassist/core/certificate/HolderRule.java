package org.certassist.core.certificate;

/// One place in a certificate where a value about its holder may stand, and how it is read there.
///
/// @param lastResort looked at only where no rule before it found the field
public record HolderRule(HolderField field, Place place, Reading reading, boolean lastResort) {
  /// Where to look.
  public sealed interface Place {
    /// A part of the subject, by its short name such as `O` or `serialNumber`.
    record Subject(String type) implements Place {}

    /// A part of the issuer's name.
    record Issuer(String type) implements Place {}

    /// An object identifier, as an extension and as a type in the subject.
    record Identifier(String oid) implements Place {}

    /// Every part of the subject.
    record WholeSubject() implements Place {}

    /// Every extension but those of X.509 itself.
    record PrivateExtensions() implements Place {}
  }

  /// What of the text there is the value.
  public enum Reading {
    /// All of it.
    WHOLE("whole"),
    /// The first token that passes the check of GB 32100 and is nobody's identity number.
    CREDIT_CODE("creditCode"),
    /// The same, else all of it where it has a credit code's form: for a field that can hold
    /// nothing else.
    STATED_CREDIT_CODE("statedCreditCode"),
    /// The first token that passes the check of GB 11643 and has a birth date.
    IDENTITY_NUMBER("identityNumber"),
    /// All of it, unless it is a unit's credit code: for a field meant for a person's number.
    STATED_IDENTITY_NUMBER("statedIdentityNumber"),
    /// A unit's number: five to twenty digits and capitals, behind a name for it or alone.
    NUMBER("number"),
    /// A person's name: two to four Chinese characters, or with a dot between its parts.
    PERSON("person");

    private final String word;

    Reading(String word) {
      this.word = word;
    }

    /// The name in the rules' data file.
    public String word() {
      return word;
    }
  }
}
