package org.certassist.core.filing;

import java.time.Duration;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.History;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.Content;
import org.certassist.core.fault.FaultArea;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.KeyDoor;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.profile.Profile;
import org.certassist.core.signature.Signatures;
import org.certassist.core.time.ShanghaiTime;

/// The main job: sign a prepared declaration with the key, file it, and wait for the rows' answers.
public final class SendDeclaration {
  /// How long row answers are waited for before they are left to a later look.
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FilingDesk.Parts parts;
  private final PrepareDeclaration preparing;

  /// One that asks nobody about revocation.
  public SendDeclaration(
      Signatures signatures, Certificates certificates, Archive archive, ShanghaiTime time) {
    this(signatures, certificates, Revocations.NONE, archive, time);
  }

  public SendDeclaration(
      Signatures signatures,
      Certificates certificates,
      Revocations revocations,
      Archive archive,
      ShanghaiTime time) {
    this.parts = new FilingDesk.Parts(signatures, certificates, revocations, archive, time);
    this.preparing = new PrepareDeclaration(archive, time);
  }

  /// Does the whole of it; the history that comes back says how far it came.
  ///
  /// Where the portal is not reached the declaration is kept in the outbox and the fault is thrown
  /// on; where the key fails or the portal refuses the login, nothing is kept and nothing was
  /// filed.
  ///
  /// @throws FaultException of area USAGE, KEY, REFUSED, UNREACHED or STORAGE;
  ///   `portal.receiptNotBelieved` leaves it UNCONFIRMED, `portal.answersDoNotFit` ACCEPTED
  public History send(PreparedDeclaration prepared, KeyDoor door, Portal portal, Progress progress)
      throws FaultException, InterruptedException {
    Profile profile = prepared.profile();
    Content content = prepared.declaration().content();
    PrepareDeclaration.refuseStale(prepared.declaration().content(), profile, parts.time());
    FilingDesk.guardUnit(content.unit(), door.key(), parts.certificates());
    new Twins(parts.archive()).refuse(prepared.id(), content);
    PortalSession session;
    try (FilingDesk desk =
        FilingDesk.open(
            door,
            profile,
            portal,
            parts,
            () -> progress.reached(Milestone.KEY_OPEN, prepared.id()))) {
      progress.reached(Milestone.LOGGED_IN, prepared.id());
      // Typing the PIN takes minutes, and another window or command may have kept one meanwhile.
      new Twins(parts.archive()).refuse(prepared.id(), content);
      desk.sign(prepared, progress);
      session = desk.portal();
    } catch (PortalException notIn) {
      if (notIn.fault().area() == FaultArea.UNREACHED) {
        preparing.keepForLater(prepared);
      }
      throw notIn;
    }
    ReceiptCheck receipts = new ReceiptCheck(parts.signatures(), parts.certificates());
    Archive archive = parts.archive();
    new Delivery(archive, receipts, progress).deliver(prepared.id(), profile, portal, session);
    new FollowUp(archive, progress).await(prepared.id(), session, PATIENCE);
    return archive.find(prepared.id()).orElseThrow();
  }
}
