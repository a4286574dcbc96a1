package org.certassist.core.fault;

import java.util.List;

/// A command or choice that cannot be carried out as it was given.
public record UsageFault(String id, List<String> details) implements Fault {
  public UsageFault {
    details = List.copyOf(details);
  }

  public static UsageFault of(String id, String... details) {
    return new UsageFault(id, List.of(details));
  }

  @Override
  public FaultArea area() {
    return FaultArea.USAGE;
  }
}
