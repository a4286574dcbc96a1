package org.certassist.core.filing;

import java.util.List;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.CheckedDeclaration;

/// A checked declaration with its id and its exact bytes, ready to be shown and signed.
public final class PreparedDeclaration {
  private final DeclarationId id;
  private final CheckedDeclaration declaration;
  private final byte[] document;
  private final Profile profile;

  PreparedDeclaration(
      DeclarationId id, CheckedDeclaration declaration, byte[] document, Profile profile) {
    this.id = id;
    this.declaration = declaration;
    this.document = document.clone();
    this.profile = profile;
  }

  public DeclarationId id() {
    return id;
  }

  public CheckedDeclaration declaration() {
    return declaration;
  }

  public Profile profile() {
    return profile;
  }

  /// The bytes that are signed and sent, to the last one.
  public byte[] document() {
    return document.clone();
  }

  public SigningSummary summary() {
    Kind kind = declaration.kind();
    List<String> names =
        declaration.content().rows().stream()
            .map(row -> row.values().getOrDefault("name", ""))
            .toList();
    return new SigningSummary(
        declaration.content().unit(),
        kind,
        declaration.content().settlementMonth(),
        names.size(),
        kind.direction() == Kind.Direction.IN ? names : List.of(),
        kind.direction() == Kind.Direction.OUT ? names : List.of(),
        DeclarationDocument.sha256(document),
        profile.covers(),
        profile.notCovered());
  }
}
