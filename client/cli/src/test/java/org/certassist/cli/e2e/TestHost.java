package org.certassist.cli.e2e;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.certassist.bridge.host.HostMain;
import org.certassist.bridge.protocol.Protocol;
import org.certassist.keys.bridge.HostLaunch;

/// How tests start hosts of their own.
final class TestHost {
  private TestHost() {}

  static HostLaunch launch() {
    return HostLaunch.withThisJava(List.of(home(HostMain.class), home(Protocol.class)));
  }

  private static Path home(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
