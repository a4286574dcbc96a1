package org.certassist.practice;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why practice cannot be set up.
public sealed interface PracticeFault extends Fault {
  /// `--module` names a module other than SoftHSM2; nothing on its tokens was touched.
  ///
  /// @param description what its tokens say of themselves
  record NotSoftHsm(String module, String description) implements PracticeFault {
    @Override
    public String id() {
      return "practice.notSoftHsm";
    }

    @Override
    public FaultArea area() {
      return FaultArea.USAGE;
    }

    @Override
    public List<String> details() {
      return List.of(module, description);
    }
  }

  /// The practice folder cannot be read or written.
  ///
  /// @param cause a word of [org.certassist.core.fault.DiskCause]
  record FolderUnusable(String folder, String cause) implements PracticeFault {
    @Override
    public String id() {
      return "practice.folderUnusable";
    }

    @Override
    public FaultArea area() {
      return FaultArea.STORAGE;
    }

    @Override
    public List<String> details() {
      return List.of(folder, cause);
    }
  }
}
