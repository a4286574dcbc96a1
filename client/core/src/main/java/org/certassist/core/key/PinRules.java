package org.certassist.core.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What makes a new PIN unfit to be set, and what is to be said of one that was right.
///
/// NIST SP 800-63B §5.1.1 asks to refuse repetitive, sequential and commonly known secrets. The
/// bytes are looked at where they lie and no copy outlives the call.
public final class PinRules {
  /// The shortest PIN that Chinese CAs let users choose (BJCA's client: 6 to 16).
  public static final int SHORTEST = 6;

  /// Keys are handed out with these: Nanjing's guide for units' keys, Longmai's tool for GM3000,
  /// BJCA's client. They are known to everybody and are never tried.
  private static final List<String> KNOWN_INITIAL = List.of("123456", "12345678", "111111");

  private PinRules() {}

  /// Why a token is not to be given this new PIN; it is not asked to find out.
  ///
  /// @param present the PIN in force, where it is known
  public static Optional<KeyFault> unfit(Pin fresh, Optional<Pin> present, TokenPin token) {
    Optional<PinWeakness> weakness = weakness(fresh, present);
    if (weakness.isPresent()) {
      return weakness.map(KeyFault.NewPinWeak::new);
    }
    return token.takes(fresh.length())
        ? Optional.empty()
        : Optional.of(new KeyFault.NewPinUnusable(token.shortest(), token.longest()));
  }

  /// What is to be said of a PIN after a key has taken it. Nothing is ever tried to find out; one
  /// that was typed on the key itself is not known here.
  public static PinVerdict verdict(Pin right) {
    byte[] bytes = right.copy();
    try {
      return isKnownInitial(bytes) ? PinVerdict.KNOWN_INITIAL : PinVerdict.GOOD;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /// The first thing that is wrong with a new PIN.
  ///
  /// @param present the PIN in force, where it is known
  public static Optional<PinWeakness> weakness(Pin fresh, Optional<Pin> present) {
    byte[] bytes = fresh.copy();
    try {
      if (present.isPresent() && isEqual(bytes, present.get())) {
        return Optional.of(PinWeakness.SAME_AS_OLD);
      }
      return weakness(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Optional<PinWeakness> weakness(byte[] bytes) {
    if (characters(bytes) < SHORTEST) {
      return Optional.of(PinWeakness.TOO_SHORT);
    }
    if (isKnownInitial(bytes)) {
      return Optional.of(PinWeakness.KNOWN_INITIAL);
    }
    if (stepsBy(bytes, 0)) {
      return Optional.of(PinWeakness.ALL_SAME);
    }
    if (stepsBy(bytes, 1) || stepsBy(bytes, -1)) {
      return Optional.of(PinWeakness.SEQUENCE);
    }
    return Optional.empty();
  }

  /// Characters of UTF-8: every byte but the following ones of a longer character.
  private static int characters(byte[] utf8) {
    int count = 0;
    for (byte b : utf8) {
      count += (b & 0xc0) == 0x80 ? 0 : 1;
    }
    return count;
  }

  private static boolean isKnownInitial(byte[] bytes) {
    return KNOWN_INITIAL.stream()
        .anyMatch(known -> Arrays.equals(bytes, known.getBytes(StandardCharsets.US_ASCII)));
  }

  private static boolean stepsBy(byte[] bytes, int step) {
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] - bytes[i - 1] != step) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEqual(byte[] bytes, Pin present) {
    byte[] other = present.copy();
    try {
      return Arrays.equals(bytes, other);
    } finally {
      Arrays.fill(other, (byte) 0);
    }
  }
}
