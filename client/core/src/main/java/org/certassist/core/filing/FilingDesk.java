package org.certassist.core.filing;

import java.util.List;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.KeyDoor;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.SigningKey;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.profile.Profile;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Signatures;
import org.certassist.core.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/// A key that has taken its PIN and a portal that has let it in: the two things needed to file.
final class FilingDesk implements AutoCloseable {
  private final KeySession key;
  private final PortalSession portal;
  private final Parts parts;
  private final Profile profile;

  /// The ports a desk works with.
  record Parts(
      Signatures signatures,
      Certificates certificates,
      Revocations revocations,
      Archive archive,
      ShanghaiTime time) {}

  private FilingDesk(KeySession key, PortalSession portal, Parts parts, Profile profile) {
    this.key = key;
    this.portal = portal;
    this.parts = parts;
    this.profile = profile;
  }

  /// Logs in with the key, which opens when there is a challenge to sign and not before: a portal
  /// that is not there, a clock that is off or a certificate that has ended or is on the blacklist
  /// costs no PIN. A PIN is sent once.
  ///
  /// @throws KeyException when the key does not open; nothing was filed
  /// @throws PortalException when the portal is not reached, this PC's clock is off or the portal
  ///   refuses the certificate
  static FilingDesk open(
      KeyDoor door, Profile profile, Portal portal, Parts parts, Runnable keyIsOpen)
      throws KeyException, PortalException, InterruptedException {
    Opening opening = new Opening(door, keyIsOpen);
    List<EncodedCertificate> chain = chain(door.key(), profile, parts);
    boolean done = false;
    try {
      PortalSession session =
          portal.logIn(challenge -> {
            TermGuard.guard(door.key(), parts);
            RevocationGuard.guard(door.key(), profile, parts);
            return parts
                .signatures()
                .sign(challenge, opening.key(), packing(chain, profile, parts))
                .cms();
          });
      FilingDesk desk = new FilingDesk(opening.key(), session, parts, profile);
      done = true;
      return desk;
    } finally {
      if (!done) {
        opening.close();
      }
    }
  }

  /// A key that is opened when it is first needed, and only then.
  private static final class Opening implements AutoCloseable {
    private final KeyDoor door;
    private final Runnable isOpen;
    private @Nullable KeySession key;

    Opening(KeyDoor door, Runnable isOpen) {
      this.door = door;
      this.isOpen = isOpen;
    }

    KeySession key() throws KeyException, InterruptedException {
      KeySession open = key;
      if (open == null) {
        open = door.open();
        key = open;
        isOpen.run();
      }
      return open;
    }

    @Override
    public void close() {
      if (key != null) {
        key.close();
      }
    }
  }

  PortalSession portal() {
    return portal;
  }

  /// Refuses to sign for one company with another one's key.
  static void guardUnit(Unit unit, SigningKey key, Certificates certificates)
      throws FaultException {
    var _ = UnitGuard.guard(unit, certificates.read(key.certificate()));
  }

  /// Refuses a key that may file none of these, of which there is at least one.
  static void guardUnits(List<History> declarations, SigningKey key, Certificates certificates)
      throws FaultException {
    List<Unit> units = declarations.stream().map(one -> one.content().unit()).toList();
    var _ = UnitGuard.guardAny(units, certificates.read(key.certificate()));
  }

  /// Signs the exact bytes, while the certificate lasts, and keeps them with their signature before
  /// anything else happens.
  void sign(PreparedDeclaration prepared, Progress progress)
      throws KeyException, ArchiveException, InterruptedException {
    TermGuard.guard(key.key(), parts);
    List<EncodedCertificate> chain = chain(key.key(), profile, parts);
    Signatures.Made made =
        parts.signatures().sign(prepared.document(), key, packing(chain, profile, parts));
    progress.reached(Milestone.SIGNATURE_MADE, prepared.id());
    int version = parts.archive().find(prepared.id()).map(History::version).orElse(0);
    parts
        .archive()
        .append(
            prepared.id(),
            version,
            new Step.Signed(
                prepared.declaration().content(),
                prepared.document(),
                made.cms(),
                key.key().certificate(),
                chain,
                key.key().token().serial(),
                key.key().token().driver(),
                made.engine()));
    progress.reached(Milestone.SIGNED, prepared.id());
  }

  private static List<EncodedCertificate> chain(SigningKey key, Profile profile, Parts parts) {
    return parts
        .certificates()
        .chain(key.certificate(), key.token().issuers(profile.intermediates()));
  }

  private static Packing packing(List<EncodedCertificate> chain, Profile profile, Parts parts) {
    return new Packing(chain, parts.time().instant(), profile.sm2Form());
  }

  /// Logs out of the key; the portal's token is forgotten with this object.
  @Override
  public void close() {
    key.close();
  }
}
