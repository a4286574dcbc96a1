package org.certassist.desktop.driver;

import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.certassist.core.detection.TriedDriver;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.TokenKey;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.DriverTone;

/// What came of testing the library that she picked, and whether it is to be used.
final class PickingPane extends StackPane {
  private final DriversViewModel model;
  private final Words words;

  PickingPane(Picking picking, DriversViewModel model, Words words) {
    this.model = model;
    this.words = words;
    setAlignment(Pos.TOP_LEFT);
    switch (picking) {
      case Picking.Nothing _ -> {}
      case Picking.Testing(Path file) -> getChildren().add(testing(file));
      case Picking.Tested tested -> getChildren().add(tested(tested));
      case Picking.Taken(Path file) ->
          getChildren()
              .add(closing(Notice.of(Tone.GOOD, words.get("drivers.picking.taken", name(file)))));
      case Picking.Failed(var fault) ->
          getChildren().add(closing(Notice.of(Tone.BAD, fault, words)));
    }
  }

  private Node testing(Path file) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(20, 20);
    HBox line =
        new HBox(
            12, turning, Make.paragraph(words.get("drivers.picking.testing", name(file)), "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Notice tested(Picking.Tested tested) {
    TriedDriver tried = tested.tried();
    String file = name(tried.file());
    String took = DriverWords.seconds(tested.took());
    Notice notice = notice(tried, file, took);
    notice.setId("picking-tested");
    return notice;
  }

  private Notice notice(TriedDriver tried, String file, String took) {
    if (tried.showsAKey()) {
      Notice sees =
          Notice.of(
              Tone.GOOD,
              words.get("drivers.picking.sees", file, tried.keys().size(), took),
              words.get(
                  "drivers.picking.seesHelp",
                  tried.keys().stream()
                      .map(TokenKey::serial)
                      .collect(Collectors.joining(words.get("list.separator")))),
              tried.file().toString());
      sees.add(
          new HBox(
              8,
              Make.button("picking-take", words.get("drivers.picking.take"), model::take, "accent"),
              Make.button(
                  "picking-leave", words.get("drivers.picking.leave"), model::pickNothing)));
      return sees;
    }
    DriverState state = tried.report().state();
    if (state == DriverState.NO_TOKEN || state == DriverState.READY) {
      return closing(
          Notice.of(
              Tone.WARNING,
              words.get("drivers.picking.blind", file, took),
              words.get("drivers.picking.blindHelp"),
              tried.file().toString()));
    }
    return unusable(tried, file, took);
  }

  private Notice unusable(TriedDriver tried, String file, String took) {
    DriverState state = tried.report().state();
    Notice notice =
        Notice.of(
            DriverTone.of(state),
            words.get("drivers.picking.failed", file, words.shared().driverState(state), took),
            words
                .shared()
                .triedDriverHelp(state, tried.report().doubt())
                .orElseGet(() -> words.get("drivers.picking.unexplained")),
            tried.file().toString(),
            tried.report().reason());
    if (tried.report().waitsForConsent()) {
      notice.add(
          Make.button("picking-again", words.get("drivers.useAgain"), model::pickAgain, "small"));
    }
    return closing(notice);
  }

  private Notice closing(Notice notice) {
    notice.add(
        Make.button(
            "picking-close", words.get("drivers.picking.close"), model::pickNothing, "small"));
    return notice;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
