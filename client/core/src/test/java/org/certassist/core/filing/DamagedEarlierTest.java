package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A history that does not open stops nobody else, and is never forgotten where it may be the same
/// declaration.
@Timeout(20)
class DamagedEarlierTest {
  private static final String OTHER_PERSON = "enrolment: idNumber=320509199003070021";

  private final Office office = new Office();

  @Test
  void oneOfWhichNothingIsKnownMayBeTheSame() throws Exception {
    DeclarationId lost = office.sendNew("enrolment").id();
    office.archive.damage(lost, false);

    for (String example : List.of("enrolment", OTHER_PERSON, "termination")) {
      Fault fault = refusal(example);
      assertThat(fault.id()).isEqualTo("usage.earlierUnreadable");
      assertThat(fault.details()).containsExactly("1", lost.toString());
    }
  }

  @Test
  void oneAboutOthersIsNoDoubt() throws Exception {
    office.archive.damage(office.sendNew("enrolment").id(), true);

    assertThatCode(() -> office.prepare(OTHER_PERSON)).doesNotThrowAnyException();
    assertThatCode(() -> office.prepare("termination")).doesNotThrowAnyException();
    assertThat(refusal("enrolment: position=会计").id()).isEqualTo("usage.earlierUnreadable");
  }

  @Test
  void afterTheClerkHasConfirmedItIsSent() throws Exception {
    office.archive.damage(office.sendNew("enrolment").id(), false);

    PreparedDeclaration prepared =
        new PrepareDeclaration(office.archive, office.time())
            .prepare(office.checked(OTHER_PERSON), Office.PROFILE, true);

    assertThat(office.send(prepared).stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void theConfirmationExcusesNoTwinThatCanBeRead() throws Exception {
    DeclarationId kept = keep("enrolment");
    office.archive.damage(office.sendNew("termination").id(), false);

    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () ->
                new PrepareDeclaration(office.archive, office.time())
                    .prepare(office.checked("enrolment"), Office.PROFILE, true));

    assertThat(thrown.fault().id()).isEqualTo("usage.alreadyInOutbox");
    assertThat(thrown.fault().details()).containsExactly(kept.toString());
  }

  @Test
  void theOthersInTheOutboxAreSentAndItIsNamed() throws Exception {
    DeclarationId damaged = keep("enrolment");
    DeclarationId whole = keep(OTHER_PERSON);
    office.archive.damage(damaged, false);

    office.sendOutbox();

    assertThat(office.stage(whole)).isEqualTo(Stage.DONE);
    Fault fault = office.outbox().leftOut().orElseThrow();
    assertThat(fault.id()).isEqualTo("archive.damaged");
    assertThat(fault.details()).containsExactly(damaged.toString());
  }

  private DeclarationId keep(String example) throws FaultException {
    PreparedDeclaration prepared = office.prepare(example);
    office.keepForLater(prepared);
    return prepared.id();
  }

  private Fault refusal(String example) {
    return catchThrowableOfType(FaultException.class, () -> office.prepare(example)).fault();
  }
}
