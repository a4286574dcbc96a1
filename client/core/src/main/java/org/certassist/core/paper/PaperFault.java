package org.certassist.core.paper;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why forms cannot be made on this PC.
///
/// @param id `paper.noFont`
public record PaperFault(String id, List<String> details) implements Fault {
  public PaperFault {
    details = List.copyOf(details);
  }

  public static PaperFault of(String id, String... details) {
    return new PaperFault(id, List.of(details));
  }

  @Override
  public FaultArea area() {
    return FaultArea.STORAGE;
  }
}
