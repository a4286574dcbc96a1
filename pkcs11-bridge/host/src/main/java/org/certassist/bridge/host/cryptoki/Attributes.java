package org.certassist.bridge.host.cryptoki;

import java.util.Map;

/// What C_GetAttributeValue gave of one object; a type that the token does not give is left out.
///
/// @param returned what the driver said of it as a whole
record Attributes(long returned, Map<Long, byte[]> values) {
  private static final byte[] NOTHING = {};

  boolean has(long type) {
    return values.containsKey(type);
  }

  byte[] orEmpty(long type) {
    return values.getOrDefault(type, NOTHING);
  }

  /// Told where a value was needed and none came.
  CkException without(String type) {
    return CkException.nonsense(CkFunction.GET_ATTRIBUTE_VALUE, returned, "no " + type);
  }
}
