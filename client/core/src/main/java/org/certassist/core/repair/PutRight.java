package org.certassist.core.repair;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.time.ShanghaiTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts right what the program itself can, and takes the last of it back.
public final class PutRight {
  private static final Logger LOG = LoggerFactory.getLogger(PutRight.class);

  /// Older ones cannot be taken back any more.
  private static final int MOST_KEPT = 20;

  private final Map<PcRepair, Remedy> remedies;
  private final SystemPages pages;
  private final RepairJournal journal;
  private final ShanghaiTime time;

  /// @param remedies those that this system has
  public PutRight(
      Map<PcRepair, Remedy> remedies, SystemPages pages, RepairJournal journal, ShanghaiTime time) {
    this.remedies = new EnumMap<>(PcRepair.class);
    this.remedies.putAll(remedies);
    this.pages = pages;
    this.journal = journal;
    this.time = time;
  }

  /// What can be done about this cause here; nothing where only somebody else can.
  public Optional<Action> actionAbout(Cause cause) {
    return Actions.about(cause)
        .filter(action ->
            switch (action) {
              case Action.Repairs(PcRepair repair) -> remedies.containsKey(repair);
              case Action.Opens(SystemPage page) -> pages.has(page);
              case Action.LeadsTo _ -> true;
            });
  }

  /// Opens a page of the system's settings.
  ///
  /// @throws RepairException `repair.pageNotOpened`
  public void open(SystemPage page) throws RepairException, InterruptedException {
    pages.open(page);
  }

  /// Puts it right. What was there before is written down first, unless the repair is what lets it
  /// be written.
  ///
  /// @throws RepairException `repair.…`: nothing was changed; or `repair.notUndone` where what was
  ///   changed could neither be written down nor be taken back
  public void put(PcRepair repair, Pc pc) throws RepairException, InterruptedException {
    Remedy remedy = remedy(repair, "repair.nothingToDo");
    List<String> before = remedy.before(pc);
    if (before.isEmpty()) {
      throw new RepairException(RepairFault.of("repair.nothingToDo"));
    }
    DoneRepair entry = new DoneRepair(time.instant(), repair, before);
    switch (repair.writtenDown()) {
      case NEVER -> remedy.apply(before);
      case FIRST -> writeAndApply(entry, remedy);
      case AFTERWARDS -> applyAndWrite(entry, remedy);
    }
    LOG.info("repair {} was done", repair.word());
  }

  private void writeAndApply(DoneRepair entry, Remedy remedy)
      throws RepairException, InterruptedException {
    List<DoneRepair> earlier = all();
    write(with(entry, earlier));
    try {
      remedy.apply(entry.before());
    } catch (RepairException failed) {
      write(earlier);
      throw failed;
    }
  }

  private void applyAndWrite(DoneRepair entry, Remedy remedy)
      throws RepairException, InterruptedException {
    remedy.apply(entry.before());
    try {
      write(with(entry, all()));
    } catch (RepairException unwritten) {
      remedy.undo(entry.before());
      throw unwritten;
    }
  }

  private static List<DoneRepair> with(DoneRepair entry, List<DoneRepair> earlier) {
    return Stream.concat(
            earlier.stream().skip(Math.max(0, earlier.size() - MOST_KEPT + 1)), Stream.of(entry))
        .toList();
  }

  /// What [#undo] would take back.
  public Optional<DoneRepair> last() throws RepairException {
    List<DoneRepair> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// Takes the last repair back.
  ///
  /// @throws RepairException `repair.nothingToUndo`, `repair.notUndone`; it can be tried again
  ///   then. `repair.pastUndo`: it is not in the list any more, the next time the one before it is
  ///   taken back
  public PcRepair undo() throws RepairException, InterruptedException {
    List<DoneRepair> all = all();
    if (all.isEmpty()) {
      throw new RepairException(RepairFault.of("repair.nothingToUndo"));
    }
    DoneRepair last = all.getLast();
    List<DoneRepair> older = all.subList(0, all.size() - 1);
    Remedy remedy = remedy(last.repair(), "repair.nothingToUndo");
    if (last.repair().writtenDown() == PcRepair.WrittenDown.AFTERWARDS) {
      writeAndUndo(last, remedy, all);
    } else {
      undoAndWrite(last, remedy, older);
    }
    LOG.info("repair {} was taken back", last.repair().word());
    return last.repair();
  }

  private void undoAndWrite(DoneRepair last, Remedy remedy, List<DoneRepair> older)
      throws RepairException, InterruptedException {
    try {
      remedy.undo(last.before());
    } catch (RepairException failed) {
      if (failed.isPastUndo()) {
        write(older);
      }
      throw failed;
    }
    write(older);
  }

  /// Afterwards the journal cannot be written any more.
  private void writeAndUndo(DoneRepair last, Remedy remedy, List<DoneRepair> all)
      throws RepairException, InterruptedException {
    write(all.subList(0, all.size() - 1));
    try {
      remedy.undo(last.before());
    } catch (RepairException failed) {
      if (!failed.isPastUndo()) {
        write(all);
      }
      throw failed;
    }
  }

  private Remedy remedy(PcRepair repair, String otherwise) throws RepairException {
    return Optional.ofNullable(remedies.get(repair))
        .orElseThrow(() -> new RepairException(RepairFault.of(otherwise)));
  }

  private List<DoneRepair> all() throws RepairException {
    try {
      return journal.all();
    } catch (IOException unreadable) {
      throw journal(unreadable);
    }
  }

  private void write(List<DoneRepair> repairs) throws RepairException {
    try {
      journal.write(repairs);
    } catch (IOException unwritten) {
      throw journal(unwritten);
    }
  }

  private static RepairException journal(IOException failed) {
    return new RepairException(
        RepairFault.of("repair.journal", DiskCause.of(failed).word()), failed);
  }
}
