package org.certassist.datafiles;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a file is not taken as a newer driver catalogue.
///
/// @param id catalogue.unsigned (details: file) · catalogue.altered (details: file), the signature
///   is not one over these bytes · catalogue.older (details: file, its edition, the one that
///   counts) · catalogue.unusable (details: file, place, reason) · catalogue.noUpdates, this build
///   has no key to check one with
public record CatalogueFault(String id, List<String> details) implements Fault {
  public CatalogueFault {
    details = List.copyOf(details);
  }

  static CatalogueFault of(String id, Object... details) {
    return new CatalogueFault(
        "catalogue." + id, java.util.Arrays.stream(details).map(String::valueOf).toList());
  }

  @Override
  public FaultArea area() {
    return FaultArea.FILE;
  }
}
