package org.certassist.core.filing;

import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.Holder;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;

/// Refuses to sign for one company with another one's key.
public final class UnitGuard {
  private UnitGuard() {}

  /// @param facts empty where the certificate cannot be read
  /// @throws FaultException `usage.unitMismatch` where it is another company's
  public static Belonging guard(Unit unit, Optional<CertificateFacts> facts) throws FaultException {
    Belonging belonging = belonging(unit, facts);
    if (belonging instanceof Belonging.Differs) {
      throw new FaultException(
          UsageFault.of(
              "usage.unitMismatch",
              unit.name() + " " + unit.creditCode(),
              facts.map(UnitGuard::words).orElse("")));
    }
    return belonging;
  }

  /// The same for a key that is to sign for several units, of which it need not fit all.
  ///
  /// @param units at least one
  /// @throws FaultException `usage.unitMismatch` where it is none of theirs
  public static Belonging guardAny(List<Unit> units, Optional<CertificateFacts> facts)
      throws FaultException {
    Optional<Belonging> fitting =
        units.stream()
            .map(unit -> belonging(unit, facts))
            .filter(belonging -> !(belonging instanceof Belonging.Differs))
            .min(UnitGuard::surestFirst);
    return fitting.isPresent() ? fitting.get() : guard(units.getFirst(), facts);
  }

  private static int surestFirst(Belonging one, Belonging other) {
    return Boolean.compare(other instanceof Belonging.Matches, one instanceof Belonging.Matches);
  }

  static Belonging belonging(Unit unit, Optional<CertificateFacts> facts) {
    return Belonging.of(facts.map(CertificateFacts::holder).orElse(Holder.UNKNOWN), unit);
  }

  private static String words(CertificateFacts facts) {
    return (facts.withoutNumbers().organization().orElse("") + " " + facts.creditCode().orElse(""))
        .strip();
  }
}
