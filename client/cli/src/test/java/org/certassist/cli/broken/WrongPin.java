package org.certassist.cli.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SigningKey;

/// A PIN that is not the key's, as a clerk types it who has forgotten it.
final class WrongPin {
  private WrongPin() {}

  static void type(KeyBridge bridge, SigningKey key) throws InterruptedException {
    try (Pin pin = Pin.ofUtf8("000000".getBytes(UTF_8))) {
      bridge.open(key, pin, true).close();
      throw new AssertionError("the PIN was taken");
    } catch (KeyException refused) {
      // as it should be
    }
  }
}
