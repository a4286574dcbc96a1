package org.certassist.desktop.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.PreparedDeclaration;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.desktop.DesktopServices;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// What is shown once sending has ended, in whatever way: the result, the same question again, or
/// what the archive says was kept.
final class AfterSending {
  private final DesktopServices services;
  private final Background background;
  private final Consumer<SendState> state;

  /// @param state takes what is shown
  AfterSending(DesktopServices services, Background background, Consumer<SendState> state) {
    this.services = services;
    this.background = background;
    this.state = state;
  }

  void ended(End<History> end, SendState.Asking asked, PreparedDeclaration prepared) {
    switch (end) {
      case End.Finished<History>(History history) ->
          state.accept(new SendState.Ended(history, false));
      case End.Cancelled<History>() ->
          lookUp(
              prepared,
              kept ->
                  kept.<SendState>map(history -> new SendState.Ended(history, true))
                      .orElseGet(SendState.Cancelled::new),
              unread -> unread);
      case End.Failed<History>(Fault fault) ->
          askedAgain(fault, asked)
              .ifPresentOrElse(
                  state,
                  () -> lookUp(prepared, kept -> new SendState.NotSent(fault, kept), _ -> fault));
    }
  }

  void outboxEnded(End<List<SendOutbox.Taken>> end, SendState.Asking asked, List<History> waited) {
    switch (end) {
      case End.Finished<List<SendOutbox.Taken>>(var taken) ->
          state.accept(new SendState.OutboxSent(taken));
      case End.Cancelled<List<SendOutbox.Taken>>() -> outboxStopped(waited, Optional.empty());
      case End.Failed<List<SendOutbox.Taken>>(Fault fault) ->
          askedAgain(fault, asked)
              .ifPresentOrElse(state, () -> outboxStopped(waited, Optional.of(fault)));
    }
  }

  /// Some may have been filed before it ended: the archive says which.
  private void outboxStopped(List<History> waited, Optional<Fault> why) {
    background.<List<SendOutbox.Taken>>run(
        "look up",
        () -> {
          List<SendOutbox.Taken> now = new ArrayList<>();
          for (History before : waited) {
            Stage stage = services.archive().find(before.id()).orElse(before).stage();
            now.add(new SendOutbox.Taken(before.id(), before.stage(), stage, Optional.empty()));
          }
          return now;
        },
        end ->
            state.accept(
                switch (end) {
                  case End.Finished<List<SendOutbox.Taken>>(var now) ->
                      new SendState.OutboxStopped(now, why);
                  case End.Failed<List<SendOutbox.Taken>>(Fault fault) ->
                      new SendState.NotSent(why.orElse(fault), Optional.empty());
                  case End.Cancelled<List<SendOutbox.Taken>>() ->
                      throw new IllegalStateException("nobody cancels this");
                }));
  }

  /// The archive, not our memory, says what was kept.
  ///
  /// @param broken what is told where the archive cannot be read either: why sending failed may
  ///   name a receipt that stands nowhere else
  private void lookUp(
      PreparedDeclaration prepared,
      Function<Optional<History>, SendState> then,
      UnaryOperator<Fault> broken) {
    background.<Optional<History>>run(
        "look up",
        () -> services.archive().find(prepared.id()),
        end ->
            state.accept(
                switch (end) {
                  case End.Finished<Optional<History>>(var kept) -> then.apply(kept);
                  case End.Failed<Optional<History>>(Fault fault) ->
                      new SendState.NotSent(broken.apply(fault), Optional.empty());
                  case End.Cancelled<Optional<History>>() -> then.apply(Optional.empty());
                }));
  }

  /// Where only the PIN was the trouble the same question is put again; nothing is tried by itself.
  private static Optional<SendState> askedAgain(Fault fault, SendState.Asking asked) {
    return switch (fault) {
      case KeyFault.PinWrong(PinState after) -> Optional.of(asked.again(after, fault));
      case KeyFault.PinLocked _ -> Optional.of(asked.again(PinState.LOCKED, fault));
      case KeyFault.PinLastTry _ -> Optional.of(asked.again(PinState.LAST_TRY, fault));
      case KeyFault.PinUnusable _ -> Optional.of(asked.again(asked.pin(), fault));
      case KeyFault.PinUntypable _ -> Optional.of(asked.again(asked.pin(), fault));
      case KeyFault.FilePasswordWrong _ -> Optional.of(asked.again(asked.pin(), fault));
      case KeyFault.FilePasswordWrongOdd _ -> Optional.of(asked.again(asked.pin(), fault));
      case KeyFault.NoPin _ -> Optional.of(asked.again(asked.pin(), new WindowFault.KeyLetGo()));
      default -> Optional.empty();
    };
  }
}
