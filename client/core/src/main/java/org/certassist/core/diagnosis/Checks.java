package org.certassist.core.diagnosis;

import java.util.List;

/// The table of all checks, in the order of [CheckId].
final class Checks {
  private Checks() {}

  static List<Check> all() {
    return List.of(
        new Check(CheckId.SYSTEM, PcChecks::system),
        new Check(CheckId.PROGRAM, SurroundingsChecks::program),
        new Check(CheckId.STORAGE, PcChecks::storage),
        new Check(CheckId.ARCHIVE, PcChecks::archive),
        new Check(CheckId.FONTS, PcChecks::fonts),
        new Check(CheckId.CATALOGUE, PcChecks::catalogue),
        new Check(CheckId.KNOWLEDGE, PcChecks::knowledge),
        new Check(CheckId.UPDATES, PcChecks::updates),
        new Check(CheckId.PLUGGED, KeyChecks::plugged),
        new Check(CheckId.CARD_SERVICE, KeyChecks::cardService),
        new Check(CheckId.DRIVER, KeyChecks::driver),
        new Check(CheckId.PIN, KeyChecks::pin),
        new Check(CheckId.SIGNING_CERTIFICATE, CertificateChecks::signing),
        new Check(CheckId.STATUS_CODE, CertificateChecks::statusCode),
        new Check(CheckId.EXPIRY, CertificateChecks::expiry),
        new Check(CheckId.UNITS_NUMBER, CertificateChecks::unitsNumber),
        new Check(CheckId.ALGORITHM, CertificateChecks::algorithm),
        new Check(CheckId.UNIT, CertificateChecks::unit),
        new Check(CheckId.STORE, SurroundingsChecks::store),
        new Check(CheckId.PAGE, PageChecks::page),
        new Check(CheckId.PORTAL, PortalChecks::portal),
        new Check(CheckId.CLOCK, PortalChecks::clock),
        new Check(CheckId.REVOCATION, CertificateChecks::revocation),
        new Check(CheckId.CALENDAR, PortalChecks::calendar),
        new Check(CheckId.BROWSER, SurroundingsChecks::browser),
        new Check(CheckId.ASSISTANTS, SurroundingsChecks::assistants));
  }
}
