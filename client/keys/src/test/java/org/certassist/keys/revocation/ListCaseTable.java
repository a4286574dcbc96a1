package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.serial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Party;
import org.certassist.keys.revocation.Statements.ListDraft;

/// Cases of one topic: a unit's certificate below an issuing CA below a root, both of which publish
/// lists; see [ListCases].
abstract class ListCaseTable {
  static final String AT = "http://crl.test.cn/issuing.crl";
  static final String SECOND_AT = "http://crl.test.cn/second.crl";
  static final String DELTA_AT = "http://crl.test.cn/delta.crl";
  static final String ROOT_AT = "http://crl.test.cn/root.crl";
  static final Party ROOT = party("Root");
  static final Party ISSUING = party("Issuing CA");
  static final Party NEW_KEY =
      new Party(ISSUING.name(), ISSUING.algorithm(), party("Issuing CA's new key").keys());
  static final Party OTHER_CA = party("Other CA");
  static final Party LISTER = party("List signer");
  static final Party STRANGER = party("Stranger");
  static final Party UNIT = party("苏州测试有限公司");
  static final ASN1ObjectIdentifier STRANGE = new ASN1ObjectIdentifier("1.2.156.99999.1");

  static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).extension("2.5.29.31", listAt(ROOT_AT)).make();
  static final EncodedCertificate UNIT_CERTIFICATE =
      certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT)).make();
  static final BigInteger SERIAL = serial(UNIT_CERTIFICATE);

  private final List<ListCase> cases = new ArrayList<>();

  /// Adds every case of the topic.
  abstract void fill();

  final List<ListCase> all() {
    fill();
    return List.copyOf(cases);
  }

  /// A chain and its lists in the making; starts as a good one with an empty list of the root.
  static final class Shown {
    private EncodedCertificate unit = UNIT_CERTIFICATE;
    private EncodedCertificate issuer = ISSUING_CERTIFICATE;
    private final List<EncodedCertificate> others = new ArrayList<>();
    private final Map<String, byte[]> lists = new LinkedHashMap<>();

    private Shown() {
      lists.put(ROOT_AT, list(ROOT).make());
    }

    Shown unit(EncodedCertificate other) {
      unit = other;
      return this;
    }

    Shown issuer(EncodedCertificate other) {
      issuer = other;
      return this;
    }

    Shown beside(EncodedCertificate other) {
      others.add(other);
      return this;
    }

    Shown at(String address, ListDraft list) {
      lists.put(address, list.make());
      return this;
    }

    Shown without(String address) {
      lists.remove(address);
      return this;
    }
  }

  final void add(
      String section, Duty duty, String expected, String title, UnaryOperator<Shown> show) {
    Shown shown = show.apply(new Shown());
    cases.add(
        new ListCase(
            section,
            title,
            duty,
            expected,
            List.of(shown.unit, shown.issuer, ROOT_CERTIFICATE),
            shown.others,
            shown.lists));
  }

  /// The usual chain, and one list of the issuing CA.
  final void add(String section, Duty duty, String expected, String title, ListDraft list) {
    add(section, duty, expected, title, shown -> shown.at(AT, list));
  }
}
