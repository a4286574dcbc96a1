package org.certassist.platform.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.repair.Remedy;
import org.certassist.core.repair.RepairException;
import org.certassist.core.repair.RepairFault;

/// Gives a data file of the home folder, and its signature, another name, so that the program's own
/// counts without a word.
///
/// A line of what was before is the name, a tab, and the other name.
public final class SetAside implements Remedy {
  private static final String ASIDE = ".aside";

  private final Path folder;
  private final String name;

  /// @param name such as `catalogue.json`
  public SetAside(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  @Override
  public List<String> before(Pc pc) {
    String mark = free();
    return Stream.of(name, name + ".sig")
        .filter(each -> Files.isRegularFile(folder.resolve(each)))
        .map(each -> each + "\t" + each + mark)
        .toList();
  }

  /// One that was set aside earlier stays.
  private String free() {
    int number = 1;
    while (Files.exists(folder.resolve(name + ASIDE + number))
        || Files.exists(folder.resolve(name + ".sig" + ASIDE + number))) {
      number++;
    }
    return ASIDE + number;
  }

  @Override
  public void apply(List<String> before) throws RepairException {
    List<Move> done = new ArrayList<>();
    for (Move move : moves(before)) {
      try {
        Files.move(move.from(), move.to());
        done.add(move);
      } catch (IOException failed) {
        putBack(done);
        throw failed("repair.notDone", move.from(), failed);
      }
    }
  }

  private static void putBack(List<Move> done) throws RepairException {
    for (Move move : done.reversed()) {
      try {
        Files.move(move.to(), move.from());
      } catch (IOException failed) {
        throw failed("repair.notUndone", move.to(), failed);
      }
    }
  }

  /// A file that took the name in the meantime stays, and the one set aside with it.
  @Override
  public void undo(List<String> before) throws RepairException {
    List<Move> known = moves(before);
    if (known.isEmpty()) {
      throw new RepairException(RepairFault.of("repair.pastUndo", folder.resolve(name)));
    }
    List<Move> moves = known.stream().filter(move -> Files.exists(move.to())).toList();
    Optional<Move> taken = moves.stream().filter(move -> Files.exists(move.from())).findFirst();
    if (taken.isPresent()) {
      throw new RepairException(RepairFault.of("repair.pastUndo", taken.get().from()));
    }
    for (Move move : moves.reversed()) {
      try {
        Files.move(move.to(), move.from());
      } catch (IOException failed) {
        throw failed("repair.notUndone", move.from(), failed);
      }
    }
  }

  private record Move(Path from, Path to) {}

  /// The journal may have been written by a stranger: no name leads out of the folder.
  private List<Move> moves(List<String> before) {
    return before.stream()
        .map(line -> line.split("\t", -1))
        .filter(names -> names.length == 2)
        .filter(names -> names[0].startsWith(name) && names[1].startsWith(names[0] + ASIDE))
        .filter(names -> names[1].matches("[A-Za-z0-9.-]+"))
        .map(names -> new Move(folder.resolve(names[0]), folder.resolve(names[1])))
        .toList();
  }

  private static RepairException failed(String id, Path file, IOException cause) {
    return new RepairException(RepairFault.of(id, file, DiskCause.of(cause).word()), cause);
  }
}
