package org.certassist.desktop.doctor;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Segment;
import org.certassist.desktop.fx.Segments;
import org.certassist.desktop.fx.Words;

/// The place of diagnosis: the check-up, messages explained, help by phone, the log; one of them is
/// shown.
public final class DoctorPlace extends VBox {
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.CHECKUP);

  /// What can be looked at; its words are `doctor.part.<name>`.
  private enum Part {
    CHECKUP,
    EXPLAIN,
    HELP,
    LOG;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DoctorPlace(
      CheckupViewModel checkup,
      ExplainViewModel explain,
      HelpViewModel help,
      BundleViewModel bundles,
      LogViewModel log,
      Asking asking,
      ObservableValue<Profile> profile,
      ShanghaiTime time,
      ObservableValue<Words> words) {
    super(16);
    setId("doctor-place");
    StackPane parts =
        new StackPane(
            part(Part.CHECKUP, new CheckupPane(checkup, profile, time, words)),
            part(Part.EXPLAIN, new ExplainPane(explain, profile, time, words)),
            part(Part.HELP, new HelpPane(help, bundles, asking, profile, time, words)),
            shown(Part.LOG, new LogPane(log, words)));
    part.subscribe(now -> {
      if (now == Part.LOG) {
        log.look();
      }
    });
    VBox.setVgrow(parts, Priority.ALWAYS);
    getChildren().addAll(new Drawn<>(words, words, (_, now) -> heading(now)), parts);
  }

  private Node heading(Words now) {
    HBox line =
        new HBox(
            12,
            Make.label(now.get("doctor.title"), "heading"),
            Make.gap(),
            Segments.alwaysOne(
                Stream.of(Part.values())
                    .map(each -> {
                      Segment segment =
                          new Segment(
                              "doctor-" + each.word(), now.get("doctor.part." + each.word()));
                      segment.setSelected(part.get() == each);
                      segment.setOnAction(_ -> part.set(each));
                      return segment;
                    })
                    .toList()));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node part(Part which, Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    return shown(which, scroll);
  }

  private Node shown(Part which, Node pane) {
    pane.visibleProperty().bind(part.isEqualTo(which));
    return pane;
  }
}
