package org.certassist.practice.portal;

import java.util.Map;

/// The unit that a certificate or a session belongs to.
record Holder(String creditCode, String name) {
  Map<String, Object> json() {
    return Map.of("creditCode", creditCode, "name", name);
  }
}
