package org.certassist.keys.certificate;

import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.Handmade.unit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;

/// Certificate policies: PKITS 4.8 to 4.12.
final class PolicyCases extends PathCaseTable {
  @Override
  void fill() {
    policies();
    explicitPolicy();
    policyMappings();
    inhibitMapping();
    inhibitAnyPolicy();
  }

  private static UnaryOperator<Handmade> policy(ASN1ObjectIdentifier... policies) {
    return certificate ->
        certificate.extension(
            Extension.certificatePolicies,
            false,
            new CertificatePolicies(
                Arrays.stream(policies)
                    .map(PolicyInformation::new)
                    .toArray(PolicyInformation[]::new)));
  }

  private static UnaryOperator<Handmade> constraints(int explicit, int mapping) {
    return certificate ->
        certificate.extension(
            Extension.policyConstraints,
            true,
            new PolicyConstraints(
                explicit < 0 ? null : BigInteger.valueOf(explicit),
                mapping < 0 ? null : BigInteger.valueOf(mapping)));
  }

  private static UnaryOperator<Handmade> mapping(
      ASN1ObjectIdentifier from, ASN1ObjectIdentifier to) {
    return certificate ->
        certificate.extension(
            Extension.policyMappings,
            true,
            new DERSequence(new DERSequence(new ASN1Encodable[] {from, to})));
  }

  private static UnaryOperator<Handmade> noAny(int after) {
    return certificate ->
        certificate.extension(Extension.inhibitAnyPolicy, true, new ASN1Integer(after));
  }

  private void policies() {
    String section = "4.8";
    add(
        section,
        "0 ok",
        "the same policy all the way",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1)));
    add(section, "0 ok", "no policies, none required", unit(UNIT, CA), ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "other policies, none required",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1)));
    add(
        section,
        "820 policyNotAllowed",
        "other policies, one required",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "any policy in the CA, one required",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(ANY), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "any policy in the certificate, one required",
        with(unit(UNIT, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1)));
  }

  private void explicitPolicy() {
    String section = "4.9";
    add(
        section,
        "820 policyNotAllowed",
        "required at once, the certificate has none",
        unit(UNIT, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "required after 10",
        unit(UNIT, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(10, -1)));
    add(
        section,
        "0 ok",
        "required after 2, the chain ends before",
        unit(UNIT, SUB),
        ca(SUB, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(3, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "required after 2, the chain goes on",
        unit(UNIT, SUB),
        ca(SUB, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(2, -1)));
    add(
        section,
        "0 ok",
        "a self-issued CA does not count",
        unit(UNIT, ROLLED),
        ca(ROLLED, CA),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(2, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "the certificate itself requires one and has none",
        with(unit(UNIT, CA), constraints(0, -1)),
        ca(CA, ROOT));
    addBelow(
        with(ca(ROOT, ROOT), constraints(0, -1)).make(),
        section,
        "820 policyNotAllowed",
        "the anchor requires one",
        unit(UNIT, CA),
        ca(CA, ROOT));
  }

  private void policyMappings() {
    String section = "4.10";
    add(
        section,
        "0 ok",
        "mapped to the certificate's",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(POLICY_1, POLICY_2), constraints(0, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "mapped away from the certificate's",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(POLICY_1, POLICY_2), constraints(0, -1)));
    add(
        section,
        "0 ok",
        "any policy, mapped",
        with(unit(UNIT, CA), policy(POLICY_2)),
        with(ca(CA, ROOT), policy(ANY), mapping(POLICY_1, POLICY_2), constraints(0, -1)));
    add(
        section,
        "820 policyNotAllowed",
        "mapped from any policy",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(ANY, POLICY_1)));
    add(
        section,
        "820 policyNotAllowed",
        "mapped to any policy",
        with(unit(UNIT, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), mapping(POLICY_1, ANY)));
  }

  private void inhibitMapping() {
    String section = "4.11";
    add(
        section,
        "820 policyNotAllowed",
        "forbidden at once",
        with(unit(UNIT, SUB), policy(POLICY_2)),
        with(ca(SUB, CA), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 0)));
    add(
        section,
        "820 policyNotAllowed",
        "forbidden at once, the policy that was mapped is void",
        with(unit(UNIT, SUB), policy(POLICY_1)),
        with(ca(SUB, CA), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 0)));
    add(
        section,
        "0 ok",
        "forbidden after 1, mapped before",
        with(unit(UNIT, SUB), policy(POLICY_2)),
        with(ca(SUB, CA), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 1)));
    add(
        section,
        "820 policyNotAllowed",
        "forbidden after 1, mapped after",
        with(unit(UNIT, SUBSUB), policy(POLICY_2)),
        with(ca(SUBSUB, SUB), policy(POLICY_1), mapping(POLICY_1, POLICY_2)),
        with(ca(SUB, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, 1)));
  }

  private void inhibitAnyPolicy() {
    String section = "4.12";
    add(
        section,
        "820 policyNotAllowed",
        "at once",
        with(unit(UNIT, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(0)));
    add(
        section,
        "0 ok",
        "after 1, used before",
        with(unit(UNIT, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(1)));
    add(
        section,
        "820 policyNotAllowed",
        "after 1, used after",
        with(unit(UNIT, SUB), policy(ANY)),
        with(ca(SUB, CA), policy(POLICY_1)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(1)));
    add(
        section,
        "0 ok",
        "a self-issued CA may still use it",
        with(unit(UNIT, ROLLED), policy(POLICY_1)),
        with(ca(ROLLED, CA), policy(ANY)),
        with(ca(CA, ROOT), policy(POLICY_1), constraints(0, -1), noAny(0)));
  }
}
