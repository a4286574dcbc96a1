package org.certassist.cli.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.cli.Build;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.ExportCertificate;
import org.certassist.core.filing.RefusedRows;
import org.certassist.core.helpdesk.ExaminePc;
import org.certassist.core.helpdesk.ProgramVersion;
import org.certassist.core.portal.Portal;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.Desktop;
import org.certassist.desktop.DesktopServices;
import org.certassist.desktop.PracticeHints;
import org.certassist.desktop.doctor.DoctorServices;
import org.certassist.desktop.doctor.HelpServices;
import org.certassist.desktop.driver.DriverServices;
import org.certassist.desktop.fx.SystemOpener;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;

/// Hands the window the use cases it works with.
final class Window {
  private final Wiring wiring;

  Window(Wiring wiring) {
    this.wiring = wiring;
  }

  void open(Profile profile, Path evidence, Language language)
      throws FaultException, InterruptedException {
    Optional<Portal> portal =
        profile.offers(Way.REST) ? Optional.of(wiring.portal(Optional.empty())) : Optional.empty();
    Desktop.open(
        new DesktopServices(
            List.of(profile),
            wiring.checkWorkbook(),
            wiring.keyRing(),
            wiring.bridge(),
            wiring.pluggedDevices(),
            wiring.keyFiles(),
            wiring.keeper(),
            new DriverServices(
                wiring.detectDrivers(),
                wiring.installDriver(),
                wiring.runInstaller(),
                wiring.tryDriver(),
                wiring.pickedDrivers(),
                wiring.catalogueUpdates()),
            doctor(portal),
            wiring.inspectCertificates(),
            new ExportCertificate(wiring.certificates()),
            wiring.prepareDeclaration(),
            wiring.sendDeclaration(),
            wiring.sendOutbox(),
            wiring.withdrawDeclaration(),
            wiring.exportDeclaration(),
            wiring.handInDeclaration(),
            wiring.fillTemplate(),
            wiring.papers(),
            wiring.archive(),
            wiring.drafts(),
            wiring.elsewhere(),
            wiring.exportEvidence(),
            evidence,
            new RefusedRows(wiring.workbooks()),
            wiring.workbooks(),
            wiring.listings(),
            _ -> portal.orElseThrow(),
            Texts::new,
            new SystemOpener(),
            practice()),
        language);
  }

  private DoctorServices doctor(Optional<Portal> portal)
      throws FaultException, InterruptedException {
    return new DoctorServices(
        () -> wiring.checkup().pc(portal.map(Portal::address)),
        new ExaminePc(ProgramVersion.of(Build.ofThisProgram().version())),
        wiring.checkup().putRight(),
        wiring.knowledge(),
        wiring.explain(),
        wiring.products(),
        new HelpServices(
            wiring.checkup().program(),
            wiring.checkup().makeBundle(),
            wiring.checkup().bundles(),
            wiring.checkup().qrCodes(),
            wiring.checkup().logBook(),
            wiring::profile));
  }

  /// Where a newcomer finds what a real clerk was given with her key.
  private Optional<PracticeHints> practice() {
    if (!wiring.isPractice()) {
      return Optional.empty();
    }
    Path folder = wiring.practice().folder();
    return Optional.of(
        new PracticeHints(
            wiring.practice().sample().orElse(folder.resolve("sample-enrolment.xlsx")),
            folder.resolve("pin.txt")));
  }
}
