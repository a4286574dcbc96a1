package org.certassist.desktop.fx;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A place of several parts, of which one is shown: a heading with a segment for each, the chosen
/// part below.
///
/// @param <P> names the parts; the words of one are `<prefix>.part.<name>`, its button's id is
///   `<prefix>-<name>`
public final class Parts<P extends Enum<P>> {
  private final String prefix;
  private final ObjectProperty<P> part;
  private final Map<P, Node> panes = new LinkedHashMap<>();

  /// @param first is shown at the beginning
  public Parts(String prefix, P first) {
    this.prefix = prefix;
    this.part = new SimpleObjectProperty<>(first);
  }

  public ReadOnlyObjectProperty<P> shown() {
    return part;
  }

  /// A part that is higher than the window is scrolled as a whole.
  public Parts<P> scrolled(P which, Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    return whole(which, scroll);
  }

  /// A part that fits itself into the window.
  public Parts<P> whole(P which, Node pane) {
    pane.visibleProperty().bind(part.isEqualTo(which));
    panes.put(which, pane);
    return this;
  }

  /// Puts heading and parts into a place, whose title is in the words.
  public void into(VBox place, ObservableValue<String> title, ObservableValue<Words> words) {
    StackPane below = new StackPane(panes.values().toArray(Node[]::new));
    VBox.setVgrow(below, Priority.ALWAYS);
    place.getChildren().addAll(new Drawn<>(title, words, (said, now) -> heading(said, now)), below);
  }

  private Node heading(String title, Words words) {
    HBox line =
        new HBox(
            12,
            Make.label(title, "heading"),
            Make.gap(),
            Segments.alwaysOne(panes.keySet().stream().map(each -> segment(each, words)).toList()));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Segment segment(P each, Words words) {
    String name = each.name().toLowerCase(Locale.ROOT);
    Segment segment = new Segment(prefix + "-" + name, words.get(prefix + ".part." + name));
    segment.setSelected(part.get() == each);
    segment.setOnAction(_ -> part.set(each));
    return segment;
  }
}
