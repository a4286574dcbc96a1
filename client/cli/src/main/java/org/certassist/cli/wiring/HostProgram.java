package org.certassist.cli.wiring;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.certassist.bridge.host.HostMain;
import org.certassist.bridge.protocol.Request;
import org.certassist.keys.bridge.HostLaunch;

/// Finds the host's own small class path among ours: a driver's process gets nothing else.
final class HostProgram {
  private HostProgram() {}

  static HostLaunch launch() {
    return HostLaunch.withThisJava(List.of(home(HostMain.class), home(Request.class)));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
