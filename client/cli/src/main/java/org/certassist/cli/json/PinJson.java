package org.certassist.cli.json;

import org.certassist.core.key.TokenPin;

/// A key's PIN in `keys --json` and `pin --json`.
///
/// @param shortest and `longest`: bytes of a PIN, 0 where the driver does not say
public record PinJson(
    String state, boolean pinPad, String administrator, int shortest, int longest) {
  public static PinJson of(TokenPin pin) {
    return new PinJson(
        pin.state().word(), pin.pad(), pin.administrator().word(), pin.shortest(), pin.longest());
  }
}
