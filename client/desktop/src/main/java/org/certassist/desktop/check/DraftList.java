package org.certassist.desktop.check;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.draft.KeptDraft;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The drafts that she can go on with, one a line; nothing where there is none.
final class DraftList extends VBox {
  private final CheckViewModel model;
  private final Asking asking;
  private final Words words;

  DraftList(DraftsViewModel.Kept kept, CheckViewModel model, Asking asking, Words words) {
    this.model = model;
    this.asking = asking;
    this.words = words;
    setId("drafts");
    setSpacing(16);
    kept.fault().ifPresent(fault -> getChildren().add(Notice.of(Tone.WARNING, fault, words)));
    if (kept.damaged() > 0) {
      getChildren()
          .add(Notice.of(Tone.WARNING, words.ownFault("drafts.damaged", kept.damaged()), words));
    }
    if (!kept.drafts().isEmpty()) {
      VBox lines = new VBox(Make.label(words.get("drafts.title"), "subheading"));
      lines.getStyleClass().add("lines");
      kept.drafts().forEach(draft -> lines.getChildren().add(line(draft)));
      getChildren().add(lines);
    }
    boolean isEmpty = getChildren().isEmpty();
    setManaged(!isEmpty);
  }

  private Node line(KeptDraft draft) {
    VBox names =
        new VBox(
            2,
            Make.label(draft.name(), "strong"),
            Make.label(
                words.get("drafts.line", kind(draft), draft.rows(), words.time(draft.changed())),
                "muted"));
    HBox.setHgrow(names, Priority.ALWAYS);
    Button open = Make.button("open-draft", words.get("drafts.open"), () -> model.open(draft));
    open.setAccessibleText(words.get("drafts.openOf", draft.name()));
    Button away =
        Make.button("throw-away", words.get("drafts.throwAway"), () -> throwAway(draft), "flat");
    away.setAccessibleText(words.get("drafts.throwAwayOf", draft.name()));
    HBox line =
        new HBox(Make.icon(MaterialDesignP.PENCIL_OUTLINE, "icon-muted"), names, open, away);
    line.getStyleClass().add("line");
    return line;
  }

  private String kind(KeptDraft draft) {
    return model.kinds().stream()
        .filter(kind -> kind.id().equals(draft.kind()))
        .findFirst()
        .map(words::kind)
        .orElse(draft.kind());
  }

  private void throwAway(KeptDraft draft) {
    Asking.Question question =
        new Asking.Question(
            words.get("drafts.throwAwayTitle"),
            words.get("drafts.throwAwayWhat", draft.name(), draft.rows()),
            words.get("drafts.throwAwayAct"),
            words.get("drafts.throwAwayLeave"));
    if (asking.confirm(question)) {
      model.drafts().throwAway(draft);
    }
  }
}
