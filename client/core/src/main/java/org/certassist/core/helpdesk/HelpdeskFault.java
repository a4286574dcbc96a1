package org.certassist.core.helpdesk;

import java.util.Arrays;
import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a phone code, a bundle or the log cannot be used.
///
/// @param id phoneCode.notDigits · phoneCode.wrongLength (details: how many digits there are, how
///   many there should be) · phoneCode.wrongCheckDigits · phoneCode.newer · phoneCode.noCode ·
///   bundle.unreadable (details: file, cause) · bundle.notOne (details: file) · bundle.newer
///   (details: file) · bundle.damaged (details: file) · bundle.tooLarge (details: file) ·
///   bundle.notWritten (details: file, cause) · log.unreadable (details: file, cause) ·
///   log.levelNotKept (details: cause); a cause is a word of [org.certassist.core.fault.DiskCause]
public record HelpdeskFault(String id, List<String> details) implements Fault {
  public HelpdeskFault {
    details = List.copyOf(details);
  }

  public static HelpdeskFault of(String id, Object... details) {
    return new HelpdeskFault(id, Arrays.stream(details).map(String::valueOf).toList());
  }

  @Override
  public FaultArea area() {
    return switch (id) {
      case "bundle.notWritten", "log.unreadable", "log.levelNotKept" -> FaultArea.STORAGE;
      default -> id.startsWith("phoneCode.") ? FaultArea.USAGE : FaultArea.FILE;
    };
  }
}
