package org.certassist.core.repair;

import java.util.Arrays;
import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why nothing was put right, or taken back.
///
/// @param id repair.notDone (details: file, cause) · repair.refused (the system or its user said
///   no) · repair.nothingToDo · repair.nothingToUndo · repair.notUndone (details: file, cause) ·
///   repair.pastUndo (details: file; what was repaired has changed since, or the journal does not
///   say what was before) · repair.journal (details: cause) · repair.pageNotOpened; a cause is a
///   word of [org.certassist.core.fault.DiskCause]
public record RepairFault(String id, List<String> details) implements Fault {
  public RepairFault {
    details = List.copyOf(details);
  }

  public static RepairFault of(String id, Object... details) {
    return new RepairFault(id, Arrays.stream(details).map(String::valueOf).toList());
  }

  @Override
  public FaultArea area() {
    return id.equals("repair.nothingToUndo") ? FaultArea.USAGE : FaultArea.STORAGE;
  }
}
