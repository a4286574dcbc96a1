package org.certassist.desktop.doctor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.ExaminePc.Examined;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.repair.Action;
import org.certassist.core.repair.DoneRepair;
import org.certassist.core.repair.Lead;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.SystemPage;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// The look at this PC: what it found, what is shown of it in full, and what is put right.
public final class CheckupViewModel {
  private static final Set<CheckId> DECIDING =
      EnumSet.of(CheckId.PLUGGED, CheckId.DRIVER, CheckId.STATUS_CODE, CheckId.PORTAL);

  private final DoctorServices services;
  private final Consumer<Lead> leads;
  private final ShanghaiTime time;
  private final Background background;
  private final ReadOnlyObjectWrapper<CheckupState> state =
      new ReadOnlyObjectWrapper<>(new CheckupState.NotLooked());
  private final ReadOnlyObjectWrapper<Optional<CheckId>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<RepairState> repair =
      new ReadOnlyObjectWrapper<>(new RepairState.Nothing());
  private final ReadOnlyObjectWrapper<Optional<DoneRepair>> undoable =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param leads goes to another place of the window
  public CheckupViewModel(
      DoctorServices services, Consumer<Lead> leads, ShanghaiTime time, Background background) {
    this.services = services;
    this.leads = leads;
    this.time = time;
    this.background = background;
  }

  public ReadOnlyObjectProperty<CheckupState> state() {
    return state.getReadOnlyProperty();
  }

  /// The check that is shown in full, where she chose one; else it is the one to begin with.
  public ReadOnlyObjectProperty<Optional<CheckId>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RepairState> repair() {
    return repair.getReadOnlyProperty();
  }

  /// What could be taken back.
  public ReadOnlyObjectProperty<Optional<DoneRepair>> undoable() {
    return undoable.getReadOnlyProperty();
  }

  /// On the first visit it is looked without being asked.
  public void visit() {
    if (state.get() instanceof CheckupState.NotLooked) {
      look();
    }
  }

  /// Looks at everything anew; results are told as they come.
  public void look() {
    if (state.get() instanceof CheckupState.Looking) {
      return;
    }
    chosen.set(Optional.empty());
    state.set(new CheckupState.Looking(List.of()));
    background.<Examined>run(
        "check-up",
        () ->
            services
                .examine()
                .look(services.pc().now(), result -> background.tell(() -> told(result))),
        this::looked);
    lookForUndoable();
  }

  /// A look of its own for a bundle, of which the log tells each step; blocks.
  Examined examinedInDetail(LogBook log) throws FaultException, InterruptedException {
    return services.examine().lookInDetail(log, services.pc().now(), _ -> {});
  }

  private void told(CheckResult result) {
    if (state.get() instanceof CheckupState.Looking(var before)
        && result.state() != CheckResult.State.SKIPPED) {
      List<CheckResult> found = new ArrayList<>(before);
      found.add(result);
      state.set(new CheckupState.Looking(found));
    }
  }

  private void looked(End<Examined> end) {
    state.set(
        switch (end) {
          case End.Finished<Examined>(var examined) ->
              new CheckupState.Looked(examined, time.instant());
          case End.Failed<Examined>(var fault) -> new CheckupState.Failed(fault);
          case End.Cancelled<Examined>() -> new CheckupState.Failed(new WindowFault.Unexpected());
        });
  }

  public void choose(CheckId check) {
    chosen.set(Optional.of(check));
  }

  /// The result that is shown in full; nothing where all is well.
  public Optional<CheckResult> shown(Examined examined) {
    return chosen
        .get()
        .flatMap(check ->
            examined.report().results().stream()
                .filter(result -> result.check() == check)
                .findFirst())
        .filter(result -> result.cause().isPresent())
        .or(() -> examined.report().first());
  }

  /// How many could not be found out, or had nobody to answer; of those that decide whether she can
  /// file.
  public long unknown(Examined examined) {
    return examined.report().results().stream()
        .filter(result -> DECIDING.contains(result.check()))
        .filter(result -> result.state() != CheckResult.State.OK)
        .count();
  }

  public Optional<KnowledgeEntry> known(Cause cause) {
    return services.knowledge().entry(cause.id());
  }

  public Optional<Action> action(Cause cause) {
    return services.repairs().actionAbout(cause);
  }

  /// Does what the button says; after a repair it is looked again.
  public void act(Action action) {
    switch (action) {
      case Action.Repairs(PcRepair one) -> put(one);
      case Action.Opens(SystemPage page) -> open(page);
      case Action.LeadsTo(Lead lead) -> leads.accept(lead);
    }
  }

  private void put(PcRepair one) {
    if (state.get() instanceof CheckupState.Looked(var examined, var _)) {
      work(() -> {
        services.repairs().put(one, examined.pc());
        return new RepairState.Done(one);
      });
    }
  }

  private void open(SystemPage page) {
    background.<RepairState>run(
        "settings",
        () -> {
          services.repairs().open(page);
          return new RepairState.Nothing();
        },
        end -> repair.set(after(end)));
  }

  /// Takes the last repair back, and looks again.
  public void undo() {
    work(() -> new RepairState.Undone(services.repairs().undo()));
  }

  private void work(Background.Work<RepairState> what) {
    if (repair.get() instanceof RepairState.Working) {
      return;
    }
    repair.set(new RepairState.Working());
    background.run(
        "repair",
        what,
        end -> {
          repair.set(after(end));
          look();
        });
  }

  private static RepairState after(End<RepairState> end) {
    return switch (end) {
      case End.Finished<RepairState>(var done) -> done;
      case End.Failed<RepairState>(var fault) -> new RepairState.Failed(fault);
      case End.Cancelled<RepairState>() -> new RepairState.Failed(new WindowFault.Unexpected());
    };
  }

  private void lookForUndoable() {
    background.<Optional<DoneRepair>>run(
        "repairs",
        services.repairs()::last,
        end ->
            undoable.set(
                end instanceof End.Finished<Optional<DoneRepair>>(var last)
                    ? last
                    : Optional.empty()));
  }
}
