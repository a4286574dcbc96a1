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

  /// Puts it right. What was there before is written down first.
  ///
  /// @throws RepairException `repair.…`: nothing was changed
  public void put(PcRepair repair, Pc pc) throws RepairException, InterruptedException {
    Remedy remedy = remedy(repair, "repair.nothingToDo");
    List<String> before = remedy.before(pc);
    if (before.isEmpty()) {
      throw new RepairException(RepairFault.of("repair.nothingToDo"));
    }
    List<DoneRepair> earlier = all();
    if (repair.isUndoable()) {
      write(
          Stream.concat(
                  earlier.stream().skip(Math.max(0, earlier.size() - MOST_KEPT + 1)),
                  Stream.of(new DoneRepair(time.instant(), repair, before)))
              .toList());
    }
    try {
      remedy.apply(before);
    } catch (RepairException failed) {
      if (repair.isUndoable()) {
        write(earlier);
      }
      throw failed;
    }
    LOG.info("repair {} was done", repair.word());
  }

  /// What [#undo] would take back.
  public Optional<DoneRepair> last() throws RepairException {
    List<DoneRepair> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// Takes the last repair back.
  ///
  /// @throws RepairException `repair.nothingToUndo`, `repair.notUndone`; it can be tried again then
  public PcRepair undo() throws RepairException, InterruptedException {
    List<DoneRepair> all = all();
    if (all.isEmpty()) {
      throw new RepairException(RepairFault.of("repair.nothingToUndo"));
    }
    DoneRepair last = all.getLast();
    remedy(last.repair(), "repair.nothingToUndo").undo(last.before());
    write(all.subList(0, all.size() - 1));
    LOG.info("repair {} was taken back", last.repair().word());
    return last.repair();
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
