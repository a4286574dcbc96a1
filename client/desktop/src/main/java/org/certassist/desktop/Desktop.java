package org.certassist.desktop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.certassist.core.helpdesk.SupportCode;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Look;
import org.certassist.texts.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door to the window for the rest of the program.
///
/// Plain static calls, so that a launcher on the class path can use it without extending
/// `Application`.
public final class Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

  private Desktop() {}

  /// Shows the main window and returns when it has been closed; once in a process.
  ///
  /// @throws UnsupportedOperationException where there is no display
  public static void open(DesktopServices services, Language language) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    FutureTask<Void> showing =
        new FutureTask<>(() -> {
          show(services, language, closed);
          return null;
        });
    Platform.startup(showing);
    try {
      showing.get();
      closed.await();
    } catch (ExecutionException notShown) {
      throw new IllegalStateException("the window could not be made", notShown.getCause());
    } finally {
      Platform.exit();
    }
  }

  private static void show(DesktopServices services, Language language, CountDownLatch closed) {
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, mistake) ->
            LOG.error(
                "{}: unexpected, support code {}",
                thread.getName(),
                SupportCode.of(mistake),
                mistake));
    Look.install();
    Stage stage = new Stage();
    stage.setOnHidden(_ -> closed.countDown());
    new MainWindow(stage, services, language, Background.ofJavaFx()).show();
  }
}
