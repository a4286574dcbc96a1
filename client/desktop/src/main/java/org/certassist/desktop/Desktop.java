package org.certassist.desktop;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Look;
import org.certassist.texts.Language;

/// The door to the window for the rest of the program.
///
/// Plain static calls, so that a launcher on the class path can use it without extending
/// `Application`.
public final class Desktop {
  private Desktop() {}

  /// Shows the main window and returns when it has been closed; once in a process.
  ///
  /// @throws UnsupportedOperationException where there is no display
  public static void open(DesktopServices services, Language language) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> {
      Look.install();
      Stage stage = new Stage();
      MainWindow window = new MainWindow(stage, services, language, Background.ofJavaFx());
      stage.setOnHidden(_ -> closed.countDown());
      window.show();
    });
    try {
      closed.await();
    } finally {
      Platform.exit();
    }
  }
}
