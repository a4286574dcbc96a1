package org.certassist.core.filing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.DamagedHistory;
import org.certassist.core.archive.History;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.key.KeyDoor;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.SigningKey;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.RuleBook;
import org.certassist.core.rules.Severity;
import org.certassist.core.rules.Verdict;
import org.certassist.core.signature.Signatures;
import org.certassist.core.time.ShanghaiTime;

/// Takes up whatever waits in the outbox: signs what was only checked, sends what was signed, asks
/// for what is unconfirmed, and fetches answers that were not there yet.
public final class SendOutbox {
  private final FilingDesk.Parts parts;
  private final PrepareDeclaration preparing;

  /// One that asks nobody about revocation.
  public SendOutbox(
      Signatures signatures, Certificates certificates, Archive archive, ShanghaiTime time) {
    this(signatures, certificates, Revocations.NONE, archive, time);
  }

  public SendOutbox(
      Signatures signatures,
      Certificates certificates,
      Revocations revocations,
      Archive archive,
      ShanghaiTime time) {
    this.parts = new FilingDesk.Parts(signatures, certificates, revocations, archive, time);
    this.preparing = new PrepareDeclaration(archive, time);
  }

  /// What became of one declaration.
  ///
  /// @param fault why it was left where it is; empty when it went as far as it could
  public record Taken(DeclarationId id, Stage before, Stage after, Optional<Fault> fault) {}

  /// Those of a profile for which something is left to send or ask, oldest first; [#leftOut] says
  /// what could not be read.
  public List<History> waiting(Profile profile) throws FaultException {
    return parts.archive().readable().reversed().stream()
        .filter(history -> history.content().profile().equals(profile.id()))
        .filter(history -> history.stage().isLeftToSend())
        .toList();
  }

  /// What cannot be read and is therefore left out; empty where all is well.
  ///
  /// @throws FaultException `archive.fileDamaged`
  public Optional<Fault> leftOut() throws FaultException {
    List<String> damaged = parts.archive().damaged().stream().map(DamagedHistory::record).toList();
    return damaged.isEmpty()
        ? Optional.empty()
        : Optional.of(ArchiveFault.of("archive.damaged", String.join(", ", damaged)));
  }

  /// Sends everything that waits with one opening of the key and one login.
  ///
  /// @throws FaultException `usage.unitMismatch` when the key fits none of them, no PIN was sent
  ///   then; when the key or the portal does not let us in; nothing was changed; `archive.…` at any
  ///   point, what came before is kept
  public List<Taken> send(KeyDoor door, Profile profile, Portal portal, Progress progress)
      throws FaultException, InterruptedException {
    List<History> waiting = waiting(profile);
    if (waiting.isEmpty()) {
      return List.of();
    }
    FilingDesk.guardUnits(waiting, door.key(), parts.certificates());
    List<History> all = parts.archive().readable().reversed();
    DeclarationId first = waiting.getFirst().id();
    Map<DeclarationId, Optional<Fault>> faults = new HashMap<>();
    PortalSession session;
    try (FilingDesk desk =
        FilingDesk.open(
            door, profile, portal, parts, () -> progress.reached(Milestone.KEY_OPEN, first))) {
      progress.reached(Milestone.LOGGED_IN, first);
      for (History history : waiting) {
        faults.put(history.id(), take(history, all, door.key(), desk, profile, portal, progress));
      }
      session = desk.portal();
    }
    FollowUp following = new FollowUp(parts.archive(), progress);
    List<Taken> taken = new ArrayList<>();
    long until = System.nanoTime() + SendDeclaration.PATIENCE.toNanos();
    for (History before : waiting) {
      Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
      Optional<Fault> fault = faults.getOrDefault(before.id(), Optional.empty());
      try {
        following.await(before.id(), session, left);
      } catch (PortalException unfit) {
        fault = Optional.of(unfit.fault());
      }
      Stage after = parts.archive().find(before.id()).orElseThrow().stage();
      taken.add(new Taken(before.id(), before.stage(), after, fault));
    }
    return taken;
  }

  /// Signs and delivers one; what concerns only this one is given back and does not stop the
  /// others. A key that fails cannot sign the next one either, but what was signed before still
  /// goes; no PIN is sent again.
  ///
  /// @param all as they were when the run began; two that wait and name the same person are both
  ///   left, whichever would come first
  private Optional<Fault> take(
      History history,
      List<History> all,
      SigningKey key,
      FilingDesk desk,
      Profile profile,
      Portal portal,
      Progress progress)
      throws FaultException, InterruptedException {
    try {
      FilingDesk.guardUnit(history.content().unit(), key, parts.certificates());
      if (history.stage().mayBeWithdrawn()) {
        Twins.refuseShared(history.id(), history.content(), all);
      }
      if (history.stage() == Stage.CHECKED) {
        desk.sign(checkedAgain(history, profile), progress);
      }
      ReceiptCheck receipts = new ReceiptCheck(parts.signatures(), parts.certificates());
      new Delivery(parts.archive(), receipts, progress)
          .deliver(history.id(), profile, portal, desk.portal());
      return Optional.empty();
    } catch (FaultException left) {
      if (!concernsOnlyThisOne(left.fault())) {
        throw left;
      }
      return Optional.of(left.fault());
    }
  }

  private static boolean concernsOnlyThisOne(Fault fault) {
    return fault instanceof UsageFault
        || fault instanceof KeyFault
        || fault instanceof PortalFault.ReceiptNotBelieved;
  }

  /// What was right when it was kept may be wrong today: the rules run again for the month it is
  /// now.
  private PreparedDeclaration checkedAgain(History history, Profile profile) throws FaultException {
    Content content = history.content();
    Kind kind =
        profile
            .kind(content.kind())
            .filter(known -> known.version() == content.kindVersion())
            .orElseThrow(
                () -> new FaultException(UsageFault.of("usage.unknownKind", content.kind())));
    Verdict verdict =
        RuleBook.on(kind, profile.calendar(), parts.time().now())
            .check(draft(kind, content), profile.id(), content.source());
    return switch (verdict) {
      case Verdict.Passed passed -> preparing.resume(history, passed.declaration(), profile);
      case Verdict.Faulty faulty ->
          throw new FaultException(
              UsageFault.of(
                  "usage.noLongerValid",
                  history.id().toString(),
                  Long.toString(
                      faulty.findings().stream()
                          .filter(found -> found.severity() == Severity.ERROR)
                          .count())));
    };
  }

  private static Draft draft(Kind kind, Content content) {
    Map<String, CellValue> unit = new HashMap<>();
    unit.put("creditCode", new CellValue.Text(content.unit().creditCode()));
    unit.put("name", new CellValue.Text(content.unit().name()));
    unit.put("type", new CellValue.Text(content.unit().type().word()));
    List<DraftRow> rows =
        content.rows().stream()
            .map(row ->
                new DraftRow(
                    row.row(),
                    row.values().entrySet().stream()
                        .collect(
                            Collectors.toMap(
                                Map.Entry::getKey, cell -> new CellValue.Text(cell.getValue())))))
            .toList();
    return new Draft(kind, "", unit, 0, Map.of(), rows);
  }
}
