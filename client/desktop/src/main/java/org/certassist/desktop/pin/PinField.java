package org.certassist.desktop.pin;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.certassist.core.key.Pin;
import org.certassist.desktop.fx.Make;
import org.jspecify.annotations.Nullable;

/// A field for a PIN over characters of our own, because JavaFX's PasswordField keeps Strings.
///
/// It offers no text, no selection, no undo and no drag. Copying is impossible; **pasting is off**,
/// since JavaFX hands the clipboard over as a String that nobody can wipe. It asks for no input
/// method, so an IME stays off while it has the focus. Backspace takes the last character away,
/// Delete all of them. What cannot be avoided: JavaFX reports each key as a String of one
/// character.
///
/// The password of a file is another matter ([#forPassword]): nothing is lost by a wrong one, it
/// may be long and hold anything, so there an input method and pasting work.
public final class PinField extends HBox {
  private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
  private static final double DOT = 4;

  private final PinBuffer buffer;
  private final Region caret = new Region();

  public PinField() {
    this(new PinBuffer());
  }

  /// A field for the password of a file, which is taken exactly as it is typed.
  public static PinField forPassword() {
    PinField field = new PinField(new PinBuffer(PinBuffer.MOST_OF_A_PASSWORD));
    field.setInputMethodRequests(new NoText());
    field.setOnInputMethodTextChanged(event -> field.append(event.getCommitted()));
    field.addEventHandler(KeyEvent.KEY_PRESSED, field::pasted);
    return field;
  }

  private PinField(PinBuffer buffer) {
    this.buffer = buffer;
    getStyleClass().add("pin-field");
    caret.getStyleClass().add("pin-caret");
    caret.visibleProperty().bind(focusedProperty());
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMousePressed(_ -> requestFocus());
    buffer.length().subscribe(length -> draw(length.intValue()));
    sceneProperty().subscribe(this::wipeWithoutScene);
  }

  /// How many characters are typed.
  public ReadOnlyIntegerProperty length() {
    return buffer.length();
  }

  /// Hands the PIN over; the field is empty and wiped afterwards.
  public Pin take() {
    return buffer.take();
  }

  public void wipe() {
    buffer.wipe();
  }

  /// Lets a rule look at what is typed, in bytes that are wiped at once.
  <T> T weigh(Function<Pin, T> rule) {
    return buffer.weigh(rule);
  }

  /// The field under its name.
  ///
  /// @param help said below it; nothing where empty
  public VBox under(String name, String help) {
    Label label = Make.label(name, "strong");
    label.setLabelFor(this);
    setAccessibleText(name);
    VBox box = new VBox(6, label, this);
    if (!help.isEmpty()) {
      box.getChildren().add(Make.paragraph(help, "muted", "small"));
    }
    return box;
  }

  boolean isWiped() {
    return buffer.isWiped();
  }

  /// A screen reader hears that it is a password field, never what is in it.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> "";
      case EDITABLE -> true;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private void wipeWithoutScene(@Nullable Object scene) {
    if (scene == null) {
      wipe();
    }
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean command = event.isControlDown() != event.isAltDown() || event.isMetaDown();
    if (command || typed.length() != 1 || !isTypable(typed.charAt(0))) {
      return;
    }
    buffer.append(typed.charAt(0));
    event.consume();
  }

  /// Half a character pair would be no PIN, and would cost a try.
  private static boolean isTypable(char typed) {
    return !Character.isISOControl(typed) && !Character.isSurrogate(typed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE) {
      buffer.removeLast();
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      buffer.wipe();
      event.consume();
    }
  }

  private void pasted(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      String text = Clipboard.getSystemClipboard().getString();
      append(text == null ? "" : text);
      event.consume();
    }
  }

  private void append(String text) {
    text.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> buffer.append((char) c));
  }

  /// An input method is told of no text.
  private static final class NoText implements InputMethodRequests {
    @Override
    public Point2D getTextLocation(int offset) {
      return Point2D.ZERO;
    }

    @Override
    public int getLocationOffset(int x, int y) {
      return 0;
    }

    @Override
    public void cancelLatestCommittedText() {}

    @Override
    public String getSelectedText() {
      return "";
    }
  }

  private void draw(int length) {
    pseudoClassStateChanged(FILLED, length > 0);
    getChildren().clear();
    for (int i = 0; i < length; i++) {
      Circle dot = new Circle(DOT);
      dot.getStyleClass().add("pin-dot");
      getChildren().add(dot);
    }
    getChildren().add(caret);
  }
}
