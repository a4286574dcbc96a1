package org.certassist.core.repair;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.repair.Action.LeadsTo;
import org.certassist.core.repair.Action.Opens;
import org.certassist.core.repair.Action.Repairs;

/// The table of what is done about which cause; a cause that only somebody else can put right is
/// not in it.
final class Actions {
  private static final Map<Cause, Action> ACTIONS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Cause.HOME_NOT_WRITABLE, new Repairs(PcRepair.MAKE_HOME_WRITABLE)),
              Map.entry(Cause.CATALOGUE_REFUSED, new Repairs(PcRepair.SET_ASIDE_CATALOGUE)),
              Map.entry(Cause.KNOWLEDGE_REFUSED, new Repairs(PcRepair.SET_ASIDE_KNOWLEDGE)),
              Map.entry(Cause.DRIVER_GONE, new Repairs(PcRepair.FORGET_GONE_DRIVERS)),
              Map.entry(Cause.DRIVER_QUARANTINED, new Repairs(PcRepair.USE_DRIVERS_AGAIN)),
              Map.entry(Cause.CARD_SERVICE_STOPPED, new Repairs(PcRepair.START_CARD_SERVICE)),
              Map.entry(Cause.CARD_SERVICE_DISABLED, new Repairs(PcRepair.START_CARD_SERVICE)),
              Map.entry(Cause.CLOCK_OFF, new Opens(SystemPage.DATE_AND_TIME)),
              Map.entry(Cause.NETWORK_NONE, new Opens(SystemPage.NETWORK)),
              Map.entry(Cause.DNS_FAILS, new Opens(SystemPage.NETWORK)),
              Map.entry(Cause.PROXY_UNREACHABLE, new Opens(SystemPage.PROXY)),
              Map.entry(Cause.PROXY_LOGIN, new Opens(SystemPage.PROXY)),
              Map.entry(Cause.DISK_FULL, new Opens(SystemPage.DISK)),
              Map.entry(Cause.DISK_NEARLY_FULL, new Opens(SystemPage.DISK)),
              Map.entry(Cause.USB_DEVICE_ERROR, new Opens(SystemPage.DEVICES)),
              Map.entry(Cause.USB_DISABLED, new Opens(SystemPage.DEVICES)),
              Map.entry(Cause.STORE_NO_PRIVATE_KEY, new Opens(SystemPage.CERTIFICATES)),
              Map.entry(Cause.STORE_STALE_TWIN, new Opens(SystemPage.CERTIFICATES)),
              Map.entry(Cause.USB_AS_CD_ROM, new LeadsTo(Lead.INSTALL_DRIVER)),
              Map.entry(Cause.DRIVER_NOT_INSTALLED, new LeadsTo(Lead.INSTALL_DRIVER)),
              Map.entry(Cause.DRIVER_MISSING_DEPENDENCY, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.DRIVER_WRONG_WORD_SIZE, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.DRIVER_SUSPICIOUS, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.DRIVER_NOT_A_DRIVER, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.DRIVER_REFUSED, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.DRIVER_REFUSES_ARGUMENTS, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.DRIVER_NONE_KNOWN, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.SECOND_DRIVER_IN_TROUBLE, new LeadsTo(Lead.DRIVERS)),
              Map.entry(Cause.PIN_LOCKED, new LeadsTo(Lead.KEY)),
              Map.entry(Cause.PIN_MUST_CHANGE, new LeadsTo(Lead.KEY)),
              Map.entry(Cause.CERTIFICATE_EXPIRED, new LeadsTo(Lead.CERTIFICATES)),
              Map.entry(Cause.CERTIFICATE_ENDS_SOON, new LeadsTo(Lead.CERTIFICATES)),
              Map.entry(Cause.CERTIFICATE_UPGRADE_NEEDED, new LeadsTo(Lead.CERTIFICATES))));

  private Actions() {}

  static Optional<Action> about(Cause cause) {
    return Optional.ofNullable(ACTIONS.get(cause));
  }
}
