package org.certassist.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rows of the archive: steps and heads, sealed on the way in and opened on the way out.
final class Records {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);

  private final Connection connection;
  private final Seal seal;
  private final StepCodec codec = new StepCodec();

  Records(Connection connection, Seal seal) {
    this.connection = connection;
    this.seal = seal;
  }

  /// How far a history has come, as its head says.
  record Head(int version, Stage stage) {}

  /// A whole history and the number of its first step in the order of writing.
  record Numbered(History history, long sequence) {}

  long lastSequence() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT max(sequence) FROM step")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /// Every id that stands anywhere, in hexadecimal where it is none.
  Set<String> ids() throws SQLException {
    Set<String> ids = new LinkedHashSet<>();
    for (String table : List.of("head", "step")) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT DISTINCT id FROM " + table)) {
        while (row.next()) {
          byte[] id = Seal.bytes(row, 1);
          ids.add(
              id.length == 16
                  ? Seal.uuid(id).toString()
                  : HexFormat.of().formatHex(id, 0, Math.min(id.length, 32)));
        }
      }
    }
    return ids;
  }

  Optional<Head> head(DeclarationId id) throws SQLException, Damaged {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version, stage, nonce, tag FROM head WHERE id = ?")) {
      select.setBytes(1, Seal.bytes(id));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Head head = new Head(row.getInt(1), stage(row.getString(2), id));
        byte[] place = Seal.headPlace(id, head.version(), head.stage());
        if (seal.open(Seal.Sealed.of(row, 3), place).isEmpty()) {
          throw Damaged.history(id + "/head");
        }
        return Optional.of(head);
      }
    }
  }

  /// Adds a step and moves the head; the caller holds the transaction.
  void add(DeclarationId id, int version, Step step, Instant time, long sequence)
      throws SQLException {
    long at = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    Stage stage = step.stage();
    Seal.Sealed sealed =
        seal.seal(codec.encode(step), Seal.stepPlace(id, version, stage, at, sequence));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO step(id, version, stage, at, sequence, nonce, ciphertext)"
                + " VALUES(?, ?, ?, ?, ?, ?, ?)")) {
      insert.setBytes(1, Seal.bytes(id));
      insert.setInt(2, version);
      insert.setString(3, stage.name());
      insert.setLong(4, at);
      insert.setLong(5, sequence);
      sealed.into(insert, 6);
      insert.executeUpdate();
    }
    Seal.Sealed tag = seal.seal(Seal.NOTHING, Seal.headPlace(id, version, stage));
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO head(id, version, stage, nonce, tag) VALUES(?, ?, ?, ?, ?)"
                + " ON CONFLICT(id) DO UPDATE SET version = excluded.version,"
                + " stage = excluded.stage, nonce = excluded.nonce, tag = excluded.tag")) {
      upsert.setBytes(1, Seal.bytes(id));
      upsert.setInt(2, version);
      upsert.setString(3, stage.name());
      tag.into(upsert, 4);
      upsert.executeUpdate();
    }
  }

  Optional<Numbered> history(DeclarationId id) throws SQLException, Damaged {
    Optional<Head> head = head(id);
    List<History.Entry> entries = new ArrayList<>();
    long first = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT version, stage, at, sequence, nonce, ciphertext FROM step WHERE id = ?"
                + " ORDER BY version")) {
      select.setBytes(1, Seal.bytes(id));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(entry(id, row, entries.size() + 1));
          first = entries.size() == 1 ? row.getLong(4) : first;
        }
      }
    }
    if (entries.isEmpty() && head.isEmpty()) {
      return Optional.empty();
    }
    if (entries.size() != head.map(Head::version).orElse(0)
        || !head.map(Head::stage).equals(Optional.of(entries.getLast().step().stage()))) {
      throw Damaged.history(id + "/head");
    }
    return Optional.of(new Numbered(new History(id, entries), first));
  }

  /// What a history is about, as far as one of its steps still opens and says so.
  Optional<Content> contentLeft(DeclarationId id) throws SQLException {
    Optional<Content> content = Optional.empty();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT version, stage, at, sequence, nonce, ciphertext FROM step WHERE id = ?"
                + " ORDER BY version")) {
      select.setBytes(1, Seal.bytes(id));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          try {
            Optional<Content> said = about(entry(id, row, row.getInt(1)).step());
            content = said.isPresent() ? said : content;
          } catch (Damaged shut) {
            LOG.debug("archive: {}", shut.getMessage());
          }
        }
      }
    }
    return content;
  }

  private static Optional<Content> about(Step step) {
    return switch (step) {
      case Step.Checked(Content content) -> Optional.of(content);
      case Step.Signed signed -> Optional.of(signed.content());
      case Step.Exported exported -> Optional.of(exported.content());
      case Step.Sending _,
          Step.HandedIn _,
          Step.Accepted _,
          Step.Refused _,
          Step.Withdrawn _,
          Step.Unconfirmed _,
          Step.Answered _ ->
          Optional.empty();
    };
  }

  private History.Entry entry(DeclarationId id, ResultSet row, int version)
      throws SQLException, Damaged {
    if (row.getInt(1) != version) {
      throw Damaged.history(id + "/" + version);
    }
    long at = row.getLong(3);
    Stage stage = stage(row.getString(2), id);
    Step step =
        seal.open(Seal.Sealed.of(row, 5), Seal.stepPlace(id, version, stage, at, row.getLong(4)))
            .flatMap(codec::decode)
            .orElseThrow(() -> Damaged.history(id + "/" + version));
    return new History.Entry(Instant.EPOCH.plus(at, ChronoUnit.MICROS), step);
  }

  private static Stage stage(String name, DeclarationId id) throws Damaged {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Damaged.history(id.toString()));
  }
}
