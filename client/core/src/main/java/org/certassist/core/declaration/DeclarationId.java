package org.certassist.core.declaration;

import java.util.Optional;
import java.util.UUID;

/// The id of a declaration, made on the client; also the portal's idempotency key.
public record DeclarationId(UUID value) {
  public static DeclarationId random() {
    return new DeclarationId(UUID.randomUUID());
  }

  public static Optional<DeclarationId> parse(String text) {
    try {
      return Optional.of(new DeclarationId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
