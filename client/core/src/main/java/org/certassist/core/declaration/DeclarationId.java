package org.certassist.core.declaration;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The id of a declaration, made on the client; also the portal's idempotency key.
public record DeclarationId(UUID value) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public static DeclarationId random() {
    return new DeclarationId(UUID.randomUUID());
  }

  public static Optional<DeclarationId> parse(String text) {
    // UUID.fromString alone would take 1-1-1-1-1 for an id.
    return FORM.matcher(text).matches()
        ? Optional.of(new DeclarationId(UUID.fromString(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
