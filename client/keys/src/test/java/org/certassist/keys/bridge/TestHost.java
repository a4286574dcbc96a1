package org.certassist.keys.bridge;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.certassist.bridge.host.HostMain;
import org.certassist.bridge.protocol.Protocol;

/// How tests start hosts.
public final class TestHost {
  private TestHost() {}

  public static HostLaunch launch() {
    return HostLaunch.withThisJava(List.of(home(HostMain.class), home(Protocol.class)));
  }

  public static Quarantine freshMemory() {
    return Quarantine.inMemory(Clock.systemUTC());
  }

  /// Deadlines that nothing healthy reaches on a busy machine.
  public static Deadlines patient() {
    return all(Duration.ofSeconds(30));
  }

  public static Deadlines all(Duration each) {
    return new Deadlines(each, each, each, each, each);
  }

  private static Path home(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
