package org.certassist.keys.certificate;

import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.TestCa.party;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Party;

/// Cases of one topic, made with certificates of our own; see [PathCases].
abstract class PathCaseTable {
  static final Party ROOT = party("Root");
  static final Party CA = party("Issuing CA");
  static final Party SUB = party("Sub CA");
  static final Party SUBSUB = party("Sub sub CA");
  static final Party UNIT = party("苏州测试有限公司");
  static final Party ROLLED = new Party(CA.name(), CA.algorithm(), SUBSUB.keys());
  static final Party RSA_CA = party("RSA CA", "RSA 2048");
  static final Party SM2_ROOT = party("SM2 root", "EC sm2p256v1");
  static final Party SM2_CA = party("SM2 CA", "EC sm2p256v1");
  static final Party SM2_UNIT = party("苏州国密有限公司", "EC sm2p256v1");

  static final ASN1ObjectIdentifier POLICY_1 = new ASN1ObjectIdentifier("1.2.156.99999.3.1");
  static final ASN1ObjectIdentifier POLICY_2 = new ASN1ObjectIdentifier("1.2.156.99999.3.2");
  static final ASN1ObjectIdentifier ANY = new ASN1ObjectIdentifier("2.5.29.32.0");
  static final ASN1ObjectIdentifier PRIVATE = new ASN1ObjectIdentifier("1.2.156.99999.9");

  static final EncodedCertificate ANCHOR = ca(ROOT, ROOT).make();

  private final List<PathCase> cases = new ArrayList<>();

  /// Adds every case of the topic.
  abstract void fill();

  final List<PathCase> all() {
    fill();
    return List.copyOf(cases);
  }

  final void add(String section, String expected, String title, Handmade end, Handmade... cas) {
    addBelow(ANCHOR, section, expected, title, end, cas);
  }

  final void addBelow(
      EncodedCertificate anchor,
      String section,
      String expected,
      String title,
      Handmade end,
      Handmade... cas) {
    cases.add(
        new PathCase(
            section,
            title,
            expected,
            end.make(),
            Arrays.stream(cas).map(Handmade::make).toList(),
            anchor));
  }

  @SafeVarargs
  static Handmade with(Handmade certificate, UnaryOperator<Handmade>... changes) {
    for (UnaryOperator<Handmade> change : changes) {
      var _ = change.apply(certificate);
    }
    return certificate;
  }

  /// A party under another name.
  static Party named(Party party, UnaryOperator<X500NameBuilder> name) {
    return new Party(name.apply(new X500NameBuilder()).build(), party.algorithm(), party.keys());
  }
}
