package org.certassist.core.filing;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.portal.LookupOutcome;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.SubmitOutcome;
import org.certassist.core.profile.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a signed declaration to the portal exactly once: writes before it sends, and asks before
/// it sends again.
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Archive archive;
  private final ReceiptCheck receipts;
  private final Progress progress;

  Delivery(Archive archive, ReceiptCheck receipts, Progress progress) {
    this.archive = archive;
    this.receipts = receipts;
    this.progress = progress;
  }

  /// Takes the declaration as far as the portal's answer allows.
  ///
  /// An interrupt while the request is on its way leaves it SENDING: the next delivery asks first.
  ///
  /// @throws FaultException `portal.receiptNotBelieved`, and the declaration is UNCONFIRMED;
  ///   `usage.otherPortal`; `archive.…`
  void deliver(DeclarationId id, Profile profile, Portal portal, PortalSession session)
      throws FaultException, InterruptedException {
    History history = archive.find(id).orElseThrow();
    switch (history.stage()) {
      case SIGNED -> transmit(history, profile, portal, session);
      case SENDING -> {
        guardPortal(history, portal);
        append(history, new Step.Unconfirmed("interrupted"), Milestone.UNCONFIRMED);
        settle(archive.find(id).orElseThrow(), profile, portal, session);
      }
      case UNCONFIRMED -> {
        guardPortal(history, portal);
        settle(history, profile, portal, session);
      }
      case CHECKED,
          ACCEPTED,
          REFUSED,
          WITHDRAWN,
          EXPORTED,
          HANDED_IN,
          DONE,
          DONE_WITH_REFUSALS -> {}
    }
  }

  /// Only the portal it was sent to can say that it does not have it; ports change, hosts do not.
  private static void guardPortal(History history, Portal portal) throws FaultException {
    URI sentTo = history.last(Step.Sending.class).orElseThrow().portal();
    if (!Objects.equals(sentTo.getHost(), portal.address().getHost())) {
      throw new FaultException(
          UsageFault.of(
              "usage.otherPortal",
              history.id().toString(),
              sentTo.toString(),
              portal.address().toString()));
    }
  }

  private void settle(History history, Profile profile, Portal portal, PortalSession session)
      throws ArchiveException, PortalException, InterruptedException {
    switch (session.find(history.id())) {
      case LookupOutcome.Known(Receipt receipt, Receipt.Subject subject) -> {
        progress.reached(Milestone.ANSWER_HERE, history.id());
        record(history, receipt, subject, profile);
      }
      case LookupOutcome.NotKnown() -> transmit(history, profile, portal, session);
      case LookupOutcome.NoAnswer(String cause) -> leaveUnconfirmed(history, cause);
    }
  }

  private void transmit(History history, Profile profile, Portal portal, PortalSession session)
      throws ArchiveException, PortalException, InterruptedException {
    Step.Signed signed = history.last(Step.Signed.class).orElseThrow();
    append(history, new Step.Sending(portal.address()), Milestone.SENDING);
    SubmitOutcome outcome = session.submit(history.id(), signed.document(), signed.cms());
    History sending = archive.find(history.id()).orElseThrow();
    switch (outcome) {
      case SubmitOutcome.Accepted(Receipt receipt, Receipt.Subject subject) -> {
        progress.reached(Milestone.ANSWER_HERE, history.id());
        record(sending, receipt, subject, profile);
      }
      case SubmitOutcome.Refused(var problem) -> {
        progress.reached(Milestone.ANSWER_HERE, history.id());
        AfterTheAnswer.keep(
            () -> append(sending, new Step.Refused(problem), Milestone.REFUSED),
            AfterTheAnswer.any(history.id()));
      }
      case SubmitOutcome.Unconfirmed(String cause) ->
          AfterTheAnswer.keep(
              () -> leaveUnconfirmed(sending, cause), AfterTheAnswer.any(history.id()));
    }
  }

  /// A receipt that does not hold proves nothing and is not kept; asking again may give the same
  /// for ever, so its number goes to the clerk, who can ask a person.
  private void record(History history, Receipt receipt, Receipt.Subject subject, Profile profile)
      throws ArchiveException, PortalException {
    Step.Signed signed = history.last(Step.Signed.class).orElseThrow();
    Optional<String> flaw = receipts.flaw(receipt, subject, history.id(), signed, profile);
    if (flaw.isEmpty()) {
      AfterTheAnswer.keep(
          () -> append(history, new Step.Accepted(receipt), Milestone.ACCEPTED),
          AfterTheAnswer.accepted(history.id(), receipt));
      return;
    }
    leaveUnconfirmed(history, flaw.get());
    throw new PortalException(
        new PortalFault.ReceiptNotBelieved(history.id().toString(), receipt.number(), flaw.get()));
  }

  /// Keeps why it is not known whether the portal has it; the same again says nothing new.
  private void leaveUnconfirmed(History history, String cause) throws ArchiveException {
    LOG.info("declaration {} is unconfirmed: {}", history.id(), cause);
    Step.Unconfirmed now = new Step.Unconfirmed(cause);
    boolean known =
        history.stage() == Stage.UNCONFIRMED
            && history.last(Step.Unconfirmed.class).equals(Optional.of(now));
    if (!known) {
      append(history, now, Milestone.UNCONFIRMED);
    }
  }

  private void append(History history, Step step, Milestone milestone) throws ArchiveException {
    archive.append(history.id(), history.version(), step);
    progress.reached(milestone, history.id());
  }
}
