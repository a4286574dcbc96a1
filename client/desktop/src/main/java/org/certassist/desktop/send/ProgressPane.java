package org.certassist.desktop.send;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is behind us, what goes on now, what is still to come; and a way to stop.
final class ProgressPane extends VBox {
  private static final double WIDTH = 560;

  ProgressPane(SendState.Sending sending, SendViewModel model, Words words) {
    super(20);
    setMaxWidth(WIDTH);
    setAlignment(Pos.TOP_LEFT);
    VBox steps = new VBox();
    steps.setId("progress");
    steps.getStyleClass().addAll("steps", "card");
    boolean nowFound = false;
    for (WayPoint point : WayPoint.ALL) {
      boolean done = point.isDone(sending.reached());
      boolean now = !done && !nowFound;
      nowFound |= now;
      steps.getChildren().add(line(point, done, now, words));
    }
    Button cancel = Make.button("send-cancel", words.get("send.cancel"), model::cancel);
    cancel.setCancelButton(true);
    cancel.setDisable(sending.cancelAsked());
    getChildren()
        .addAll(
            Make.label(words.get("send.title"), "heading"),
            steps,
            aboutCancel(sending, words),
            new HBox(cancel));
  }

  private static Node line(WayPoint point, boolean done, boolean now, Words words) {
    HBox line = new HBox(sign(done, now), Make.label(words.get("step." + point.id())));
    line.getStyleClass().addAll("step", done ? "done" : now ? "now" : "later");
    return line;
  }

  private static Node sign(boolean done, boolean now) {
    if (now) {
      ProgressIndicator turning = new ProgressIndicator();
      turning.setPrefSize(20, 20);
      turning.setMinSize(20, 20);
      return turning;
    }
    return done
        ? Make.icon(MaterialDesignC.CHECK_CIRCLE, "icon-good")
        : Make.icon(MaterialDesignC.CIRCLE_OUTLINE, "icon-muted");
  }

  private static Node aboutCancel(SendState.Sending sending, Words words) {
    if (sending.cancelAsked()) {
      return Notice.of(Tone.INFO, words.get("send.cancelling"), underWay(sending, words));
    }
    return Make.paragraph(
        sending.isUnderWay() ? underWay(sending, words) : words.get("send.cancelSafe"), "muted");
  }

  private static String underWay(SendState.Sending sending, Words words) {
    return sending.isUnderWay() ? words.get("send.cancelUnderWay") : "";
  }
}
