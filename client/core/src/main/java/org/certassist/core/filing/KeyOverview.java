package org.certassist.core.filing;

import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.SigningKey;
import org.certassist.core.time.ClockReading;

/// All drivers and keys at one moment, and the choice of one key to sign with.
///
/// @param clock by which the certificates were judged
public record KeyOverview(List<DriverReport> drivers, List<SeenKey> keys, ClockReading clock) {
  /// The states in which a driver has not said whether it sees a key, the likeliest cause first.
  private static final List<DriverState> SILENT =
      List.of(
          DriverState.BUSY,
          DriverState.HUNG,
          DriverState.CRASHED,
          DriverState.QUARANTINED,
          DriverState.SUSPICIOUS,
          DriverState.DRIVER_GONE);

  public KeyOverview {
    drivers = List.copyOf(drivers);
    keys = List.copyOf(keys);
  }

  /// A key and one of its certificates that can sign.
  public record Choice(SeenKey key, SeenCertificate certificate) {
    public SigningKey signingKey() {
      return new SigningKey(key.token(), certificate.certificate());
    }

    /// Whether it is this unit's.
    public Belonging belonging(Unit unit) {
      return UnitGuard.belonging(unit, certificate.facts());
    }

    public boolean isOf(Unit unit) {
      return belonging(unit) instanceof Belonging.Matches;
    }

    String words() {
      String organization =
          certificate.facts().flatMap(facts -> facts.withoutNumbers().organization()).orElse("?");
      return key.token().serial() + " " + organization + " " + certificate.certificate().sha256();
    }
  }

  /// Every pair that can sign.
  public List<Choice> choices() {
    return keys.stream()
        .flatMap(key ->
            key.certificates().stream()
                .filter(SeenCertificate::canSign)
                .map(certificate -> new Choice(key, certificate)))
        .toList();
  }

  /// The one key meant for these units: of several keys the only one whose certificate is one of
  /// theirs, unless one is named; else as [#choose(Optional)].
  ///
  /// @throws FaultException as [#choose(Optional)]
  public Choice choose(Optional<String> wanted, List<Unit> units) throws FaultException {
    Optional<Choice> only = wanted.isEmpty() ? onlyOneOf(units) : Optional.empty();
    return only.isPresent() ? only.get() : choose(wanted);
  }

  /// The only key whose certificate is one of these units'; empty where there is none, or several.
  public Optional<Choice> onlyOneOf(List<Unit> units) {
    List<Choice> theirs =
        choices().stream().filter(choice -> units.stream().anyMatch(choice::isOf)).toList();
    return theirs.size() == 1 ? Optional.of(theirs.getFirst()) : Optional.empty();
  }

  /// The one key meant; never one of several by silence.
  ///
  /// @param wanted a token's serial or a certificate's SHA-256
  /// @throws FaultException `key.none`, `key.busy`, `driver.unusable`, `key.absent`,
  ///   `key.noSigningCertificate`, or `usage.ambiguousKey` with the choices
  public Choice choose(Optional<String> wanted) throws FaultException {
    List<Choice> fitting =
        choices().stream()
            .filter(choice -> wanted.isEmpty() || isMeant(choice, wanted.get()))
            .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    if (fitting.size() > 1) {
      throw new FaultException(
          UsageFault.of(
              "usage.ambiguousKey",
              String.join("\n", fitting.stream().map(Choice::words).toList())));
    }
    throw new KeyException(whyNone(wanted));
  }

  /// The tokens meant, whether or not anything on them can sign; at least one.
  ///
  /// @param wanted as in [#choose]
  /// @throws KeyException `key.none`, `key.busy`, `driver.unusable` or `key.absent`
  public List<SeenKey> tokens(Optional<String> wanted) throws KeyException {
    List<SeenKey> fitting =
        keys.stream().filter(key -> wanted.isEmpty() || bears(key, wanted.get())).toList();
    if (fitting.isEmpty()) {
      throw new KeyException(keys.isEmpty() ? noKey() : new KeyFault.Absent(wanted.orElse("")));
    }
    return fitting;
  }

  /// The one token meant.
  ///
  /// @param wanted as in [#choose]
  /// @throws FaultException as [#tokens], or `usage.ambiguousKey` with the choices
  public SeenKey token(Optional<String> wanted) throws FaultException {
    List<SeenKey> fitting = tokens(wanted);
    if (fitting.size() > 1) {
      throw new FaultException(
          UsageFault.of(
              "usage.ambiguousKey",
              String.join("\n", fitting.stream().map(KeyOverview::words).toList())));
    }
    return fitting.getFirst();
  }

  /// Why there is no key at all: where a driver did not come to an answer, a key may be there all
  /// the same.
  public KeyFault noKey() {
    return SILENT.stream()
        .flatMap(state -> drivers.stream().filter(driver -> driver.state() == state))
        .findFirst()
        .map(KeyOverview::silence)
        .orElseGet(KeyFault.NoKey::new);
  }

  private static KeyFault silence(DriverReport driver) {
    return driver.state() == DriverState.BUSY
        ? new KeyFault.Busy("")
        : new KeyFault.DriverUnusable(
            driver.product(), driver.state(), driver.doubt(), driver.reason());
  }

  private static String words(SeenKey key) {
    return key.token().serial() + " " + key.token().label() + " " + key.token().driver();
  }

  private KeyFault whyNone(Optional<String> wanted) {
    if (keys.isEmpty()) {
      return noKey();
    }
    Optional<SeenKey> there =
        keys.stream().filter(key -> wanted.isEmpty() || bears(key, wanted.get())).findFirst();
    return there
        .<KeyFault>map(key -> new KeyFault.NoSigningCertificate(key.token().serial()))
        .orElseGet(() -> new KeyFault.Absent(wanted.orElse("")));
  }

  /// Whether a key is meant by a serial or by a certificate's SHA-256.
  private static boolean bears(SeenKey key, String wanted) {
    return key.token().serial().equals(wanted)
        || key.certificates().stream()
            .anyMatch(seen -> seen.certificate().sha256().equalsIgnoreCase(wanted));
  }

  private static boolean isMeant(Choice choice, String wanted) {
    return choice.key().token().serial().equals(wanted)
        || choice.certificate().certificate().sha256().equalsIgnoreCase(wanted);
  }
}
