package org.certassist.desktop.carry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.ExportDeclaration.Export;
import org.certassist.core.filing.ExportDeclaration.Making;
import org.certassist.core.paper.Paper;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.rules.Verdict;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.CopyName;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.desktop.DesktopServices;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.Opener;

/// Makes the checked declaration into the file that the clerk carries, and opens what she needs for
/// it: the file, its folder, the portal's page.
public final class CarryViewModel {
  private static final String PDF = ".pdf";

  private final DesktopServices services;
  private final ObservableValue<Profile> profile;
  private final ObservableValue<CheckState> check;
  private final Originals originals;
  private final ShanghaiTime time;
  private final Background background;
  private final ReadOnlyObjectWrapper<CarryState> state =
      new ReadOnlyObjectWrapper<>(new CarryState.Idle());
  private final ReadOnlyObjectWrapper<Optional<Fault>> notOpened =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param time for the day that stands on the forms
  public CarryViewModel(
      DesktopServices services,
      ObservableValue<Profile> profile,
      ObservableValue<CheckState> check,
      Originals originals,
      ShanghaiTime time,
      Background background) {
    this.services = services;
    this.profile = profile;
    this.check = check;
    this.originals = originals;
    this.time = time;
    this.background = background;
  }

  public ReadOnlyObjectProperty<CarryState> state() {
    return state.getReadOnlyProperty();
  }

  /// Why the system did not show what she last wanted to see.
  public ReadOnlyObjectProperty<Optional<Fault>> notOpened() {
    return notOpened.getReadOnlyProperty();
  }

  /// The name that the file has to have, made of the one she chose.
  public Path named(Way way, CheckState.Checked checked, Path wanted) {
    Path original = originals.of(checked).file();
    return switch (way) {
      case PAGE_UPLOAD -> CopyName.isText(original) ? wanted : CopyName.of(original, wanted);
      case COUNTER -> {
        String name = String.valueOf(wanted.getFileName());
        yield name.toLowerCase(Locale.ROOT).endsWith(PDF)
            ? wanted
            : wanted.resolveSibling(name + PDF);
      }
      case REST -> throw sent();
    };
  }

  /// Makes the file; one that is there is replaced.
  public void make(Way way, Path out) {
    make(way, out, false);
  }

  /// The same as was refused, after she has confirmed that no earlier declaration that cannot be
  /// read is this one.
  public void makeNotFiledBefore() {
    if (state.get() instanceof CarryState.Refused refused) {
      make(refused.way(), refused.out(), true);
    }
  }

  /// Takes what is in the way out of the outbox, then makes the file that was refused.
  public void withdraw(History inTheWay) {
    if (state.get() instanceof CarryState.Refused refused) {
      state.set(new CarryState.Making());
      background.<History>run(
          "withdraw",
          () -> services.withdraw().withdraw(inTheWay.id()),
          end -> {
            switch (end) {
              case End.Finished<History> _ -> make(refused.way(), refused.out());
              case End.Failed<History>(Fault fault) -> refuse(refused.way(), refused.out(), fault);
              case End.Cancelled<History>() -> state.set(new CarryState.Idle());
            }
          });
    }
  }

  private void make(Way way, Path out, boolean notFiledBefore) {
    if (check.getValue() instanceof CheckState.Checked checked
        && checked.verdict() instanceof Verdict.Passed passed) {
      Profile now = profile.getValue();
      Original original = originals.of(checked);
      state.set(new CarryState.Making());
      background.<CarryState.Made>run(
          "export",
          () -> {
            refuseOriginal(original.file(), out);
            List<Paper.Gap> gaps = new ArrayList<>();
            Making making = making(way, passed.declaration(), original, now, gaps);
            History history =
                services
                    .export()
                    .export(
                        passed.declaration(), now, notFiledBefore, new Export(way, out, making));
            return new CarryState.Made(history, out, gaps);
          },
          end -> {
            switch (end) {
              case End.Finished<CarryState.Made>(CarryState.Made made) -> state.set(made);
              case End.Failed<CarryState.Made>(Fault fault) -> {
                if (checked.equals(check.getValue())) {
                  refuse(way, out, fault);
                } else {
                  state.set(new CarryState.Idle());
                }
              }
              case End.Cancelled<CarryState.Made>() -> state.set(new CarryState.Idle());
            }
          });
    } else {
      state.set(new CarryState.Idle());
    }
  }

  private Making making(
      Way way,
      CheckedDeclaration declaration,
      Original original,
      Profile profile,
      List<Paper.Gap> gaps) {
    return switch (way) {
      case PAGE_UPLOAD -> _ -> original.bytes();
      case COUNTER ->
          id -> {
            Paper paper = services.papers().print(id, declaration, profile, time.today());
            gaps.addAll(paper.gaps());
            return paper.pdf();
          };
      case REST -> throw sent();
    };
  }

  private static IllegalArgumentException sent() {
    return new IllegalArgumentException("what is sent is not carried");
  }

  private static void refuseOriginal(Path original, Path out) throws FaultException {
    try {
      if (Files.exists(out) && Files.exists(original) && Files.isSameFile(original, out)) {
        throw new FaultException(UsageFault.of("usage.outputIsInput", out.toString()));
      }
    } catch (IOException unknown) {
      throw new WorkbookException(new FileFault.NotWritten(out.toString()), unknown);
    }
  }

  private void refuse(Way way, Path out, Fault fault) {
    new InTheWay(services.archive(), background)
        .of(fault, found -> state.set(new CarryState.Refused(way, out, fault, found)));
  }

  /// Back to the sheet; what was made stays made.
  public void dismiss() {
    notOpened.set(Optional.empty());
    if (!(state.get() instanceof CarryState.Making)) {
      state.set(new CarryState.Idle());
    }
  }

  /// Shows how a declaration stands now, where it is the one just made; one that was withdrawn is
  /// not to be carried any more.
  public void renew(History history) {
    if (state.get() instanceof CarryState.Made made && made.history().id().equals(history.id())) {
      state.set(
          history.stage() == Stage.WITHDRAWN
              ? new CarryState.Idle()
              : new CarryState.Made(history, made.file(), made.gaps()));
    }
  }

  public void openFile(Path file) {
    open("open file", opener -> opener.file(file));
  }

  public void openFolder(Path file) {
    Path whole = file.toAbsolutePath();
    Path folder = Objects.requireNonNullElse(whole.getParent(), whole);
    open("open folder", opener -> opener.folder(folder));
  }

  public void openPage(URI page) {
    open("portal page", opener -> opener.page(page));
  }

  /// What the system is asked to show.
  private interface Showing {
    void by(Opener opener) throws FaultException, InterruptedException;
  }

  private void open(String name, Showing showing) {
    notOpened.set(Optional.empty());
    background.<Boolean>run(
        name,
        () -> {
          showing.by(services.opener());
          return true;
        },
        end -> {
          if (end instanceof End.Failed<Boolean>(Fault fault)) {
            notOpened.set(Optional.of(fault));
          }
        });
  }
}
