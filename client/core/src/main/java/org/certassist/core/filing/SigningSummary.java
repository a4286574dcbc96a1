package org.certassist.core.filing;

import java.time.YearMonth;
import java.util.List;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;

/// What is about to be signed, as it is shown before the PIN is asked for.
///
/// @param namesIn people whose insurance begins; empty unless the kind brings people in
/// @param namesOut people whose insurance ends
/// @param sha256 of the exact bytes
/// @param notCovered what this filing does not do, in the portal's words
public record SigningSummary(
    Unit unit,
    Kind kind,
    YearMonth settlementMonth,
    int rows,
    List<String> namesIn,
    List<String> namesOut,
    String sha256,
    List<String> covers,
    List<String> notCovered) {
  public SigningSummary {
    namesIn = List.copyOf(namesIn);
    namesOut = List.copyOf(namesOut);
    covers = List.copyOf(covers);
    notCovered = List.copyOf(notCovered);
  }

  @Override
  public String toString() {
    return "SigningSummary[" + kind.id() + ", " + rows + " rows, " + sha256 + "]";
  }
}
