package org.certassist.core.installer;

import java.util.Arrays;
import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why an installer was not brought here or not run.
///
/// @param id before anything ran: installer.unreached (details: server, a word of `cause.…`) ·
///   installer.insecure (details: server), it leads to an address without https ·
///   installer.notTheFile (details: file), other bytes than the catalogue's · installer.notKept
///   (details: folder, a word of [org.certassist.core.fault.DiskCause]) · installer.notRead
///   (details: file in IT's folder, such a word) · installer.folderShared (details: folder), others
///   could exchange what lies there · installer.otherPublisher (details: file, expected, found) ·
///   installer.publisherUnknown (details: file, expected), the system gave no answer about its
///   signature · installer.notStarted (details: file) · installer.noRights (details: file), the
///   system has no way to ask an administrator. Then: installer.declined, the system's question was
///   answered with no · installer.failed (details: file, exit value) · installer.stillRunning
///   (details: file, minutes). Beside an offer: installer.policyIgnored (details: file), anybody
///   could have written it, or it says nothing that can be understood · installer.notInFolder
///   (details: folder)
public record InstallerFault(String id, List<String> details) implements Fault {
  public InstallerFault {
    details = List.copyOf(details);
  }

  public static InstallerFault of(String id, Object... details) {
    return new InstallerFault(
        "installer." + id, Arrays.stream(details).map(String::valueOf).toList());
  }

  @Override
  public FaultArea area() {
    return id.equals("installer.unreached") || id.equals("installer.insecure")
        ? FaultArea.UNREACHED
        : FaultArea.STORAGE;
  }
}
