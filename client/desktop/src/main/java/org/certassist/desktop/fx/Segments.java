package org.certassist.desktop.fx;

import java.util.List;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/// Puts segments side by side.
public final class Segments {
  private Segments() {}

  /// One is always chosen, also when it is pressed again.
  public static SegmentedButton alwaysOne(List<Segment> segments) {
    SegmentedButton row = new SegmentedButton(segments.toArray(Segment[]::new));
    ToggleGroup group = new ToggleGroup();
    row.setToggleGroup(group);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    return row;
  }
}
