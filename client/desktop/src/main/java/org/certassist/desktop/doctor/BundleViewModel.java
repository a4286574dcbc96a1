package org.certassist.desktop.doctor;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.fault.Fault;
import org.certassist.core.helpdesk.ExaminePc.Examined;
import org.certassist.core.helpdesk.OpenedBundle;
import org.certassist.core.helpdesk.SeenPc;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// A bundle for the helpdesk, from what was seen of this PC to a file; and one that somebody sent.
public final class BundleViewModel {
  private final HelpServices services;
  private final CheckupViewModel checkup;
  private final Background background;
  private final ReadOnlyObjectWrapper<BundleState> state =
      new ReadOnlyObjectWrapper<>(new BundleState.Nothing());
  private final ReadOnlyObjectWrapper<Opened> opened =
      new ReadOnlyObjectWrapper<>(new Opened.Nothing());

  /// What became of a bundle that somebody sent.
  public sealed interface Opened {
    record Nothing() implements Opened {}

    record Read(OpenedBundle bundle) implements Opened {}

    record Unreadable(Fault fault) implements Opened {}
  }

  public BundleViewModel(HelpServices services, CheckupViewModel checkup, Background background) {
    this.services = services;
    this.checkup = checkup;
    this.background = background;
  }

  public ReadOnlyObjectProperty<BundleState> state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Opened> opened() {
    return opened.getReadOnlyProperty();
  }

  /// A profile that this program knows.
  Optional<Profile> region(String id) {
    return services.regions().apply(id);
  }

  /// Not while this PC is being looked at: the drivers answer one at a time.
  public ObservableValue<Boolean> canMake() {
    return checkup.state().map(state -> !(state instanceof CheckupState.Looking));
  }

  /// Looks at this PC once more, step by step for the log, then gathers and hides; nothing is
  /// written yet.
  public void make() {
    state.set(new BundleState.Making());
    background.<BundleState>run(
        "bundle",
        () -> {
          Examined examined = checkup.examinedInDetail(services.log());
          return new BundleState.Shown(
              services
                  .making()
                  .of(SeenPc.of(services.program(), examined.pc(), examined.report())));
        },
        end -> state.set(after(end)));
  }

  /// Writes exactly what is shown.
  public void save(Path file) {
    if (state.get() instanceof BundleState.Shown(var made)) {
      background.<BundleState>run(
          "save bundle",
          () -> {
            services.bundles().write(made.bundle(), file);
            return new BundleState.Saved(file);
          },
          end -> state.set(after(end)));
    }
  }

  public void dismiss() {
    state.set(new BundleState.Nothing());
  }

  private static BundleState after(End<BundleState> end) {
    return switch (end) {
      case End.Finished<BundleState>(var now) -> now;
      case End.Failed<BundleState>(var fault) -> new BundleState.Failed(fault);
      case End.Cancelled<BundleState>() -> new BundleState.Failed(new WindowFault.Unexpected());
    };
  }

  /// Reads a bundle that anybody may have made.
  public void open(Path file) {
    background.<OpenedBundle>run(
        "open bundle",
        () -> OpenedBundle.of(services.bundles().read(file)),
        end ->
            opened.set(
                switch (end) {
                  case End.Finished<OpenedBundle>(var bundle) -> new Opened.Read(bundle);
                  case End.Failed<OpenedBundle>(var fault) -> new Opened.Unreadable(fault);
                  case End.Cancelled<OpenedBundle>() ->
                      new Opened.Unreadable(new WindowFault.Unexpected());
                }));
  }
}
