package org.certassist.cli.e2e;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.certassist.archive.SqliteArchive;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.key.Engine;
import org.certassist.core.portal.Receipt;

/// Puts declarations into an archive as if they had been filed.
final class Filings {
  private final SqliteArchive archive;

  Filings(SqliteArchive archive) {
    this.archive = archive;
  }

  /// Signed, sent and accepted.
  ///
  /// @param rows values by field; the first is row 4
  DeclarationId accepted(String kind, YearMonth month, List<Map<String, String>> rows)
      throws Exception {
    DeclarationId id = sent(kind, month, rows);
    byte[] bytes = {1};
    OffsetDateTime received = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");
    archive.append(
        id,
        2,
        new Step.Accepted(
            new Receipt("R-1", id, "ab", received, List.of("医疗保险"), bytes, bytes, bytes)));
    return id;
  }

  /// Signed and sent; the answer is not there yet.
  DeclarationId sent(String kind, YearMonth month, List<Map<String, String>> rows)
      throws Exception {
    List<Content.Row> all = new ArrayList<>();
    for (Map<String, String> row : rows) {
      all.add(new Content.Row(4 + all.size(), new TreeMap<>(row)));
    }
    Content content =
        new Content(
            "practice",
            kind,
            1,
            new Unit("91350100M000100Y43", "福州练习制造有限公司", UnitType.ORDINARY),
            month,
            all,
            "名单.xlsx");
    byte[] bytes = {1};
    EncodedCertificate signer = new EncodedCertificate(bytes);
    DeclarationId id = DeclarationId.random();
    archive.append(
        id,
        0,
        new Step.Signed(
            content, bytes, bytes, signer, List.of(), "1", "softhsm2", Engine.SUNPKCS11));
    archive.append(id, 1, new Step.Sending(URI.create("https://127.0.0.1:1/")));
    return id;
  }
}
