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

  /// A mistake of ours; the log has the cause under the same code.
  ///
  /// @param supportCode as [org.certassist.core.helpdesk.SupportCode] makes it
  record Mistake(String supportCode) implements WindowFault {
    @Override
    public String id() {
      return "window.mistake";
    }

    @Override
    public List<String> details() {
      return List.of(supportCode);
    }
  }

  /// Work ended in a way that it has no reason to.
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

  /// A draft was thrown away, or filed, since it was listed.
  record DraftGone() implements WindowFault {
    @Override
    public String id() {
      return "window.draftGone";
    }
  }

  /// Cells that would look right in a file of texts, though they are not.
  ///
  /// @param cells such as B7
  record MistakesHidden(List<String> cells) implements WindowFault {
    private static final int SHOWN = 10;

    public MistakesHidden {
      cells = List.copyOf(cells);
    }

    @Override
    public String id() {
      return "window.mistakesHidden";
    }

    @Override
    public List<String> details() {
      String some = String.join(", ", cells.subList(0, Math.min(SHOWN, cells.size())));
      return List.of(cells.size() > SHOWN ? some + " …" : some);
    }
  }

  /// A portal's own template was changed in the window, which cannot write it again.
  record PortalsOwnChanged() implements WindowFault {
    @Override
    public String id() {
      return "window.portalsOwnChanged";
    }
  }

  /// Which drivers she picked could not be written down.
  record NotRemembered() implements WindowFault {
    @Override
    public String id() {
      return "window.notRemembered";
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
