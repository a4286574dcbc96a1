package org.certassist.keys.bridge;

import java.time.Duration;
import org.certassist.bridge.protocol.Request;

/// How long a host may take for each kind of call before it is killed.
///
/// @param start from process start to hello
/// @param open loading the driver and C_Initialize
/// @param login also making tokens and keys in practice
/// @param sign long enough for a button pressed on the key
/// @param other everything else
public record Deadlines(
    Duration start, Duration open, Duration login, Duration sign, Duration other) {
  public static Deadlines standard() {
    return new Deadlines(
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10));
  }

  Duration of(Request request) {
    return switch (request) {
      case Request.Hello _ -> start;
      case Request.OpenModule _ -> open;
      case Request.Login _,
          Request.ChangePin _,
          Request.UnblockPin _,
          Request.InitToken _,
          Request.GenerateKey _ ->
          login;
      case Request.Sign _, Request.SignByMechanism _ -> sign;
      case Request.ListTokens _,
          Request.ListPresent _,
          Request.Logout _,
          Request.ReadPinState _,
          Request.ListMechanisms _,
          Request.StoreCertificate _ ->
          other;
    };
  }
}
