package org.certassist.keys.contract.card;

import java.util.Arrays;

/// A PIN or PUK on the card with its retry counter (NIST SP 800-73-4 Part 2 §2.4.3).
///
/// Eight bytes, the shorter ones filled up with FF.
final class Reference {
  static final int LENGTH = 8;

  private final int most;
  private byte[] value;
  private int left;
  private int compared;
  private boolean verified;

  Reference(byte[] value, int most) {
    this.value = value.clone();
    this.most = most;
    this.left = most;
  }

  /// Compares, at the cost of a try when it is wrong.
  ///
  /// @return the status word: done, so many tries left, or blocked without a look
  byte[] verify(byte[] given) {
    if (left == 0) {
      return StatusWord.BLOCKED.bytes();
    }
    compared++;
    if (Arrays.equals(value, given)) {
      left = most;
      verified = true;
      return StatusWord.OK.bytes();
    }
    left--;
    verified = false;
    return StatusWord.triesLeft(left);
  }

  /// What VERIFY without data answers.
  byte[] state() {
    if (verified) {
      return StatusWord.OK.bytes();
    }
    return left == 0 ? StatusWord.BLOCKED.bytes() : StatusWord.triesLeft(left);
  }

  /// Sets a new value, all its tries again.
  void set(byte[] fresh) {
    value = fresh.clone();
    left = most;
  }

  void forget() {
    verified = false;
  }

  boolean verified() {
    return verified;
  }

  int left() {
    return left;
  }

  /// How often a value was compared, right or wrong.
  int compared() {
    return compared;
  }

  static boolean fits(byte[] given) {
    return given.length == LENGTH;
  }
}
