package org.certassist.portal;

import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.portal.Receipt;

/// A receipt as the contract writes it.
final class Receipts {
  static final DeclarationId ID =
      DeclarationId.parse("3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c11").orElseThrow();
  static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  static final Receipt.Subject SUBJECT =
      new Receipt.Subject("91320509MA0PRACT8U", "enrolment", 128);

  /// Members out of order and with white space: what was signed is the canonical form.
  static final String RECEIPT =
      """
      {"number": "PR20261122-000001", "id": "%s", "rows": 128,
       "digest": {"value": "%s", "algorithm": "SHA-256"},
       "receivedAt": "2026-11-22T10:00:01+08:00", "kind": "enrolment",
       "unit": {"name": "苏州练习制造有限公司", "creditCode": "91320509MA0PRACT8U"},
       "notCovered": ["医疗保险", "生育保险"], "covers": ["养老保险", "工伤保险", "失业保险"]}\
      """
          .formatted(ID, DIGEST);

  static final String CANONICAL =
      "{\"covers\":[\"养老保险\",\"工伤保险\",\"失业保险\"],\"digest\":{\"algorithm\":\"SHA-256\","
          + "\"value\":\""
          + DIGEST
          + "\"},\"id\":\""
          + ID
          + "\",\"kind\":\"enrolment\",\"notCovered\":[\"医疗保险\",\"生育保险\"],"
          + "\"number\":\"PR20261122-000001\",\"receivedAt\":\"2026-11-22T10:00:01+08:00\","
          + "\"rows\":128,\"unit\":{\"creditCode\":\"91320509MA0PRACT8U\","
          + "\"name\":\"苏州练习制造有限公司\"}}";

  static final String SIGNED = "{\"receipt\":" + RECEIPT + ",\"signature\":\"AQID\"}";

  static final String STATE =
      "{\"id\":\""
          + ID
          + "\",\"state\":\"processing\",\"receipt\":"
          + RECEIPT
          + ",\"signature\":\"AQID\"}";

  private Receipts() {}
}
