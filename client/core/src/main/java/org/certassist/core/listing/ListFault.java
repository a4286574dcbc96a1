package org.certassist.core.listing;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a list cannot be understood, though it could be read.
///
/// @param id list.noHeaders (name, the words that were looked for) · list.otherMonth (name, month
///   asked for, months found) · list.noPeople (name)
public record ListFault(String id, List<String> details) implements Fault {
  public ListFault {
    details = List.copyOf(details);
  }

  public static ListFault of(String id, String... details) {
    return new ListFault(id, List.of(details));
  }

  @Override
  public FaultArea area() {
    return FaultArea.FILE;
  }
}
