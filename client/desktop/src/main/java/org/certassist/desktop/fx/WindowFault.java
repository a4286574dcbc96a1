package org.certassist.desktop.fx;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// What can go wrong in the window itself; its words are among the window's own.
public sealed interface WindowFault extends Fault {
  @Override
  default FaultArea area() {
    return FaultArea.STORAGE;
  }

  /// A mistake of ours; the log has the cause.
  record Unexpected() implements WindowFault {
    @Override
    public String id() {
      return "window.unexpected";
    }
  }

  /// The key that lay open was let go before it could sign.
  record KeyLetGo() implements WindowFault {
    @Override
    public String id() {
      return "window.keyLetGo";
    }
  }

  /// The system shows no folder or page.
  record NotOpened(String target) implements WindowFault {
    @Override
    public String id() {
      return "window.notOpened";
    }

    @Override
    public List<String> details() {
      return List.of(target);
    }
  }
}
