package org.certassist.core.repair;

import java.util.List;
import org.certassist.core.diagnosis.Pc;

/// The port to how one repair is done on this system.
///
/// What [#before] gives is kept before anything is touched, so that a repair that was cut off can
/// still be taken back.
public interface Remedy {
  /// What is to be changed, as it is now; empty where there is nothing to change.
  ///
  /// @return lines without line breaks, for [#apply] and [#undo]
  List<String> before(Pc pc) throws RepairException, InterruptedException;

  /// @throws RepairException where it could not be done; nothing is changed then
  void apply(List<String> before) throws RepairException, InterruptedException;

  /// Makes it as it was. What is so already stays.
  ///
  /// @param before as the journal has it, which a stranger may have written
  /// @throws RepairException `repair.pastUndo` where that can never be done any more; any other
  ///   where it may be tried again
  void undo(List<String> before) throws RepairException, InterruptedException;
}
