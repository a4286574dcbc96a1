package org.certassist.bridge.protocol;

/// The numbers both ends of the bridge agree on.
public final class Protocol {
  /// The one version spoken today; the hello exchange compares it.
  public static final int VERSION = 1;

  /// The largest value a frame's length field may have.
  public static final int MAX_LENGTH = 1 << 20;

  /// Bytes of a frame before its payload that the length field counts: request id and type.
  public static final int HEAD = 6;

  /// The size to which a frame that holds a PIN is padded.
  ///
  /// The JDK's process streams copy smaller writes into a buffer on the heap that nobody wipes; a
  /// write of this size passes it by. The JDK's native code still copies each write to its stack.
  public static final int PIN_FRAME = 8192;

  /// The most bytes that may be handed over to be signed; a document never is, only its digest or
  /// its signed attributes.
  public static final int MAX_DATA = 64 * 1024;

  private Protocol() {}
}
