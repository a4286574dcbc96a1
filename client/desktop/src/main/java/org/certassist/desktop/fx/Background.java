package org.certassist.desktop.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.SupportCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one door between the window's thread and work: work runs on a virtual thread, its end is
/// told on the window's thread.
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor window;

  /// @param window runs what it is given on the window's thread, in order
  public Background(Executor window) {
    this.window = window;
  }

  /// The door to the JavaFX thread.
  public static Background ofJavaFx() {
    return new Background(Platform::runLater);
  }

  /// Starts blocking work; `end` hears exactly once what became of it.
  ///
  /// @param name of the thread, for the log
  public <T> Running run(String name, Work<T> work, Consumer<End<T>> end) {
    Thread thread =
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              End<T> what = ended(name, work);
              window.execute(() -> end.accept(what));
            });
    return new Running(thread);
  }

  /// Tells the window something while work goes on.
  public void tell(Runnable news) {
    window.execute(news);
  }

  private static <T> End<T> ended(String name, Work<T> work) {
    try {
      return new End.Finished<>(work.run());
    } catch (FaultException failed) {
      LOG.warn("{}: {}", name, failed.fault().id(), failed);
      return new End.Failed<>(failed.fault());
    } catch (InterruptedException cancelled) {
      return new End.Cancelled<>();
    } catch (RuntimeException | Error broken) {
      String code = SupportCode.of(broken);
      LOG.error("{}: unexpected, support code {}", name, code, broken);
      return new End.Failed<>(new WindowFault.Mistake(code));
    }
  }

  /// Blocking, interruptible work.
  @FunctionalInterface
  public interface Work<T> {
    T run() throws FaultException, InterruptedException;
  }

  /// What became of work.
  public sealed interface End<T> {
    record Finished<T>(T value) implements End<T> {}

    /// The world was broken in a way that has a name, [WindowFault.Mistake] where we made a
    /// mistake; the cause is in the log.
    record Failed<T>(Fault fault) implements End<T> {}

    /// It was interrupted, as asked.
    record Cancelled<T>() implements End<T> {}
  }

  /// Work that was started.
  public record Running(Thread thread) {
    /// Interrupts the work; its end is still told.
    public void cancel() {
      thread.interrupt();
    }
  }
}
