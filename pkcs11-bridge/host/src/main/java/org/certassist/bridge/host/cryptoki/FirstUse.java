package org.certassist.bridge.host.cryptoki;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.certassist.bridge.protocol.Engine;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;
import org.certassist.bridge.protocol.TokenId;

/// Loads and links ahead what a PIN and a signature will need, most often while the user still
/// types.
///
/// Java does so at the first use of each class and each driver function, which stood between the
/// PIN and the signature for as long as a call of a slow key takes (docs/benchmarks.md). Nothing is
/// asked of the driver.
final class FirstUse implements Runnable {
  private static final List<Class<?>> CLASSES =
      List.of(
          CryptokiEngine.Place.class,
          TokenSession.class,
          TokenSession.Pair.class,
          Presence.class,
          RawSigner.class,
          RawSigner.Key.class,
          RawSigner.Asked.class,
          PinGate.class,
          SignAlgorithm.class,
          Engine.class);

  private final CkModule module;

  FirstUse(CkModule module) {
    this.module = module;
  }

  @Override
  public void run() {
    for (CkFunction function : CkFunction.values()) {
      module.link(function);
    }
    // How a record compares itself is worked out at its first comparison.
    var _ = new TokenId("", "", "").equals(new TokenId("", "", ""));
    try (PinRoom room = new PinRoom(Secret.owning(new byte[1]))) {
      var _ = room.length();
    }
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      for (Class<?> each : CLASSES) {
        var _ = lookup.ensureInitialized(each);
      }
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
