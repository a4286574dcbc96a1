package org.certassist.desktop.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;

/// The buttons under a result for what can be taken away from it.
public record Keepsakes(Evidence evidence, Asking asking, Profile profile) {
  public List<Node> buttons(History history, Words words) {
    List<Node> buttons = new ArrayList<>();
    if (history.last(Step.Signed.class).isPresent()) {
      buttons.add(
          Make.button("evidence", words.get("result.evidence"), () -> evidence.show(history)));
    }
    Optional<Kind> kind = profile.kind(history.content().kind());
    if (kind.isPresent() && hasRefusals(history)) {
      buttons.add(
          Make.button(
              "save-refused",
              words.get("result.saveRefused"),
              () -> save(history, kind.get(), words)));
    }
    return buttons;
  }

  private static boolean hasRefusals(History history) {
    return history
        .last(Step.Answered.class)
        .filter(step -> step.answers().refused() > 0)
        .isPresent();
  }

  private void save(History history, Kind kind, Words words) {
    String name = CheckState.baseName(java.nio.file.Path.of(history.content().source()));
    asking
        .save(words.get("result.saveRefusedTitle"), words.get("save.refusedName", name))
        .ifPresent(out -> evidence.saveRefused(history, kind, out));
  }
}
