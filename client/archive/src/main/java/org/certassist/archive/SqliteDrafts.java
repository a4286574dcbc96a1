package org.certassist.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.draft.Drafts;
import org.certassist.core.draft.KeptDraft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The drafts in the archive's file, each sealed by itself as two records: what the list of drafts
/// shows, and the cells.
final class SqliteDrafts implements Drafts {
  private static final String ABOUT = "about";
  private static final String BODY = "body";

  private final ArchiveFile file;
  private final InstantSource clock;
  private final DraftCodec codec = new DraftCodec();
  private final JsonMapper mapper = JsonMapper.shared();

  SqliteDrafts(ArchiveFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// Both records of a draft, open.
  private record Opened(KeptDraft about, byte[] body) {}

  @Override
  public List<KeptDraft> kept() throws ArchiveException {
    return file.read(connection -> {
      List<KeptDraft> kept = new ArrayList<>();
      for (byte[] id : ids(connection)) {
        Damaged.orEmpty(() -> opened(connection, id)).map(Opened::about).ifPresent(kept::add);
      }
      return kept;
    });
  }

  @Override
  public int damaged() throws ArchiveException {
    file.refuseDamaged();
    return file.read(connection -> {
      int damaged = 0;
      for (byte[] id : ids(connection)) {
        damaged += Damaged.orEmpty(() -> opened(connection, id)).isPresent() ? 0 : 1;
      }
      return damaged;
    });
  }

  @Override
  public Optional<Draft> find(UUID id, List<Kind> kinds) throws ArchiveException {
    return file.read(connection -> {
      Optional<Opened> opened = opened(connection, Seal.bytes(id));
      if (opened.isEmpty()) {
        return Optional.empty();
      }
      Optional<Kind> kind =
          kinds.stream().filter(each -> each.id().equals(opened.get().about().kind())).findFirst();
      return kind.isEmpty()
          ? Optional.empty()
          : Optional.of(
              codec.decode(opened.get().body(), kind.get()).orElseThrow(() -> Damaged.draft(id)));
    });
  }

  @Override
  public void keep(UUID id, String profile, String name, Draft draft) throws ArchiveException {
    byte[] about =
        mapper.writeValueAsBytes(
            mapper
                .createObjectNode()
                .put("profile", profile)
                .put("kind", draft.kind().id())
                .put("name", name)
                .put("rows", draft.rows().size()));
    byte[] body = codec.encode(draft);
    file.write(connection -> put(connection, id, about, body));
  }

  private void put(Connection connection, UUID id, byte[] about, byte[] body) throws SQLException {
    long at = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    long sequence = nextSequence(connection);
    Seal seal = file.seal();
    try (PreparedStatement replace =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO draft(id, at, sequence, about_nonce, about, nonce, ciphertext)"
                + " VALUES(?, ?, ?, ?, ?, ?, ?)")) {
      replace.setBytes(1, Seal.bytes(id));
      replace.setLong(2, at);
      replace.setLong(3, sequence);
      seal.seal(about, Seal.draftPlace(ABOUT, id, at, sequence)).into(replace, 4);
      seal.seal(body, Seal.draftPlace(BODY, id, at, sequence)).into(replace, 6);
      replace.executeUpdate();
    }
  }

  private static long nextSequence(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT max(sequence) FROM draft")) {
      return row.next() ? row.getLong(1) + 1 : 1;
    }
  }

  @Override
  public void remove(UUID id) throws ArchiveException {
    file.write(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM draft WHERE id = ?")) {
        delete.setBytes(1, Seal.bytes(id));
        delete.executeUpdate();
      }
    });
  }

  /// The last changed first, whatever this PC's clock said.
  private static List<byte[]> ids(Connection connection) throws SQLException {
    List<byte[]> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM draft ORDER BY sequence DESC")) {
      while (row.next()) {
        ids.add(Seal.bytes(row, 1));
      }
    }
    return ids;
  }

  /// Empty where there is none.
  private Optional<Opened> opened(Connection connection, byte[] id) throws SQLException, Damaged {
    UUID named = Seal.uuid(id);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT at, sequence, about_nonce, about, nonce, ciphertext FROM draft WHERE id = ?")) {
      select.setBytes(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        long at = row.getLong(1);
        byte[] about = part(ABOUT, named, row, 3);
        return Optional.of(
            new Opened(
                about(named, about, at).orElseThrow(() -> Damaged.draft(named)),
                part(BODY, named, row, 5)));
      }
    }
  }

  private byte[] part(String part, UUID id, ResultSet row, int column)
      throws SQLException, Damaged {
    byte[] place = Seal.draftPlace(part, id, row.getLong(1), row.getLong(2));
    return file.seal()
        .open(Seal.Sealed.of(row, column), place)
        .orElseThrow(() -> Damaged.draft(id));
  }

  private Optional<KeptDraft> about(UUID id, byte[] about, long at) {
    try {
      JsonNode json = mapper.readTree(about);
      return Optional.of(
          new KeptDraft(
              id,
              Json.text(json, "profile"),
              Json.text(json, "kind"),
              Json.text(json, "name"),
              Json.number(json, "rows"),
              Instant.EPOCH.plus(at, ChronoUnit.MICROS)));
    } catch (JacksonException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
