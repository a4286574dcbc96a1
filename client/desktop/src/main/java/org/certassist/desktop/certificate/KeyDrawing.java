package org.certassist.desktop.certificate;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.certassist.core.filing.UpgradeGuide.Colour;
import org.certassist.desktop.fx.Words;

/// A USB key as it lies on the desk, in the colour of its case.
final class KeyDrawing extends Pane {
  private static final double WIDTH = 196;
  private static final double HEIGHT = 76;
  private static final Color EDGE = Color.web("#57606a");

  /// The case from its lit upper edge to its shade, and the line around it.
  private record Paint(Color light, Color shade, Color line) {
    static Paint of(Colour colour) {
      return switch (colour) {
        case BLUE -> new Paint(Color.web("#4d94f5"), Color.web("#0b4db3"), Color.web("#083a87"));
        case SILVER -> new Paint(Color.web("#fafbfc"), Color.web("#aab1b9"), Color.web("#6e7781"));
      };
    }
  }

  KeyDrawing(Colour colour, Words words) {
    Paint paint = Paint.of(colour);
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(words.get("certificates.drawing." + colour.word()));
    getChildren().addAll(plug(), hole(24), hole(44), body(paint), label(), eye(paint), ring(paint));
  }

  private static Node plug() {
    Rectangle plug = new Rectangle(2, 20, 52, 36);
    outlined(plug, Color.web("#d0d7de"), EDGE);
    return plug;
  }

  private static Node hole(double y) {
    Rectangle hole = new Rectangle(16, y, 12, 8);
    hole.setFill(EDGE);
    return hole;
  }

  private static Node body(Paint paint) {
    Rectangle body = new Rectangle(50, 6, 140, 64);
    body.setArcWidth(36);
    body.setArcHeight(36);
    outlined(
        body,
        new LinearGradient(
            0,
            0,
            0,
            1,
            true,
            CycleMethod.NO_CYCLE,
            new Stop(0, paint.light()),
            new Stop(1, paint.shade())),
        paint.line());
    return body;
  }

  /// Where the CA's name and the number stand.
  private static Node label() {
    Rectangle label = new Rectangle(70, 24, 66, 28);
    label.setArcWidth(8);
    label.setArcHeight(8);
    label.setFill(Color.web("#ffffff", 0.75));
    return label;
  }

  private static Node eye(Paint paint) {
    Circle eye = new Circle(150, 38, 4);
    outlined(eye, Color.web("#3fb950"), paint.line());
    return eye;
  }

  /// Of the string it hangs on.
  private static Node ring(Paint paint) {
    Circle ring = new Circle(173, 38, 8);
    outlined(ring, Color.WHITE, paint.line());
    return ring;
  }

  private static void outlined(Shape shape, javafx.scene.paint.Paint fill, Color line) {
    shape.setFill(fill);
    shape.setStroke(line);
    shape.setStrokeWidth(1.5);
  }
}
