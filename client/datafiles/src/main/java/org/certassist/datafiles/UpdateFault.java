package org.certassist.datafiles;

import java.util.Arrays;
import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a file is not taken as a newer driver catalogue, or as newer knowledge.
///
/// @param id `catalogue.` or `knowledge.` and: unsigned (details: file) · altered (details: file),
///   the signature is not one over these bytes · older (details: file, its edition, the one that
///   counts) · unusable (details: file, place, reason) · noUpdates, this build has no key to check
///   one with
public record UpdateFault(String id, List<String> details) implements Fault {
  public UpdateFault {
    details = List.copyOf(details);
  }

  static UpdateFault of(String kind, String id, Object... details) {
    return new UpdateFault(kind + "." + id, Arrays.stream(details).map(String::valueOf).toList());
  }

  @Override
  public FaultArea area() {
    return FaultArea.FILE;
  }
}
