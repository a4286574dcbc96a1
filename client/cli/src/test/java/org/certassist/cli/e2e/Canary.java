package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// A PIN that stands nowhere else in the world, so that whatever keeps a copy of it is found.
record Canary(String pin) {
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 14;

  static Canary fresh() {
    SecureRandom random = new SecureRandom();
    StringBuilder pin = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      pin.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return new Canary(pin.toString());
  }

  String line() {
    return pin + "\n";
  }

  String sha256() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(pin.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// How it may lie in memory or in a file: as bytes, as characters of two bytes in either order,
  /// in hexadecimal, in Base64 at each of the three places of a group.
  Map<String, byte[]> forms() {
    byte[] bytes = pin.getBytes(US_ASCII);
    Map<String, byte[]> forms = new LinkedHashMap<>();
    forms.put("UTF-8", bytes);
    forms.put("UTF-16BE", pin.getBytes(UTF_16BE));
    forms.put("UTF-16LE", pin.getBytes(UTF_16LE));
    forms.put("hex", HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
    forms.put("HEX", HexFormat.of().withUpperCase().formatHex(bytes).getBytes(US_ASCII));
    for (int before = 0; before < 3; before++) {
      forms.put("Base64+" + before, base64(bytes, before));
    }
    return forms;
  }

  /// What Base64 makes of it behind so many other bytes, without the characters it shares with
  /// others.
  private static byte[] base64(byte[] bytes, int before) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    int first = (before * 8 + 5) / 6;
    int last = shifted.length * 8 / 6;
    return Arrays.copyOfRange(Base64.getEncoder().encode(shifted), first, last);
  }
}
