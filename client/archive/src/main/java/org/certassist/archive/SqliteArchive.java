package org.certassist.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.DamagedHistory;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.draft.Drafts;
import org.certassist.core.elsewhere.Ticks;

/// The archive in `HOME/archive.db`: one connection, one writer, every step sealed by itself and
/// synced before [#append] returns.
///
/// A damaged record costs its own history only: [#find] and [#append] refuse that one, [#all] and
/// [#damaged] name it rather than leave it out, [#readable] gives the rest. After the disk has
/// failed once nothing more is written until the program starts anew ([ArchiveFile]).
public final class SqliteArchive implements Archive {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ArchiveFile file;
  private final InstantSource clock;
  private long sequence;

  private SqliteArchive(ArchiveFile file, InstantSource clock) throws ArchiveException {
    this.file = file;
    this.clock = clock;
    this.sequence = file.read(connection -> lastSequence(records(connection)));
  }

  /// Opens the archive of a home folder, making both at the first start; waits 3 s for another
  /// process that holds it.
  ///
  /// @param program our name, shown to a process that waits for us
  public static SqliteArchive open(Path home, String program, InstantSource clock)
      throws ArchiveException, InterruptedException {
    return open(home, program, clock, PATIENCE, Schema.CURRENT);
  }

  /// Whether there is one, or was: opening makes none then.
  public static boolean isBegun(Path home) {
    return ArchiveOpening.leavesTraces(home);
  }

  static SqliteArchive open(
      Path home, String program, InstantSource clock, Duration patience, Schema schema)
      throws ArchiveException, InterruptedException {
    ArchiveFile file = new ArchiveOpening(home, program, patience, schema).open();
    try {
      return new SqliteArchive(file, clock);
    } catch (ArchiveException failed) {
      file.close();
      throw failed;
    }
  }

  /// 0 where the table is damaged: what opens of it is still read, and nothing is written.
  private static long lastSequence(Records records) throws SQLException {
    return Damaged.orEmpty(() -> Optional.of(records.lastSequence())).orElse(0L);
  }

  /// The drafts that lie in the same file.
  public Drafts drafts() {
    return new SqliteDrafts(file, clock);
  }

  /// The ticks that lie in the same file.
  public Ticks ticks() {
    return new SqliteTicks(file);
  }

  private Records records(Connection connection) {
    return new Records(connection, file.seal());
  }

  @Override
  public void append(DeclarationId id, int version, Step step) throws ArchiveException {
    file.write(connection -> {
      Records records = records(connection);
      Optional<Records.Head> head = records.head(id);
      if (head.map(Records.Head::version).orElse(0) != version) {
        throw fault("archive.conflict", id.toString());
      }
      boolean mayFollow =
          head.map(Records.Head::stage)
              .map(last -> last.mayBeFollowedBy(step.stage()))
              .orElseGet(() -> step.stage().mayBegin());
      if (!mayFollow) {
        throw fault("archive.conflict", id.toString(), step.stage().name());
      }
      records.add(id, version + 1, step, clock.instant(), ++sequence);
    });
  }

  @Override
  public Optional<History> find(DeclarationId id) throws ArchiveException {
    return file.read(connection -> records(connection).history(id).map(Records.Numbered::history));
  }

  @Override
  public List<History> all() throws ArchiveException {
    Scan scan = scan();
    file.refuseDamaged();
    if (!scan.damaged().isEmpty()) {
      throw fault(
          "archive.damaged",
          String.join(", ", scan.damaged().stream().map(DamagedHistory::record).toList()));
    }
    return scan.histories();
  }

  @Override
  public List<History> readable() throws ArchiveException {
    return scan().histories();
  }

  @Override
  public List<DamagedHistory> damaged() throws ArchiveException {
    file.refuseDamaged();
    return scan().damaged();
  }

  /// Everything that opens, and what does not.
  private record Scan(List<History> histories, List<DamagedHistory> damaged) {}

  private Scan scan() throws ArchiveException {
    return file.read(connection -> scan(records(connection)));
  }

  private static Scan scan(Records records) throws SQLException {
    List<Records.Numbered> found = new ArrayList<>();
    List<DamagedHistory> damaged = new ArrayList<>();
    for (String name : records.ids()) {
      Optional<DeclarationId> id =
          DeclarationId.parse(name).filter(parsed -> parsed.toString().equals(name));
      Optional<Records.Numbered> history =
          id.isEmpty() ? Optional.empty() : Damaged.orEmpty(() -> records.history(id.get()));
      if (history.isPresent()) {
        found.add(history.get());
      } else {
        damaged.add(
            new DamagedHistory(
                name,
                id.isEmpty()
                    ? Optional.empty()
                    : Damaged.orEmpty(() -> records.contentLeft(id.get()))));
      }
    }
    found.sort(Comparator.comparingLong(Records.Numbered::sequence).reversed());
    return new Scan(found.stream().map(Records.Numbered::history).toList(), damaged);
  }

  private static ArchiveException fault(String id, String... details) {
    return new ArchiveException(ArchiveFault.of(id, details));
  }

  @Override
  public void close() {
    file.close();
  }
}
