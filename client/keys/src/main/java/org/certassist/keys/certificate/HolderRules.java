package org.certassist.keys.certificate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.HolderRule;
import org.certassist.core.certificate.HolderRuleBook;
import org.certassist.core.certificate.KnownCa;

/// Finds out who holds a certificate, rule by rule, in the order of the rule book: those of its CA,
/// then everybody's.
final class HolderRules {
  private final HolderRuleBook book;

  HolderRules(HolderRuleBook book) {
    this.book = book;
  }

  /// A text and where it stood.
  private record Found(String text, String origin) {}

  Holder read(ParsedCertificate certificate) {
    Optional<KnownCa> ca = ca(NameText.of(certificate.issuer()));
    List<HolderFact> facts = new ArrayList<>();
    ca.ifPresent(known -> facts.add(new HolderFact(HolderField.CA, known.name(), "issuer")));
    Stream.concat(ca.stream().flatMap(known -> known.rules().stream()), book.general().stream())
        .forEach(rule -> apply(rule, certificate, facts));
    return new Holder(facts);
  }

  private static void apply(
      HolderRule rule, ParsedCertificate certificate, List<HolderFact> facts) {
    if (rule.lastResort() && has(facts, rule.field())) {
      return;
    }
    HolderReading reading = new HolderReading(rule.reading());
    texts(rule.place(), certificate)
        .forEach(found ->
            reading
                .of(found.text())
                .filter(value -> isNew(facts, rule.field(), value))
                .ifPresent(
                    value -> facts.add(new HolderFact(rule.field(), value, found.origin()))));
  }

  private static boolean has(List<HolderFact> facts, HolderField field) {
    return facts.stream().anyMatch(fact -> fact.field() == field);
  }

  private static boolean isNew(List<HolderFact> facts, HolderField field, String value) {
    return facts.stream().noneMatch(fact -> fact.field() == field && fact.value().equals(value));
  }

  private Optional<KnownCa> ca(String issuer) {
    String plain = plain(issuer);
    return book.cas().stream()
        .filter(known -> known.issuer().stream().anyMatch(name -> names(plain, plain(name))))
        .findFirst();
  }

  /// A Latin name counts as a whole word only: SZCA is not in XSZCAB.
  private static boolean names(String issuer, String name) {
    return Pattern.compile("(?<![A-Z0-9])" + Pattern.quote(name) + "(?![A-Z0-9])")
        .matcher(issuer)
        .find();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
  }

  private static Stream<Found> texts(HolderRule.Place place, ParsedCertificate certificate) {
    return switch (place) {
      case HolderRule.Place.Subject(String type) -> subject(certificate, type);
      case HolderRule.Place.Issuer(String type) ->
          parts(certificate.issuer(), "issuer ")
              .filter(found -> found.origin().equals("issuer " + type));
      case HolderRule.Place.Identifier(String oid) ->
          Stream.concat(
              extension(certificate, oid),
              subject(certificate, NameText.typeName(new ASN1ObjectIdentifier(oid))));
      case HolderRule.Place.WholeSubject() -> wholeSubject(certificate);
      case HolderRule.Place.PrivateExtensions() -> privateExtensions(certificate);
    };
  }

  private static Stream<Found> subject(ParsedCertificate certificate, String type) {
    return wholeSubject(certificate).filter(found -> found.origin().equals("subject " + type));
  }

  private static Stream<Found> wholeSubject(ParsedCertificate certificate) {
    return parts(certificate.subject(), "subject ");
  }

  private static Stream<Found> parts(X500Name name, String whose) {
    return Arrays.stream(name.getRDNs())
        .flatMap(parts -> Arrays.stream(parts.getTypesAndValues()))
        .map(part ->
            new Found(
                LenientText.of(part.getValue().toASN1Primitive()),
                whose + NameText.typeName(part.getType())));
  }

  private static Stream<Found> extension(ParsedCertificate certificate, String oid) {
    Extensions extensions = certificate.holder().getExtensions();
    return extensions == null
        ? Stream.empty()
        : Optional.ofNullable(extensions.getExtension(new ASN1ObjectIdentifier(oid))).stream()
            .flatMap(HolderRules::texts);
  }

  private static Stream<Found> privateExtensions(ParsedCertificate certificate) {
    Extensions extensions = certificate.holder().getExtensions();
    return extensions == null
        ? Stream.empty()
        : Arrays.stream(extensions.getExtensionOIDs())
            .filter(oid -> !oid.getId().startsWith("2.5.29."))
            .flatMap(oid -> texts(extensions.getExtension(oid)));
  }

  private static Stream<Found> texts(Extension extension) {
    return LenientText.all(extension.getExtnValue().getOctets()).stream()
        .map(text -> new Found(text, "extension " + extension.getExtnId().getId()));
  }
}
