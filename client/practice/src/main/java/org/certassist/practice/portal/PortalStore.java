package org.certassist.practice.portal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.certassist.practice.people.Population;

/// What the portal keeps: declarations with their receipts, row answers, who is insured where, and
/// sessions by their token's digest.
final class PortalStore {
  private final Database database;
  private final Population population;

  /// How far a declaration is.
  enum State {
    RECEIVED("received"),
    PROCESSING("processing"),
    DONE("done");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// A declaration on file.
  ///
  /// @param receipt the RFC 8785 bytes that were signed
  record Filed(
      String id,
      String unit,
      String sha256,
      State state,
      int rows,
      byte[] receipt,
      byte[] receiptSignature) {}

  /// A declaration to be filed once.
  record Submission(String id, String unit, byte[] document, byte[] cms, int rows) {}

  /// A receipt's signed bytes and their signature.
  record SignedReceipt(byte[] receipt, byte[] signature) {}

  /// A row that was refused.
  record RefusedRow(int row, String message) {}

  PortalStore(Database database, Population population) {
    this.database = database;
    this.population = population;
  }

  Optional<Filed> find(String id) throws SQLException, IOException {
    return database.transaction(open -> find(open, id));
  }

  private static Optional<Filed> find(Database open, String id) throws SQLException {
    return open
        .list(
            row ->
                new Filed(
                    row.getString("id"),
                    row.getString("unit"),
                    row.getString("sha256"),
                    State.of(row.getString("state")),
                    row.getInt("rows"),
                    row.getBytes("receipt"),
                    row.getBytes("receiptSignature")),
            "SELECT * FROM declaration WHERE id = ?",
            id)
        .stream()
        .findFirst();
  }

  /// Files a declaration with a receipt made for its number; one that is on file already is given
  /// back as it is.
  Filed file(Submission submission, LocalDate day, Function<String, SignedReceipt> receipt)
      throws SQLException, IOException {
    return database.transaction(open -> {
      Optional<Filed> already = find(open, submission.id());
      if (already.isPresent()) {
        return already.get();
      }
      String last = "SELECT coalesce(max(ordinal), 0) FROM declaration";
      int ordinal = Integer.parseInt(open.text(last).orElse("0")) + 1;
      String number = String.format(Locale.ROOT, "PR%tY%<tm%<td-%06d", day, ordinal);
      SignedReceipt made = receipt.apply(number);
      open.update(
          "INSERT INTO declaration VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          submission.id(),
          number,
          submission.unit(),
          sha256(submission.document()),
          submission.document(),
          submission.cms(),
          made.receipt(),
          made.signature(),
          State.RECEIVED.word(),
          submission.rows(),
          ordinal);
      return find(open, submission.id()).orElseThrow();
    });
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(SignatureCheck.sha256(bytes));
  }

  /// Ids whose rows have not been looked at, in the order in which they came.
  List<String> waiting() throws SQLException, IOException {
    return database.transaction(open ->
        open.list(
            row -> row.getString(1),
            "SELECT id FROM declaration WHERE state IN ('received', 'processing')"
                + " ORDER BY ordinal"));
  }

  void processing(String id) throws SQLException, IOException {
    database.transaction(
        open -> open.update("UPDATE declaration SET state = 'processing' WHERE id = ?", id));
  }

  /// Looks at all rows of a declaration; its answers, what they change and the state `done` are
  /// stored together or not at all.
  void settle(String id, Function<byte[], Declaration> reader, LocalDate today)
      throws SQLException, IOException {
    database.transaction(open -> {
      byte[] document =
          open.list(row -> row.getBytes(1), "SELECT document FROM declaration WHERE id = ?", id)
              .getFirst();
      Declaration declaration = reader.apply(document);
      Caseworker caseworker = new Caseworker(population, new StoredLedger(open));
      for (RefusedRow refused : decide(caseworker, declaration, today)) {
        open.update("INSERT INTO answer VALUES (?, ?, ?)", id, refused.row(), refused.message());
      }
      return open.update("UPDATE declaration SET state = 'done' WHERE id = ?", id);
    });
  }

  private static List<RefusedRow> decide(
      Caseworker caseworker, Declaration declaration, LocalDate today) throws SQLException {
    List<RefusedRow> refused = new ArrayList<>();
    for (Declaration.Row row : declaration.rows()) {
      caseworker
          .decide(declaration, row, today)
          .ifPresent(message -> refused.add(new RefusedRow(row.number(), message)));
    }
    return refused;
  }

  List<RefusedRow> refusedRows(String id) throws SQLException, IOException {
    return database.transaction(open ->
        open.list(
            row -> new RefusedRow(row.getInt(1), row.getString(2)),
            "SELECT row, message FROM answer WHERE declaration = ? ORDER BY row",
            id));
  }

  void keepSession(byte[] token, Holder holder, Instant expires, Instant now)
      throws SQLException, IOException {
    database.transaction(open -> {
      open.update("DELETE FROM session WHERE expires <= ?", now.getEpochSecond());
      return open.update(
          "INSERT INTO session VALUES (?, ?, ?, ?)",
          sha256(token),
          holder.creditCode(),
          holder.name(),
          expires.getEpochSecond());
    });
  }

  Optional<Holder> session(byte[] token, Instant now) throws SQLException, IOException {
    return database.transaction(open ->
        open
            .list(
                row -> new Holder(row.getString(1), row.getString(2)),
                "SELECT creditCode, name FROM session WHERE token = ? AND expires > ?",
                sha256(token),
                now.getEpochSecond())
            .stream()
            .findFirst());
  }
}
