package org.certassist.desktop.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import org.certassist.core.draft.ClipboardText;
import org.certassist.core.draft.EditedDraft.At;

/// The grid's keyboard while no cell is being edited: typing begins, and the keys of spreadsheets
/// copy, cut, paste and empty.
final class GridKeys {
  private final SheetGrid grid;
  private final SheetInHand sheet;

  private GridKeys(SheetGrid grid, SheetInHand sheet) {
    this.grid = grid;
    this.sheet = sheet;
  }

  static void of(SheetGrid grid, SheetInHand sheet) {
    GridKeys keys = new GridKeys(grid, sheet);
    grid.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    grid.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
  }

  private void pressed(KeyEvent key) {
    if (grid.getEditingCell() != null) {
      return;
    }
    if (key.isShortcutDown()) {
      switch (key.getCode()) {
        case C -> act(key, this::copy);
        case X -> act(key, this::cut);
        case V -> act(key, this::paste);
        default -> {}
      }
    } else {
      switch (key.getCode()) {
        case F2, ENTER -> act(key, () -> grid.edit(""));
        case DELETE, BACK_SPACE -> act(key, () -> sheet.put(grid.selected(), ""));
        default -> {}
      }
    }
  }

  private static void act(KeyEvent key, Runnable act) {
    key.consume();
    act.run();
  }

  private void typed(KeyEvent key) {
    boolean isText =
        !key.getCharacter().isEmpty()
            && !key.isShortcutDown()
            && !key.isControlDown()
            && !key.isAltDown()
            && key.getCharacter().codePoints().noneMatch(Character::isISOControl);
    if (isText && grid.getEditingCell() == null) {
      act(key, () -> grid.edit(key.getCharacter()));
    }
  }

  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      sheet.paste(grid.selected(), text);
    }
  }

  private void cut() {
    copy();
    sheet.put(grid.selected(), "");
  }

  /// The block around the selected cells; those between them that are not selected stay empty.
  private void copy() {
    List<At> cells = grid.selected();
    if (cells.isEmpty()) {
      return;
    }
    List<String> fields = grid.selectedFields();
    Map<Integer, List<At>> byRow =
        cells.stream()
            .collect(Collectors.groupingBy(At::row, LinkedHashMap::new, Collectors.toList()));
    List<List<String>> block = new ArrayList<>();
    byRow.forEach((row, selected) ->
        block.add(
            fields.stream()
                .map(field -> selected.contains(new At(row, field)) ? shown(row, field) : "")
                .toList()));
    ClipboardContent content = new ClipboardContent();
    content.putString(ClipboardText.of(block));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private String shown(int row, String field) {
    return grid.getItems().get(row).cell(field).shown();
  }
}
