package org.certassist.core.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.certassist.core.declaration.CanonicalJson;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.time.ShanghaiTime;

/// Makes the exact bytes that are signed and sent (docs/portal-api.yaml, schema `Declaration`).
final class DeclarationDocument {
  static final String SCHEMA = "certassist-declaration/1";

  private DeclarationDocument() {}

  static byte[] bytes(DeclarationId id, Instant createdAt, Content content) {
    Map<String, Object> document = new TreeMap<>(body(content));
    document.put("schema", SCHEMA);
    document.put("id", id.toString());
    document.put("createdAt", ShanghaiTime.text(createdAt));
    document.put("rows", content.rows().stream().map(DeclarationDocument::row).toList());
    return CanonicalJson.of(document);
  }

  /// The same for two declarations that say the same of the same people, whatever file or rows they
  /// came from and in whatever order they stand.
  static String fingerprint(Content content) {
    Map<String, Object> document = new TreeMap<>(body(content));
    document.put("rows", content.rows().stream().map(row -> text(row.values())).sorted().toList());
    return sha256(CanonicalJson.of(document));
  }

  private static Map<String, Object> body(Content content) {
    return Map.of(
        "profile", content.profile(),
        "kind", content.kind(),
        "kindVersion", content.kindVersion(),
        "settlementMonth", content.settlementMonth().toString(),
        "attachments", List.of(),
        "unit",
            Map.of(
                "creditCode", content.unit().creditCode(),
                "name", content.unit().name(),
                "type", content.unit().type().word()));
  }

  private static Map<String, Object> row(Content.Row row) {
    Map<String, Object> members = new TreeMap<>(row.values());
    members.put("row", row.row());
    return members;
  }

  private static String text(Object value) {
    return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
