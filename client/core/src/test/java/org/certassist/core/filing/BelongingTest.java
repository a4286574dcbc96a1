package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BelongingTest {
  private static final String CODE = "91350100M000100Y43";
  private static final String OTHER = "91320509718543925A";
  private static final Unit OURS = new Unit(CODE, "苏州练习（集团）有限公司", UnitType.ORDINARY);
  private static final Unit THEIRS = new Unit(OTHER, "吴江别家有限公司", UnitType.ORDINARY);

  private static CertificateFacts facts(Holder holder) {
    return new CertificateFacts(
        new EncodedCertificate(new byte[] {1}),
        "CN=?",
        holder,
        "CN=CA",
        "1",
        Instant.EPOCH,
        Instant.EPOCH,
        "SM2",
        CertificateUsage.SIGNING);
  }

  private static Holder holder(
      @Nullable String code, @Nullable String secondCode, @Nullable String name, String nameFrom) {
    List<HolderFact> facts = new ArrayList<>();
    if (code != null) {
      facts.add(new HolderFact(HolderField.CREDIT_CODE, code, "subject OU"));
    }
    if (secondCode != null) {
      facts.add(new HolderFact(HolderField.CREDIT_CODE, secondCode, "extension 1.2.3"));
    }
    if (name != null) {
      facts.add(new HolderFact(HolderField.ORGANIZATION, name, nameFrom));
    }
    return new Holder(facts);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # code,             another,            name,                      from,       is
          91350100M000100Y43,                   , 别的名字有限公司,           subject O,  Matches[by=CREDIT_CODE]
          91350100M000100Y43, 91320509718543925A, ,                          ,           Matches[by=CREDIT_CODE]
          91320509718543925A,                   , 苏州练习（集团）有限公司,   subject O,  Differs[by=CREDIT_CODE]
          91320509718543925A, 91350100M000100Y43, 苏州练习（集团）有限公司,   subject O,  CannotTell[]
                            ,                   , 苏州练习（集团）有限公司,   subject O,  Matches[by=ORGANIZATION]
                            ,                   , '苏州练习 (集团)　有限公司', subject O,  Matches[by=ORGANIZATION]
                            ,                   , 苏州练习（集团）有限公司,   subject CN, Matches[by=ORGANIZATION]
                            ,                   , 吴江别家有限公司,           subject O,  Differs[by=ORGANIZATION]
                            ,                   , 张三,                       subject CN, CannotTell[]
                            ,                   , ,                          ,           CannotTell[]
          """)
  void theCreditCodeDecidesElseTheName(
      String code, String another, String name, String from, String belonging) {
    assertThat(Belonging.of(holder(code, another, name, from), OURS)).hasToString(belonging);
  }

  @Test
  void theWidthAndTheCaseOfLettersMakeNoOtherName() {
    Unit unit = new Unit(CODE, "苏州Abc（集团）有限公司", UnitType.ORDINARY);

    for (String name : List.of("苏州ABC(集团)有限公司", "苏州ａｂｃ（集团）有限公司")) {
      assertThat(Belonging.of(holder(null, null, name, "subject O"), unit))
          .isEqualTo(new Belonging.Matches(HolderField.ORGANIZATION));
    }
  }

  @Test
  void anotherUnitsKeyIsRefusedAndBothAreNamed() {
    Optional<CertificateFacts> theirs =
        Optional.of(facts(holder(OTHER, null, "吴江别家有限公司", "subject O")));

    FaultException refused =
        catchThrowableOfType(FaultException.class, () -> UnitGuard.guard(OURS, theirs));

    assertThat(refused.fault().id()).isEqualTo("usage.unitMismatch");
    assertThat(refused.fault().details())
        .containsExactly("苏州练习（集团）有限公司 " + CODE, "吴江别家有限公司 " + OTHER);
  }

  @Test
  void aKeyForSeveralUnitsNeedNotFitAllOfThem() throws Exception {
    Optional<CertificateFacts> theirs = Optional.of(facts(holder(OTHER, null, null, "")));

    assertThat(UnitGuard.guardAny(List.of(OURS, THEIRS), theirs))
        .isEqualTo(new Belonging.Matches(HolderField.CREDIT_CODE));
    assertThat(
            UnitGuard.guardAny(
                List.of(OURS, THEIRS), Optional.of(facts(holder(OTHER, CODE, null, "")))))
        .as("the surest of them")
        .isEqualTo(new Belonging.Matches(HolderField.CREDIT_CODE));
    assertThat(UnitGuard.guardAny(List.of(OURS, THEIRS), Optional.empty()))
        .isEqualTo(new Belonging.CannotTell());
    assertThat(
            catchThrowableOfType(
                FaultException.class, () -> UnitGuard.guardAny(List.of(OURS), theirs)))
        .isNotNull();
  }
}
