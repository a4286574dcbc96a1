package org.certassist.bridge.host.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.certassist.bridge.protocol.Secret;

/// A PIN in native memory for the time of one call, wiped when it is closed. An empty one is the
/// null pointer, which stands for "typed on the key".
final class PinRoom implements AutoCloseable {
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment pin;

  PinRoom(Secret pin) {
    this.pin =
        pin.isEmpty() ? MemorySegment.NULL : arena.allocateFrom(ValueLayout.JAVA_BYTE, pin.bytes());
  }

  MemorySegment pin() {
    return pin;
  }

  /// In bytes.
  long length() {
    return pin.byteSize();
  }

  @Override
  public void close() {
    pin.fill((byte) 0);
    arena.close();
  }
}
