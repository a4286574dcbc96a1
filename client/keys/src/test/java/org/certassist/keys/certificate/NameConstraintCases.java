package org.certassist.keys.certificate;

import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.Handmade.unit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.certassist.keys.certificate.TestCa.Party;
import org.jspecify.annotations.Nullable;

/// Name constraints: PKITS 4.13.
final class NameConstraintCases extends PathCaseTable {
  @Override
  void fill() {
    nameConstraints();
    emptySubtrees("4.13");
  }

  private static UnaryOperator<Handmade> within(GeneralName... permitted) {
    return constrained(permitted, new GeneralName[0]);
  }

  private static UnaryOperator<Handmade> outside(GeneralName... excluded) {
    return constrained(new GeneralName[0], excluded);
  }

  private static UnaryOperator<Handmade> constrained(
      GeneralName[] permitted, GeneralName[] excluded) {
    return certificate ->
        certificate.extension(
            Extension.nameConstraints,
            true,
            new NameConstraints(subtrees(permitted), subtrees(excluded)));
  }

  private static GeneralSubtree @Nullable [] subtrees(GeneralName[] names) {
    return names.length == 0
        ? null
        : Arrays.stream(names).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
  }

  private static UnaryOperator<Handmade> called(GeneralName... names) {
    return certificate ->
        certificate.extension(Extension.subjectAlternativeName, false, new GeneralNames(names));
  }

  private static GeneralName directory(String name) {
    return new GeneralName(new X500Name(name));
  }

  private static GeneralName name(int kind, String value) {
    return new GeneralName(kind, value);
  }

  private void nameConstraints() {
    String section = "4.13";
    GeneralName ours = directory("C=CN,O=测试证书机构");
    GeneralName theirs = directory("C=CN,O=别的机构");
    add(
        section,
        "0 ok",
        "directory name, permitted",
        unit(UNIT, CA),
        with(ca(CA, ROOT), within(ours)));
    add(
        section,
        "820 nameNotPermitted",
        "directory name, not permitted",
        unit(UNIT, CA),
        with(ca(CA, ROOT), within(theirs)));
    add(
        section,
        "820 nameNotPermitted",
        "directory name, excluded",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(ours)));
    add(
        section,
        "0 ok",
        "directory name, another is excluded",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(theirs)));
    add(
        section,
        "0 ok",
        "directory name, one of two permitted",
        unit(UNIT, CA),
        with(ca(CA, ROOT), within(theirs, ours)));
    add(
        section,
        "820 nameNotPermitted",
        "directory name, permitted by one CA and not by the next",
        unit(UNIT, SUB),
        with(ca(SUB, CA), within(theirs)),
        with(ca(CA, ROOT), within(ours)));
    add(
        section,
        "820 nameNotPermitted",
        "an alternative directory name, not permitted",
        with(unit(UNIT, CA), called(theirs)),
        with(ca(CA, ROOT), within(ours)));
    add(
        section,
        "820 nameNotPermitted",
        "the CA below, not permitted",
        unit(UNIT, SUB),
        ca(SUB, CA),
        with(ca(CA, ROOT), within(directory("C=CN,O=测试证书机构,CN=苏州测试有限公司"))));
    add(
        section,
        "0 ok",
        "a self-issued CA is let through",
        unit(UNIT, ROLLED),
        ca(ROLLED, CA),
        with(ca(CA, ROOT), within(directory("C=CN,O=测试证书机构,CN=苏州测试有限公司"))));
    addBelow(
        with(ca(ROOT, ROOT), within(theirs)).make(),
        section,
        "820 nameNotPermitted",
        "not permitted by the anchor",
        unit(UNIT, CA),
        ca(CA, ROOT));
    addBelow(
        with(ca(ROOT, ROOT), outside(directory("C=CN,O=测试证书机构,CN=苏州测试有限公司"))).make(),
        section,
        "820 nameNotPermitted",
        "excluded by the anchor",
        unit(UNIT, CA),
        ca(CA, ROOT));
    constrainedNames(section);
  }

  /// An empty subtree holds every name of its kind.
  private void emptySubtrees(String section) {
    GeneralName everyHost = name(GeneralName.dNSName, "");
    GeneralName host = name(GeneralName.dNSName, "www.testca.cn");
    add(
        section,
        "820 nameNotPermitted",
        "DNS names, all excluded",
        with(unit(UNIT, CA), called(host)),
        with(ca(CA, ROOT), outside(everyHost)));
    add(
        section,
        "0 ok",
        "DNS names, all permitted",
        with(unit(UNIT, CA), called(host)),
        with(ca(CA, ROOT), within(everyHost)));
    add(
        section,
        "0 ok",
        "DNS names, all excluded, and none there",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(everyHost)));
    add(
        section,
        "820 nameNotPermitted",
        "directory names, all excluded",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(directory(""))));
    Party withPlus =
        named(UNIT, name -> name.addRDN(BCStyle.CN, "苏州测试有限公司").addRDN(BCStyle.E, "a+b@testca.cn"));
    GeneralName plus = name(GeneralName.rfc822Name, "a+b@testca.cn");
    add(
        section,
        "820 nameNotPermitted",
        "a mail address in the subject with a plus, excluded",
        unit(withPlus, CA),
        with(ca(CA, ROOT), outside(plus)));
    add(
        section,
        "0 ok",
        "a mail address in the subject with a plus, permitted",
        unit(withPlus, CA),
        with(ca(CA, ROOT), within(plus)));
  }

  private void constrainedNames(String section) {
    int mail = GeneralName.rfc822Name;
    int dns = GeneralName.dNSName;
    int uri = GeneralName.uniformResourceIdentifier;
    int ip = GeneralName.iPAddress;
    record Kind(String word, int tag, String subtree, String inside, String outside) {}
    for (Kind kind :
        List.of(
            new Kind("mail", mail, "testca.cn", "hr@testca.cn", "hr@mail.testca.cn"),
            new Kind("mail of any host", mail, ".testca.cn", "hr@mail.testca.cn", "hr@testca.cn"),
            new Kind("DNS", dns, "testca.cn", "www.testca.cn", "www.mytestca.cn"),
            new Kind("URI", uri, ".testca.cn", "https://www.testca.cn/a", "https://testca.com/"),
            new Kind("IP", ip, "10.1.0.0/16", "10.1.2.3", "10.2.0.1"))) {
      Handmade constraining = with(ca(CA, ROOT), within(name(kind.tag(), kind.subtree())));
      Handmade excluding = with(ca(CA, ROOT), outside(name(kind.tag(), kind.subtree())));
      GeneralName inside = name(kind.tag(), kind.inside());
      GeneralName outside = name(kind.tag(), kind.outside());
      add(
          section,
          "0 ok",
          kind.word() + ", permitted",
          with(unit(UNIT, CA), called(inside)),
          constraining);
      add(
          section,
          "820 nameNotPermitted",
          kind.word() + ", not permitted",
          with(unit(UNIT, CA), called(inside, outside)),
          constraining);
      add(
          section,
          "820 nameNotPermitted",
          kind.word() + ", excluded",
          with(unit(UNIT, CA), called(inside)),
          excluding);
      add(
          section,
          "0 ok",
          kind.word() + ", another is excluded",
          with(unit(UNIT, CA), called(outside)),
          excluding);
    }
    Party withMail =
        named(UNIT, name -> name.addRDN(BCStyle.CN, "苏州测试有限公司").addRDN(BCStyle.E, "hr@other.cn"));
    add(
        section,
        "820 nameNotPermitted",
        "mail in the subject, not permitted",
        unit(withMail, CA),
        with(ca(CA, ROOT), within(name(mail, "testca.cn"))));
    GeneralName number = name(GeneralName.registeredID, "1.2.156.99999");
    add(
        section,
        "820 nameNotPermitted",
        "a kind of name that is not compared",
        with(unit(UNIT, CA), called(number)),
        with(ca(CA, ROOT), outside(number)));
    add(
        section,
        "820 nameNotPermitted",
        "a subtree with a bound",
        with(unit(UNIT, CA), called(name(dns, "www.testca.cn"))),
        ca(CA, ROOT)
            .extension(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                    null,
                    new GeneralSubtree[] {
                      new GeneralSubtree(name(dns, "other.cn"), BigInteger.ZERO, BigInteger.TWO)
                    })));
    add(
        section,
        "0 ok",
        "such a kind constrained, and no such name",
        unit(UNIT, CA),
        with(ca(CA, ROOT), outside(number)));
  }
}
