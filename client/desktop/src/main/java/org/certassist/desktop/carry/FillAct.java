package org.certassist.desktop.carry;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.certassist.core.declaration.Column;
import org.certassist.core.filing.FillTemplate;
import org.certassist.core.rules.Verdict;
import org.certassist.core.workbook.CopyName;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.SaveCopy;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The way of the checked rows into the portal's own template: the menu item that asks for both
/// files, and what came of it.
public final class FillAct {
  private final FillViewModel model;
  private final Asking asking;

  public FillAct(FillViewModel model, Asking asking) {
    this.model = model;
    this.asking = asking;
  }

  public MenuItem item(CheckState.InHand sheet, Words words) {
    MenuItem item = new MenuItem(words.get("fill.act"));
    item.setId("fill-template");
    item.setDisable(
        !(sheet instanceof CheckState.Checked checked
            && checked.verdict() instanceof Verdict.Passed));
    item.setOnAction(_ -> ask(sheet, words));
    return item;
  }

  private void ask(CheckState.InHand sheet, Words words) {
    asking
        .open(words.get("fill.which"), FileKind.workbooks(words))
        .ifPresent(template -> {
          String name =
              words.get("fill.name", CheckState.baseName(sheet.file()), CopyName.suffix(template));
          SaveCopy.of(template, asking)
              .ask(words.get("fill.where"), name, out -> model.fill(template, out));
        });
  }

  public Optional<Node> notice(Words words) {
    return switch (model.state().get()) {
      case FillState.Filled(var filled) -> Optional.of(done(filled, words));
      case FillState.Refused(var fault) -> Optional.of(Notice.of(Tone.BAD, fault, words));
      case FillState.Idle _, FillState.Filling _ -> Optional.empty();
    };
  }

  private static Notice done(FillTemplate.Filled filled, Words words) {
    String leftOut = words.list(filled.leftOut().stream().map(Column::header).toList());
    return leftOut.isEmpty()
        ? Notice.of(Tone.GOOD, words.get("fill.done"), words.get("fill.next"))
        : Notice.of(Tone.WARNING, words.get("fill.done"), words.get("fill.leftOut", leftOut));
  }
}
