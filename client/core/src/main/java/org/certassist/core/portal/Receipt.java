package org.certassist.core.portal;

import java.time.OffsetDateTime;
import java.util.List;
import org.certassist.core.declaration.DeclarationId;

/// A portal's signed statement that it has a declaration.
///
/// @param sha256 hexadecimal digest of the declaration's exact bytes, as the portal counted it
/// @param signedForm the RFC 8785 bytes that the portal signed
/// @param signature the portal's detached CMS over `signedForm`
/// @param original the answer exactly as it came; kept as evidence
public record Receipt(
    String number,
    DeclarationId id,
    String sha256,
    OffsetDateTime receivedAt,
    List<String> notCovered,
    byte[] signedForm,
    byte[] signature,
    byte[] original) {
  public Receipt {
    notCovered = List.copyOf(notCovered);
  }

  /// What a receipt says it is for; held against what was sent, and not kept beside it.
  ///
  /// @param creditCode the unit's
  /// @param rows how many
  public record Subject(String creditCode, String kind, int rows) {}
}
