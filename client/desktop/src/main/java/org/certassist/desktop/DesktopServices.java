package org.certassist.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.certassist.core.archive.Archive;
import org.certassist.core.draft.Drafts;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.elsewhere.Elsewhere;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.ExportCertificate;
import org.certassist.core.filing.ExportDeclaration;
import org.certassist.core.filing.ExportEvidence;
import org.certassist.core.filing.FillTemplate;
import org.certassist.core.filing.HandInDeclaration;
import org.certassist.core.filing.InspectCertificates;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.filing.PrepareDeclaration;
import org.certassist.core.filing.RefusedRows;
import org.certassist.core.filing.SendDeclaration;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.filing.WithdrawDeclaration;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyFiles;
import org.certassist.core.key.KeyKeeper;
import org.certassist.core.listing.Listings;
import org.certassist.core.paper.Papers;
import org.certassist.core.portal.Portal;
import org.certassist.core.profile.Profile;
import org.certassist.core.workbook.Workbooks;
import org.certassist.desktop.doctor.DoctorServices;
import org.certassist.desktop.driver.DriverServices;
import org.certassist.desktop.fx.Opener;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;

/// Everything the window works with, made elsewhere and handed in once.
///
/// @param profiles those to choose from, never empty; the window opens with the first
/// @param portals the REST portal of a profile that offers way `rest`
/// @param devices what is plugged in at the USB sockets
/// @param keyFiles the keys in files that she opened
/// @param keeper keeps a key open where she asks for it
/// @param practice present in practice only
/// @param evidence the folder in which each declaration gets a folder of its own, named by its id
public record DesktopServices(
    List<Profile> profiles,
    CheckWorkbook check,
    KeyRing keys,
    KeyBridge bridge,
    PluggedDevices devices,
    KeyFiles keyFiles,
    KeyKeeper keeper,
    DriverServices drivers,
    DoctorServices doctor,
    InspectCertificates inspect,
    ExportCertificate exportCertificate,
    PrepareDeclaration prepare,
    SendDeclaration send,
    SendOutbox outbox,
    WithdrawDeclaration withdraw,
    ExportDeclaration export,
    HandInDeclaration handIn,
    FillTemplate fill,
    Papers papers,
    Archive archive,
    Drafts drafts,
    Elsewhere elsewhere,
    ExportEvidence exporting,
    Path evidence,
    RefusedRows refused,
    Workbooks workbooks,
    Listings listings,
    Function<Profile, Portal> portals,
    Function<Language, Texts> texts,
    Opener opener,
    Optional<PracticeHints> practice) {
  public DesktopServices {
    profiles = List.copyOf(profiles);
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("no profile");
    }
  }
}
