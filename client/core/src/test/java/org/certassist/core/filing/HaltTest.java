package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.declaration.Stage;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The program stops at any point, is started again, and the portal has the declaration exactly
/// once.
@Timeout(60)
class HaltTest {
  private static final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final Set<Milestone> BEFORE_ANYTHING_IS_ON_DISK =
      EnumSet.of(Milestone.KEY_OPEN, Milestone.LOGGED_IN, Milestone.SIGNATURE_MADE);

  private final Office office = new Office();

  @ParameterizedTest
  @EnumSource
  void aHaltAtAnyMilestoneOfSendingIsMendedByTheOutbox(Milestone milestone) throws Exception {
    office.portal.answers(answerThatLeadsTo(milestone));
    haltAt(milestone);
    PreparedDeclaration prepared = office.prepare("enrolment");
    assertThatThrownBy(() -> office.send(prepared)).isInstanceOf(Halt.class);
    assertThat(office.bridge.stillOpen()).isZero();
    office.progress = Progress.NONE;

    office.sendOutbox();

    if (BEFORE_ANYTHING_IS_ON_DISK.contains(milestone)) {
      assertThat(office.archive.all()).isEmpty();
      assertThat(office.portal.filed()).isEmpty();
      office.send(prepared);
    }
    if (milestone == Milestone.REFUSED) {
      assertThat(office.stage(prepared.id())).isEqualTo(Stage.REFUSED);
      assertThat(office.portal.filed()).isEmpty();
    } else {
      assertThat(office.stage(prepared.id())).isEqualTo(Stage.DONE);
      assertThat(office.portal.filed()).hasSize(1);
      assertThat(office.portal.filed().getFirst().document())
          .isEqualTo(office.signed(prepared.id()).document());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHaltAtAnyMilestoneOfTheOutboxIsMendedByTheOutbox(Milestone milestone) throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.keepForLater(prepared);
    office.portal.answers(answerThatLeadsTo(milestone));
    haltAt(milestone);
    assertThatThrownBy(office::sendOutbox).isInstanceOf(Halt.class);
    assertThat(office.bridge.stillOpen()).isZero();
    office.progress = Progress.NONE;

    office.sendOutbox();

    boolean refused = milestone == Milestone.REFUSED;
    assertThat(office.stage(prepared.id())).isEqualTo(refused ? Stage.REFUSED : Stage.DONE);
    assertThat(office.portal.filed()).hasSize(refused ? 0 : 1);
  }

  /// Portals that lose requests and answers, full disks, interrupts and halts, one after the other.
  @Test
  void whateverHappensInWhateverOrderNothingIsDoubledAndNothingIsLost() throws Exception {
    long seed = 20261122;
    Random random = new Random(seed);
    int runs = 1_000;
    for (int run = 0; run < runs; run++) {
      Office one = new Office();
      PreparedDeclaration prepared = one.prepare("enrolment");
      try {
        one.progress = trouble(random);
        one.archive.diskFullAt(step -> random.nextInt(6) == 0);
        one.portal.answers(randomAnswer(random));
        one.send(prepared);
      } catch (Halt | ArchiveException | InterruptedException trouble) {
        assertThat(one.bridge.stillOpen()).isZero();
      }
      for (int round = 0; round < 4; round++) {
        try {
          one.progress = trouble(random);
          one.archive.diskFullAt(step -> random.nextInt(6) == 0);
          one.portal.deaf(random.nextInt(3) == 0);
          one.portal.answers(randomAnswer(random));
          one.portal.results(new ResultsOutcome.NoAnswer("timeout"));
          one.sendOutbox();
        } catch (Halt | ArchiveException | InterruptedException trouble) {
          assertThat(one.bridge.stillOpen()).isZero();
        }
        assertThat(one.portal.filed().size()).as("run %d seed %d", run, seed).isLessThan(2);
      }
      boolean onDisk = one.archive.find(prepared.id()).isPresent();
      finish(one);
      assertThat(one.portal.filed()).as("run %d seed %d", run, seed).hasSize(onDisk ? 1 : 0);
      if (onDisk) {
        assertThat(one.stage(prepared.id())).isEqualTo(Stage.DONE);
      }
    }
  }

  private static void finish(Office office) throws Exception {
    office.progress = Progress.NONE;
    office.archive.diskFullAt(step -> false);
    office.portal.behaves();
    for (int i = 0; i < 20; i++) {
      if (office.sendOutbox().isEmpty()) {
        return;
      }
    }
  }

  private static Progress trouble(Random random) {
    return (milestone, id) -> {
      if (random.nextInt(8) == 0) {
        throw new Halt();
      }
    };
  }

  private static Answer randomAnswer(Random random) {
    List<Answer> answers =
        List.of(
            Answer.ACCEPT,
            Answer.LOSE_ANSWER,
            Answer.LOSE_REQUEST,
            Answer.INTERRUPT_AFTER_FILING,
            Answer.INTERRUPT_BEFORE_FILING);
    return answers.get(random.nextInt(answers.size()));
  }

  private static Answer answerThatLeadsTo(Milestone milestone) {
    return switch (milestone) {
      case REFUSED -> Answer.REFUSE;
      case UNCONFIRMED -> Answer.LOSE_ANSWER;
      default -> Answer.ACCEPT;
    };
  }

  private void haltAt(Milestone milestone) {
    office.progress =
        (reached, id) -> {
          if (reached == milestone) {
            throw new Halt();
          }
        };
  }
}
