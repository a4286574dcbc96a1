package org.certassist.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.cli.json.DoctorJson.RepairJson;
import org.certassist.cli.terminal.Session;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Diagnosis;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.fault.FaultException;
import org.certassist.core.repair.Action;
import org.certassist.core.repair.DoneRepair;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.PutRight;
import org.certassist.core.repair.RepairException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts right what the program itself can of what was found, one after the other; one that fails
/// does not hold up the next.
final class PcRepairs {
  private static final Logger LOG = LoggerFactory.getLogger(PcRepairs.class);

  private final PutRight putRight;
  private final Session session;
  private final boolean quiet;

  /// @param quiet nothing is said of it
  PcRepairs(PutRight putRight, Session session, boolean quiet) {
    this.putRight = putRight;
    this.session = session;
    this.quiet = quiet;
  }

  /// @return what was tried
  List<RepairJson> of(Diagnosis.Report report, Pc pc) throws InterruptedException {
    List<RepairJson> tried = new ArrayList<>();
    for (PcRepair repair : repairs(report)) {
      try {
        putRight.put(repair, pc);
        tried.add(new RepairJson(repair.word(), null));
        say(session.texts().done(repair));
      } catch (RepairException failed) {
        LOG.warn("repair {}: {}", repair.word(), failed.fault().id(), failed);
        tried.add(new RepairJson(repair.word(), failed.fault().id()));
        var words = session.texts().fault(failed.fault());
        say(words.what());
        say(words.next());
      }
    }
    return tried;
  }

  /// Whether what [#undo] takes back is the last of these that were done and can be.
  boolean isUndoable(List<RepairJson> tried) {
    Optional<PcRepair> done =
        tried.reversed().stream()
            .filter(one -> one.fault() == null)
            .flatMap(one -> PcRepair.of(one.id()).stream())
            .filter(PcRepair::isUndoable)
            .findFirst();
    try {
      return done.isPresent() && putRight.last().map(DoneRepair::repair).equals(done);
    } catch (RepairException unreadable) {
      LOG.warn("what can be taken back is not known", unreadable);
      return false;
    }
  }

  private List<PcRepair> repairs(Diagnosis.Report report) {
    return report.results().stream()
        .map(CheckResult::cause)
        .flatMap(cause -> cause.flatMap(putRight::actionAbout).stream())
        .filter(Action.Repairs.class::isInstance)
        .map(action -> ((Action.Repairs) action).repair())
        .distinct()
        .toList();
  }

  /// Takes the last one back.
  void undo() throws FaultException, InterruptedException {
    say(session.texts().undone(putRight.undo()));
  }

  private void say(String line) {
    if (!quiet) {
      session.output().line(line);
    }
  }
}
