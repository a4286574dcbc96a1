package org.certassist.keys.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/// The table of places where CAs write who holds a certificate; the first rule that finds something
/// wins.
///
/// Object identifiers and their sources: GM/T 0015, its drafts and the CAs' own fields
/// (docs/certificates.md). They are looked for as extensions and as types in the subject.
public final class HolderRules {
  /// One place to look, and how to read what stands there.
  private record Rule(
      HolderField field,
      Function<ParsedCertificate, Stream<HolderFact>> place,
      Function<String, Optional<String>> reading) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(HolderField.ORGANIZATION, p -> subject(p, BCStyle.O), HolderRules::whole),
          new Rule(HolderField.ORGANIZATION, p -> subject(p, BCStyle.CN), HolderRules::whole),
          code("1.2.156.10260.4.4", CreditCode::stated), // credit code, GM/T 0015-2023
          code("1.2.86.11.7.7550243.1", CreditCode::stated), // credit code, GDCA
          code("1.2.156.10260.4.1.4", CreditCode::in), // organisation code
          code("1.2.156.10260.4.1.3", CreditCode::in), // business registration
          code("1.2.156.10260.4.1.5", CreditCode::in), // tax number
          code("1.2.86.11.7.3", CreditCode::in), // organisation code, older
          code("1.2.86.11.7.4", CreditCode::in), // business registration, older
          code("1.2.86.11.7.5", CreditCode::in), // tax number, older
          new Rule(HolderField.CREDIT_CODE, HolderRules::wholeSubject, CreditCode::in),
          new Rule(HolderField.CREDIT_CODE, HolderRules::privateExtensions, CreditCode::in),
          insurance("1.2.156.10260.4.1.2"), // GM/T 0015
          insurance("1.2.86.11.7.2"), // draft of the standards committee
          insurance("1.2.156.11.7.2")); // e-government format of April 2010

  private HolderRules() {}

  private static Optional<String> whole(String text) {
    return Optional.of(text.strip()).filter(value -> !value.isEmpty());
  }

  private static Rule code(String oid, Function<String, Optional<String>> reading) {
    return new Rule(HolderField.CREDIT_CODE, p -> named(p, new ASN1ObjectIdentifier(oid)), reading);
  }

  private static Rule insurance(String oid) {
    return new Rule(
        HolderField.SOCIAL_INSURANCE_NUMBER,
        p -> named(p, new ASN1ObjectIdentifier(oid)),
        HolderRules::whole);
  }

  /// The value by the first rule that fits, with its origin.
  public static Optional<HolderFact> find(HolderField field, ParsedCertificate certificate) {
    return RULES.stream()
        .filter(rule -> rule.field() == field)
        .flatMap(rule ->
            rule.place()
                .apply(certificate)
                .flatMap(text ->
                    rule.reading().apply(text.value()).stream()
                        .map(value -> new HolderFact(value, text.origin()))))
        .findFirst();
  }

  private static Stream<HolderFact> named(ParsedCertificate certificate, ASN1ObjectIdentifier oid) {
    Extensions extensions = certificate.holder().getExtensions();
    Extension extension = extensions == null ? null : extensions.getExtension(oid);
    return Stream.concat(
        extension == null ? Stream.empty() : texts(extension), subject(certificate, oid));
  }

  private static Stream<HolderFact> subject(
      ParsedCertificate certificate, ASN1ObjectIdentifier type) {
    return wholeSubject(certificate)
        .filter(text -> text.origin().equals("subject " + NameText.typeName(type)));
  }

  private static Stream<HolderFact> wholeSubject(ParsedCertificate certificate) {
    return Arrays.stream(certificate.subject().getRDNs())
        .flatMap(names -> Arrays.stream(names.getTypesAndValues()))
        .map(name ->
            new HolderFact(
                LenientText.of(name.getValue().toASN1Primitive()),
                "subject " + NameText.typeName(name.getType())));
  }

  private static Stream<HolderFact> privateExtensions(ParsedCertificate certificate) {
    Extensions extensions = certificate.holder().getExtensions();
    return extensions == null
        ? Stream.empty()
        : Arrays.stream(extensions.getExtensionOIDs())
            .filter(oid -> !oid.getId().startsWith("2.5.29."))
            .flatMap(oid -> texts(extensions.getExtension(oid)));
  }

  private static Stream<HolderFact> texts(Extension extension) {
    return LenientText.all(extension.getExtnValue().getOctets()).stream()
        .map(text -> new HolderFact(text, "extension " + extension.getExtnId().getId()));
  }
}
