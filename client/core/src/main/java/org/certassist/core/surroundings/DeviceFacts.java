package org.certassist.core.surroundings;

import java.util.List;

/// What the system says of devices that it cannot use as they are.
///
/// @param troubled those at the USB sockets
/// @param storageForbidden a policy forbids to read disks and CD-ROMs at the USB sockets, and so
///   the installer that some keys carry
public record DeviceFacts(List<TroubledDevice> troubled, boolean storageForbidden) {
  public DeviceFacts {
    troubled = List.copyOf(troubled);
  }
}
