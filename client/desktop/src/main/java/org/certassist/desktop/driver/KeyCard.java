package org.certassist.desktop.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.driver.Product;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// One plugged key: which it is, which driver it needs, whether that serves, and what to do now.
final class KeyCard extends VBox {
  private final PluggedKey key;
  private final Seen seen;
  private final DriversViewModel model;
  private final Words words;

  KeyCard(PluggedKey key, Seen seen, DriversViewModel model, Words words) {
    this.key = key;
    this.seen = seen;
    this.model = model;
    this.words = words;
    setId("plugged-" + key.device().id().toString().replace(':', '-'));
    getStyleClass().add("card");
    DriverWords said = new DriverWords(words);
    HBox title =
        new HBox(
            8,
            Make.icon(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE, "icon-muted"),
            Make.paragraph(said.title(key), "subheading"));
    title.setAlignment(Pos.CENTER_LEFT);
    GridPane facts = Make.facts();
    Make.fact(facts, words.get("drivers.device"), Make.paragraph(said.device(key.device())));
    Make.fact(facts, words.get("drivers.driver"), needed());
    Notice verdict =
        Notice.of(
            DriverWords.tone(key),
            said.verdict(key),
            seen.isInstalling(key) ? "" : said.next(key).orElse(""));
    getChildren().addAll(title, facts, verdict);
    FlowPane buttons = new FlowPane(8, 8, buttons());
    if (!buttons.getChildren().isEmpty()) {
      getChildren().add(buttons);
    }
  }

  /// The drivers of it that are there, each with its place; else what they are called.
  private Node needed() {
    List<DriverReport> own = own();
    if (there().isEmpty()) {
      return Make.paragraph(
          own.isEmpty()
              ? withoutPkcs11()
              : words.get(
                  "drivers.notThere",
                  words.list(own.stream().map(DriverReport::product).toList())));
    }
    VBox lines = new VBox(2);
    for (DriverReport driver : there()) {
      lines.getChildren().add(Make.paragraph(driver.product()));
      driver
          .path()
          .ifPresent(
              path -> lines.getChildren().add(Make.paragraph(path.toString(), "muted", "small")));
    }
    return lines;
  }

  private List<DriverReport> there() {
    return own().stream().filter(driver -> driver.state() != DriverState.NOT_INSTALLED).toList();
  }

  /// Its product's, and the one that she picked for it.
  private List<DriverReport> own() {
    List<String> ids = key.product().map(Product::drivers).orElse(List.of());
    Stream<DriverReport> picked =
        key.driver().stream().filter(driver -> !ids.contains(driver.id()));
    Stream<DriverReport> known =
        seen.overview().drivers().stream().filter(driver -> ids.contains(driver.id()));
    return Stream.concat(picked, known).toList();
  }

  private String withoutPkcs11() {
    return key.product()
        .map(product ->
            product.skf().isEmpty()
                ? words.get("drivers.noneKnown")
                : words.get("drivers.skfFiles", words.list(product.skf())))
        .orElseGet(() -> words.get("drivers.unknown"));
  }

  private Node[] buttons() {
    Stream.Builder<Node> buttons = Stream.builder();
    if (seen.mendable().contains(key) && !seen.isInstalling(key)) {
      key.product()
          .ifPresent(product ->
              buttons.add(
                  Make.button(
                      "install-" + product.id(),
                      words.get(there().isEmpty() ? "drivers.install" : "drivers.installAgain"),
                      () -> model.install(product),
                      "accent")));
    }
    seen.overview()
        .untried(key)
        .ifPresent(module ->
            buttons.add(
                Make.button(
                    "try-registered",
                    words.get("drivers.tryRegistered"),
                    () -> model.pick(Path.of(module.path())))));
    key.driver()
        .filter(DriverReport::waitsForConsent)
        .ifPresent(driver ->
            buttons.add(
                Make.button(
                    "key-use-again-" + driver.id(),
                    words.get("drivers.useAgain"),
                    () -> model.useAgain(driver.id()))));
    return buttons.build().toArray(Node[]::new);
  }
}
