package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.Receipt;
import org.certassist.core.testing.PlainSignatures;
import org.certassist.core.testing.ScriptedPortal;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A receipt that lies, from the portal to the outbox: it is never believed, and nothing is sent
/// twice for it.
@Timeout(20)
class ReceiptCheckTest {
  private final Office office = new Office();

  static Stream<Arguments> lies() {
    DeclarationId other = DeclarationId.random();
    return Stream.of(
        lie(
            "receipt-of-another-declaration",
            right -> ScriptedPortal.receipt(right.number(), other, right.sha256())),
        lie(
            "receipt-of-other-bytes",
            right -> ScriptedPortal.receipt(right.number(), right.id(), "00".repeat(32))),
        lie(
            "receipt-signature-contentMismatch",
            right ->
                changed(
                    right, PlainSignatures.by(ScriptedPortal.RECEIPT_CERTIFICATE, new byte[1]))),
        lie(
            "receipt-signature-unknownIssuer",
            right ->
                changed(
                    right, PlainSignatures.by(Office.keyOf("").certificate(), right.signedForm()))),
        lie(
            "receipt-by-somebody-else",
            right ->
                changed(
                    right,
                    PlainSignatures.by(ScriptedPortal.OTHER_CERTIFICATE, right.signedForm()))));
  }

  private static Arguments lie(String cause, UnaryOperator<Receipt> change) {
    return Arguments.of(cause, change);
  }

  private static Receipt changed(Receipt right, byte[] signature) {
    return new Receipt(
        right.number(),
        right.id(),
        right.sha256(),
        right.receivedAt(),
        right.notCovered(),
        right.signedForm(),
        signature,
        right.original());
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aReceiptThatLiesIsNotBelieved(String cause, UnaryOperator<Receipt> change) throws Exception {
    office.portal.lies(change);

    PreparedDeclaration prepared = office.prepare("enrolment");
    DeclarationId id = prepared.id();

    Fault fault = catchThrowableOfType(FaultException.class, () -> office.send(prepared)).fault();

    assertThat(fault.id()).isEqualTo("portal.receiptNotBelieved");
    assertThat(fault.details()).containsExactly(id.toString(), "PR-1", cause);
    assertThat(office.stages(id)).containsExactly(Stage.SIGNED, Stage.SENDING, Stage.UNCONFIRMED);
    assertThat(office.archive.find(id).orElseThrow().last(Step.Unconfirmed.class))
        .contains(new Step.Unconfirmed(cause));

    // Asked again it lies again: nothing is sent, nothing is believed.
    assertThat(office.sendOutbox().getFirst().fault()).contains(fault);
    assertThat(office.stage(id)).isEqualTo(Stage.UNCONFIRMED);
    assertThat(office.portal.filed()).hasSize(1);

    office.portal.isHonest();
    office.sendOutbox();
    assertThat(office.stage(id)).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed()).hasSize(1);
  }

  static Stream<UnaryOperator<Receipt.Subject>> otherSubjects() {
    return Stream.of(
        right -> new Receipt.Subject("91110000100000017G", right.kind(), right.rows()),
        right -> new Receipt.Subject(right.creditCode(), "termination", right.rows()),
        right -> new Receipt.Subject(right.creditCode(), right.kind(), right.rows() + 1));
  }

  @ParameterizedTest
  @MethodSource("otherSubjects")
  void aReceiptForSomethingElseIsNotBelieved(UnaryOperator<Receipt.Subject> change)
      throws Exception {
    office.portal.liesOfSubject(change);
    PreparedDeclaration prepared = office.prepare("enrolment");

    Fault fault = catchThrowableOfType(FaultException.class, () -> office.send(prepared)).fault();

    assertThat(fault)
        .isEqualTo(
            new PortalFault.ReceiptNotBelieved(
                prepared.id().toString(), "PR-1", "receipt-of-something-else"));
    assertThat(office.sendOutbox().getFirst().fault()).contains(fault);
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.UNCONFIRMED);
    assertThat(office.portal.filed()).hasSize(1);
  }
}
