package org.certassist.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.elsewhere.PointId;
import org.certassist.core.elsewhere.Tick;
import org.certassist.core.elsewhere.Ticks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The ticks in the archive's file, each sealed by itself in the place of its point.
final class SqliteTicks implements Ticks {
  private final ArchiveFile file;
  private final JsonMapper mapper = JsonMapper.shared();

  SqliteTicks(ArchiveFile file) {
    this.file = file;
  }

  /// All there are: those that open, and how many do not.
  private record Scan(List<Tick> kept, int damaged) {}

  @Override
  public List<Tick> kept() throws ArchiveException {
    return file.read(this::scan).kept();
  }

  @Override
  public int damaged() throws ArchiveException {
    file.refuseDamaged();
    return file.read(this::scan).damaged();
  }

  private Scan scan(Connection connection) throws SQLException {
    List<Tick> kept = new ArrayList<>();
    int damaged = 0;
    for (PointId point : points(connection)) {
      Optional<Tick> tick = Damaged.orEmpty(() -> tick(connection, point));
      tick.ifPresent(kept::add);
      damaged += tick.isPresent() ? 0 : 1;
    }
    return new Scan(kept, damaged);
  }

  private static List<PointId> points(Connection connection) throws SQLException {
    List<PointId> points = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT declaration, row, insurance FROM tick")) {
      while (row.next()) {
        points.add(
            new PointId(
                new DeclarationId(Seal.uuid(Seal.bytes(row, 1))), row.getInt(2), row.getString(3)));
      }
    }
    return points;
  }

  private Optional<Tick> tick(Connection connection, PointId point) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT nonce, ciphertext FROM tick"
                + " WHERE declaration = ? AND row = ? AND insurance = ?")) {
      name(select, point);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? file.seal()
                .open(Seal.Sealed.of(row, 1), Seal.tickPlace(point))
                .flatMap(bytes -> decode(point, bytes))
            : Optional.empty();
      }
    }
  }

  @Override
  public void keep(Tick tick) throws ArchiveException {
    ObjectNode json = mapper.createObjectNode().put("on", tick.on().toString());
    tick.note().ifPresent(note -> json.put("note", note));
    Seal.Sealed sealed =
        file.seal().seal(mapper.writeValueAsBytes(json), Seal.tickPlace(tick.point()));
    file.write(connection -> {
      try (PreparedStatement replace =
          connection.prepareStatement(
              "INSERT OR REPLACE INTO tick(declaration, row, insurance, nonce, ciphertext)"
                  + " VALUES(?, ?, ?, ?, ?)")) {
        name(replace, tick.point());
        sealed.into(replace, 4);
        replace.executeUpdate();
      }
    });
  }

  @Override
  public void remove(PointId point) throws ArchiveException {
    file.write(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM tick WHERE declaration = ? AND row = ? AND insurance = ?")) {
        name(delete, point);
        delete.executeUpdate();
      }
    });
  }

  private static void name(PreparedStatement statement, PointId point) throws SQLException {
    statement.setBytes(1, Seal.bytes(point.declaration()));
    statement.setInt(2, point.row());
    statement.setString(3, point.insurance());
  }

  private Optional<Tick> decode(PointId point, byte[] bytes) {
    try {
      JsonNode json = mapper.readTree(bytes);
      return Optional.of(
          new Tick(
              point,
              LocalDate.parse(Json.text(json, "on")),
              json.has("note") ? Optional.of(Json.text(json, "note")) : Optional.empty()));
    } catch (JacksonException | IllegalArgumentException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
