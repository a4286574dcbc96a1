package org.certassist.practice.portal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The nonces given out to log in with; each can be taken once, for five minutes.
final class Challenges {
  static final Duration LASTS = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> open = new LinkedHashMap<>();

  synchronized String issue(Instant now) {
    Iterator<Instant> oldest = open.values().iterator();
    while (oldest.hasNext() && (!oldest.next().isAfter(now) || open.size() >= MOST)) {
      oldest.remove();
    }
    String nonce = random(random);
    open.put(nonce, now.plus(LASTS));
    return nonce;
  }

  /// Whether the nonce was open; it is used up now.
  synchronized boolean take(String nonce, Instant now) {
    Instant until = open.remove(nonce);
    return until != null && now.isBefore(until);
  }

  /// 32 random bytes, base64url.
  static String random(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
