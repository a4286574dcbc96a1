package org.certassist.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.PersonNumber;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.Problem;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.reconcile.Charge;
import org.certassist.core.reconcile.Difference;
import org.certassist.core.reconcile.Person;
import org.certassist.core.results.ResultLine;
import org.certassist.core.results.RowResult;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What may end in a log, a crash report or a helpdesk bundle names nobody.
class PersonalDataTest {
  private static final String ID = "11010519491231002X";
  private static final CellPlace PLACE = new CellPlace("申报", 4, "B");

  static Stream<Object> values() {
    TreeMap<String, String> row = new TreeMap<>();
    row.put("idNumber", ID);
    Content content =
        new Content(
            "practice",
            "enrolment",
            1,
            new Unit("91350100M000100Y43", "福州练习厂", UnitType.ORDINARY),
            java.time.YearMonth.of(2026, 12),
            List.of(new Content.Row(4, row)),
            "名单.xlsx");
    Problem problem = new Problem(422, "malformed", "证件号码" + ID + "有误");
    RowAnswers answers = new RowAnswers(0, 1, List.of(new RowAnswers.RowAnswer(4, ID + "重复")));
    CellValue cell = new CellValue.Text(ID);
    return Stream.of(
        cell,
        new CellValue.Numeric(new BigDecimal("110105194912310021"), ID),
        new CellValue.Formula("\"" + ID + "\""),
        new DraftRow(4, java.util.Map.of("idNumber", cell)),
        content,
        content.rows().getFirst(),
        new Finding("id.form", Severity.ERROR, PLACE, "idNumber", ID, List.of()),
        new Workbooks.Mark(PLACE, true, "证件号码", ID),
        problem,
        answers,
        answers.rows().getFirst(),
        new Listing("-", List.of(new Listing.Line(1, List.of(ID)))),
        new PersonNumber(ID),
        new ResultLine(1, "李小芳", ID, new RowResult.Wrong(ID + "重复")),
        new Charge(new Person("李小芳", ID), java.util.Set.of(), List.of(), 1),
        new Difference.NeverFiled(new Person("李小芳", ID), 1),
        new History(
            DeclarationId.random(),
            List.of(
                new History.Entry(Instant.EPOCH, new Step.Checked(content)),
                new History.Entry(Instant.EPOCH, new Step.Refused(problem)),
                new History.Entry(Instant.EPOCH, new Step.Answered(answers)))),
        new CertificateFacts(
            new EncodedCertificate(new byte[1]),
            "CN=李小芳 " + ID,
            new Holder(
                List.of(
                    new HolderFact(HolderField.SOCIAL_INSURANCE_NUMBER, "32" + ID, "subject OU"))),
            "CN=练习",
            "01",
            Instant.EPOCH,
            Instant.EPOCH,
            "RSA 2048",
            CertificateUsage.SIGNING),
        new HolderFact(HolderField.IDENTITY_NUMBER, ID, "subject CN"),
        new PortalFault.LoginRefused(problem),
        new PortalException(new PortalFault.LoginRefused(problem)),
        new PortalException(
            new PortalFault.LoginRefused(new Problem(401, ID, "")),
            new IllegalStateException("cause")),
        new FileFault.AlteredTemplate("申报!B3", "*证件号码", ID),
        new WorkbookException(new FileFault.AlteredTemplate("申报!B3", "*证件号码", ID)),
        new FaultException(UsageFault.of("usage.unknownKind", "证件" + ID + "。")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void noTextFormHoldsAnIdentityNumber(Object value) {
    assertThat(value.toString()).doesNotContain(ID, "110105194912310021");
    if (value instanceof Exception exception) {
      assertThat(exception.getMessage()).doesNotContain(ID);
    }
  }

  @org.junit.jupiter.api.Test
  void anExceptionStillNamesWhatHelpsTheHelpdesk() {
    String id = "3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c11";

    assertThat(new FaultException(UsageFault.of("usage.unitMismatch", "91350100M000100Y43", id)))
        .hasMessage("usage.unitMismatch[91350100M000100Y43, " + id + "]");
  }
}
