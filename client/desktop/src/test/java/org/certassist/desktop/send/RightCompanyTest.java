package org.certassist.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.filing.Belonging;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenPin;
import org.certassist.core.portal.RowAnswers;
import org.certassist.desktop.Desk;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whose key it is, is said before a PIN is asked for.
@Timeout(60)
class RightCompanyTest {
  @TempDir Path folder;

  /// One of ours waits; our key has gone.
  private Desk waiting(Office office) {
    office.withKey(PinState.OK);
    office.portal.answering(new RowAnswers(12, 0, List.of())).unreachable();
    Desk desk = new Desk(office);
    desk.files("good.xlsx", SendState.NotSent.class);
    desk.does(() -> {
      desk.send.dismiss();
      desk.check.close();
    });
    office.portal.reachableAgain();
    office.keys.pull(Office.SERIAL);
    return desk;
  }

  private static void look(Desk desk) {
    desk.does(desk.keys::look);
    desk.until(desk.keys.state(), KeyState.Looked.class);
  }

  @Test
  void theOutboxIsNotBegunWithAnotherUnitsKey() {
    Office office = new Office(folder);
    try (Desk desk = waiting(office)) {
      int before = office.keys.tries();
      office.withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD);
      look(desk);

      desk.does(desk.send::beginOutbox);

      assertThat(desk.until(desk.send.state(), SendState.OutboxNotBegun.class).fault().id())
          .isEqualTo("usage.unitMismatch");
      assertThat(desk.place()).isEqualTo("outbox");
      assertThat(office.keys.tries()).isEqualTo(before);

      office.withKey(PinState.OK);
      look(desk);
      assertThat(desk.send.state().get()).isInstanceOf(SendState.Idle.class);
    }
  }

  @Test
  void whereThePortalWouldRefuseTheCertificateNoPinIsAskedFor() {
    Office office = new Office(folder);
    try (Desk desk = waiting(office)) {
      int before = office.keys.tries();
      office.withKey(
          "2",
          Samples.UNIT,
          Samples.CREDIT_CODE,
          PinState.OK,
          new CertificateStatus(StatusCode.CHAIN_BROKEN, "unknownIssuer"));
      look(desk);

      desk.does(desk.send::beginOutbox);

      assertThat(desk.until(desk.send.state(), SendState.OutboxNotBegun.class).fault().id())
          .isEqualTo("key.certificateChain");
      assertThat(office.keys.tries()).isEqualTo(before);
    }
  }

  @Test
  void theOutboxTakesTheOnlyKeyOfAUnitThatWaits() {
    Office office = new Office(folder);
    try (Desk desk = waiting(office)) {
      office
          .withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD)
          .withKey("3", "3", Samples.UNIT, TokenPin.usual(PinState.OK));
      look(desk);
      assertThat(desk.keys.state().get().key()).isEmpty();

      assertThat(desk.asks(desk.send::beginOutbox).key().key().token().serial()).isEqualTo("3");
    }
  }

  @Test
  void whereSeveralWouldDoTheOutboxWantsOneChosen() {
    Office office = new Office(folder);
    try (Desk desk = waiting(office)) {
      office
          .withKey("2", "2", Samples.UNIT, TokenPin.usual(PinState.OK))
          .withKey("3", "3", Samples.UNIT, TokenPin.usual(PinState.OK));
      look(desk);

      desk.does(desk.send::beginOutbox);

      assertThat(desk.until(desk.send.state(), SendState.OutboxNotBegun.class).fault().id())
          .isEqualTo("usage.ambiguousKey");
    }
  }

  @Test
  void aCertificateThatNamesNoUnitIsAskedForWithAWarning() {
    Office office = new Office(folder);
    office.keys.plugIn("2", PinState.OK);
    office.certificates.put(
        new CertificateFacts(
            PaperKeys.certificate("2"),
            "CN=赵敏",
            Holder.UNKNOWN,
            "CN=CA",
            "1",
            Instant.EPOCH,
            Instant.EPOCH,
            "RSA 2048",
            CertificateUsage.SIGNING),
        CertificateStatus.GOOD);
    try (Desk desk = new Desk(office)) {
      assertThat(desk.asksFor("good.xlsx").belonging()).isInstanceOf(Belonging.CannotTell.class);
    }
  }
}
