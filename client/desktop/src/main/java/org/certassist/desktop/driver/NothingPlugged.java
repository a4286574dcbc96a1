package org.certassist.desktop.driver;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.driver.Product;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// What to try where nothing is seen that is known to be a key.
final class NothingPlugged extends VBox {
  private static final List<String> TO_TRY = List.of("socket", "extension", "remote", "light");

  private final DriversViewModel model;
  private final Words words;

  NothingPlugged(DriversViewModel model, Words words) {
    this.model = model;
    this.words = words;
    setId("nothing-plugged");
    getStyleClass().add("card");
    HBox title =
        new HBox(
            8,
            Make.icon(MaterialDesignU.USB, "icon-muted"),
            Make.paragraph(words.get("drivers.nothing"), "subheading"));
    title.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, Make.paragraph(words.get("drivers.nothingHelp")));
    for (String one : TO_TRY) {
      var said = Make.paragraph(words.get("drivers.nothing." + one));
      HBox.setHgrow(said, Priority.ALWAYS);
      getChildren().add(new HBox(8, Make.label("•", "muted"), said));
    }
    List<Product> models = model.installable();
    if (!models.isEmpty()) {
      getChildren().addAll(Make.paragraph(words.get("drivers.nothing.install")), choice(models));
    }
  }

  private Node choice(List<Product> models) {
    MenuButton choice = new MenuButton(words.get("drivers.nothing.models"));
    choice.setId("install-model");
    for (Product product : models) {
      MenuItem item = new MenuItem(product.name());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> model.install(product));
      choice.getItems().add(item);
    }
    return choice;
  }
}
