package org.certassist.core.diagnosis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;

/// The way from the USB socket to the key's PIN.
final class KeyChecks {
  /// What a driver's state is the cause of; a state that is missing is no trouble.
  private static final Map<DriverState, Cause> DRIVER_CAUSES =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(DriverState.DRIVER_GONE, Cause.DRIVER_GONE),
              Map.entry(DriverState.WRONG_WORD_SIZE, Cause.DRIVER_WRONG_WORD_SIZE),
              Map.entry(DriverState.MISSING_DEPENDENCY, Cause.DRIVER_MISSING_DEPENDENCY),
              Map.entry(DriverState.SUSPICIOUS, Cause.DRIVER_SUSPICIOUS),
              Map.entry(DriverState.NOT_A_DRIVER, Cause.DRIVER_NOT_A_DRIVER),
              Map.entry(DriverState.REFUSED, Cause.DRIVER_REFUSED),
              Map.entry(DriverState.REFUSES_ARGUMENTS, Cause.DRIVER_REFUSES_ARGUMENTS),
              Map.entry(DriverState.BUSY, Cause.DRIVER_BUSY),
              Map.entry(DriverState.CRASHED, Cause.DRIVER_CRASHED),
              Map.entry(DriverState.HUNG, Cause.DRIVER_HUNG),
              Map.entry(DriverState.QUARANTINED, Cause.DRIVER_QUARANTINED)));

  /// What is worth a word also where no plugged key needs the driver: it costs time, or may hide a
  /// key. A library of the wrong word size that nobody needs is no trouble.
  private static final Set<DriverState> CONCERNS_ALL =
      Set.of(DriverState.HUNG, DriverState.CRASHED, DriverState.QUARANTINED, DriverState.BUSY);

  /// What is wrong with a plugged key whose driver is on this PC.
  private static final Set<KeyVerdict> WITH_DRIVER =
      Set.of(KeyVerdict.DRIVER_IN_TROUBLE, KeyVerdict.NOT_SEEN);

  /// Of several keys, the one that is nearest to being used is the one to file with: many a PC has
  /// a bank's key in another socket.
  private static final List<KeyVerdict> HOPE =
      List.of(
          KeyVerdict.DRIVER_IN_TROUBLE,
          KeyVerdict.NOT_SEEN,
          KeyVerdict.NOT_INSTALLED,
          KeyVerdict.SKF_ONLY,
          KeyVerdict.NO_DRIVER_KNOWN);

  private static final Set<CardService> SERVICE_WORKS =
      Set.of(CardService.RUNNING, CardService.ON_DEMAND, CardService.UNKNOWN);

  /// Without a PIN that can be typed nothing is signed.
  private static final Map<PinState, Cause> PIN_STOPS =
      Map.of(PinState.LOCKED, Cause.PIN_LOCKED, PinState.NOT_SET, Cause.PIN_NOT_SET);

  private static final Map<PinState, Cause> PIN_WARNS =
      Map.of(
          PinState.LAST_TRY, Cause.PIN_LAST_TRY,
          PinState.WRONG_TRIED, Cause.PIN_WRONG_TRIED,
          PinState.MUST_CHANGE, Cause.PIN_MUST_CHANGE);

  private KeyChecks() {}

  /// Whether there is anything to look for. Where no socket shows a key, a driver in trouble may be
  /// the reason that none is seen, and is asked about next.
  static CheckResult plugged(Pc pc) throws InterruptedException {
    KeyFacts facts = pc.keys();
    Optional<CheckResult> refused = DeviceChecks.refused(pc, facts);
    if (!facts.keys().keys().isEmpty()) {
      return refused
          .map(DeviceChecks::asWarning)
          .orElseGet(() -> CheckResult.ok(CheckId.PLUGGED, names(facts)));
    }
    if (refused.isPresent()) {
      return refused.get();
    }
    List<PluggedKey> plugged = facts.drivers().plugged();
    if (with(plugged, KeyVerdict.AS_CD_ROM).isPresent()) {
      return CheckResult.failed(CheckId.PLUGGED, Cause.USB_AS_CD_ROM, names(facts));
    }
    boolean onlyUnknown =
        plugged.stream().allMatch(key -> key.verdict() == KeyVerdict.UNKNOWN_DEVICE);
    if (!onlyUnknown) {
      return CheckResult.ok(CheckId.PLUGGED, names(facts));
    }
    if (troubled(facts.drivers().drivers()).isPresent()) {
      return CheckResult.unknown(CheckId.PLUGGED, "driverInTrouble");
    }
    return CheckResult.failed(CheckId.PLUGGED, nothing(pc, plugged), names(facts));
  }

  /// A built-in reader looks like an unknown key, so that a session elsewhere is the likelier
  /// cause.
  private static Cause nothing(Pc pc, List<PluggedKey> unknown) {
    if (pc.system().remote()) {
      return Cause.REMOTE_SESSION;
    }
    if (!unknown.isEmpty()) {
      return Cause.USB_UNKNOWN_DEVICE;
    }
    return pc.system().virtual() ? Cause.VIRTUAL_MACHINE : Cause.KEY_NOT_PLUGGED;
  }

  /// What is plugged in and known as a key; a reader that nobody knows may be built in.
  private static Stream<PluggedKey> known(KeyFacts facts) {
    return facts.drivers().plugged().stream()
        .filter(key -> key.verdict() != KeyVerdict.UNKNOWN_DEVICE);
  }

  /// Only a smart-card device that no driver shows needs the service; where a key works it is
  /// there.
  static CheckResult cardService(Pc pc) throws InterruptedException {
    CardService service = pc.cardService();
    KeyFacts facts = pc.keys();
    boolean needed =
        facts.keys().keys().isEmpty()
            && known(facts)
                .anyMatch(key -> key.device().roles().contains(UsbDevice.Role.SMART_CARD));
    if (!needed || SERVICE_WORKS.contains(service)) {
      return CheckResult.ok(CheckId.CARD_SERVICE, service.word());
    }
    return CheckResult.failed(
        CheckId.CARD_SERVICE,
        switch (service) {
          case DISABLED -> Cause.CARD_SERVICE_DISABLED;
          case MISSING -> Cause.CARD_SERVICE_MISSING;
          case STOPPED, RUNNING, ON_DEMAND, UNKNOWN -> Cause.CARD_SERVICE_STOPPED;
        });
  }

  static CheckResult driver(Pc pc) throws InterruptedException {
    KeyFacts facts = pc.keys();
    if (!facts.keys().keys().isEmpty()) {
      return working(facts);
    }
    return known(facts)
        .sorted(Comparator.comparingInt(key -> HOPE.indexOf(key.verdict())))
        .flatMap(key -> trouble(key).stream())
        .findFirst()
        .or(() -> troubled(facts.drivers().drivers()).map(KeyChecks::failed))
        .orElseGet(() -> CheckResult.failed(CheckId.DRIVER, Cause.KEY_NOT_PLUGGED));
  }

  /// A key that works while another one, or another driver, does not. One of which no driver is
  /// here may be a bank's and is nobody's trouble.
  private static CheckResult working(KeyFacts facts) {
    Optional<CheckResult> other =
        known(facts)
            .filter(key -> WITH_DRIVER.contains(key.verdict()))
            .flatMap(key -> trouble(key).stream())
            .findFirst();
    if (other.isPresent()) {
      CheckResult finding = other.get();
      return new CheckResult(
          CheckId.DRIVER,
          CheckResult.State.WARNING,
          finding.cause(),
          finding.word(),
          finding.evidence());
    }
    return troubled(facts.drivers().drivers())
        .map(report ->
            CheckResult.warning(
                CheckId.DRIVER,
                Cause.SECOND_DRIVER_IN_TROUBLE,
                report.product(),
                report.state().word()))
        .orElseGet(() ->
            CheckResult.ok(
                CheckId.DRIVER,
                facts.keys().keys().stream()
                    .map(key -> key.token().driver())
                    .distinct()
                    .toArray(String[]::new)));
  }

  private static Optional<CheckResult> trouble(PluggedKey key) {
    String name = name(key);
    return switch (key.verdict()) {
      case READY, AS_CD_ROM, UNKNOWN_DEVICE -> Optional.empty();
      case DRIVER_IN_TROUBLE -> key.driver().map(KeyChecks::failed);
      case NOT_SEEN -> Optional.of(failed(Cause.DRIVER_SEES_NO_KEY, name));
      case NOT_INSTALLED -> Optional.of(failed(Cause.DRIVER_NOT_INSTALLED, name));
      case SKF_ONLY -> Optional.of(failed(Cause.DRIVER_SKF_ONLY, name));
      case NO_DRIVER_KNOWN -> Optional.of(failed(Cause.DRIVER_NONE_KNOWN, name));
    };
  }

  private static CheckResult failed(DriverReport report) {
    return CheckResult.failed(
        CheckId.DRIVER,
        DRIVER_CAUSES.getOrDefault(report.state(), Cause.DRIVER_REFUSED),
        report.product(),
        report.reason());
  }

  private static CheckResult failed(Cause cause, String name) {
    return CheckResult.failed(CheckId.DRIVER, cause, name, "");
  }

  /// Where one of several keys can be used, the others' trouble is worth a word only.
  static CheckResult pin(Pc pc) throws InterruptedException {
    List<SeenKey> keys = pc.keys().keys().keys();
    Optional<SeenKey> stopped = in(keys, PIN_STOPS.keySet());
    if (stopped.isPresent()) {
      Cause cause = PIN_STOPS.getOrDefault(state(stopped.get()), Cause.PIN_LOCKED);
      boolean all = keys.stream().allMatch(key -> PIN_STOPS.containsKey(state(key)));
      return all
          ? CheckResult.failed(CheckId.PIN, cause, stopped.get().token().serial())
          : CheckResult.warning(CheckId.PIN, cause, stopped.get().token().serial());
    }
    return in(keys, PIN_WARNS.keySet())
        .map(key ->
            CheckResult.warning(
                CheckId.PIN,
                PIN_WARNS.getOrDefault(state(key), Cause.PIN_WRONG_TRIED),
                key.token().serial()))
        .orElseGet(() -> CheckResult.ok(CheckId.PIN));
  }

  private static PinState state(SeenKey key) {
    return key.token().pin().state();
  }

  private static Optional<SeenKey> in(List<SeenKey> keys, Set<PinState> states) {
    return keys.stream().filter(key -> states.contains(state(key))).findFirst();
  }

  /// A driver in trouble that the user named, or that concerns all.
  private static Optional<DriverReport> troubled(List<DriverReport> reports) {
    return reports.stream()
        .filter(report -> DRIVER_CAUSES.containsKey(report.state()))
        .filter(report -> report.isUsersChoice() || CONCERNS_ALL.contains(report.state()))
        .findFirst();
  }

  private static Optional<PluggedKey> with(List<PluggedKey> plugged, KeyVerdict verdict) {
    return plugged.stream().filter(key -> key.verdict() == verdict).findFirst();
  }

  private static String names(KeyFacts facts) {
    List<PluggedKey> plugged = facts.drivers().plugged();
    return plugged.isEmpty()
        ? String.join(", ", facts.keys().keys().stream().map(key -> key.token().model()).toList())
        : String.join(", ", plugged.stream().map(KeyChecks::name).toList());
  }

  private static String name(PluggedKey key) {
    return key.product().map(Product::name).orElse(key.device().name());
  }
}
