package org.certassist.desktop.key;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.certassist.core.key.DriverReport;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;

/// The drivers that keys were looked for with: those in trouble first, each with what to do; one
/// that was switched off after its crashes can be used again.
final class DriverList extends VBox {
  /// @param door to the place that says all of them
  DriverList(List<DriverReport> drivers, KeyViewModel model, Runnable door, Words words) {
    super(8);
    setId("drivers");
    getChildren().add(Make.label(words.get("key.drivers"), "strong"));
    if (drivers.isEmpty()) {
      getChildren().add(Make.paragraph(words.get("key.noDriver"), "muted"));
    }
    if (drivers.stream().anyMatch(driver -> help(driver, words).isPresent())) {
      getChildren().add(Make.button("drivers-more", words.get("key.toDrivers"), door, "small"));
    }
    drivers.stream()
        .sorted(Comparator.comparing(driver -> help(driver, words).isEmpty()))
        .forEach(driver -> getChildren().add(line(driver, model, words)));
  }

  private static Optional<String> help(DriverReport driver, Words words) {
    return words.shared().driverHelp(driver.state(), driver.doubt());
  }

  private static VBox line(DriverReport driver, KeyViewModel model, Words words) {
    Label product = Make.paragraph(driver.product());
    driver.path().ifPresent(path -> product.setTooltip(new Tooltip(path.toString())));
    Label state =
        Make.paragraph(
            words.shared().driverState(driver.state()),
            "small",
            DriverTone.of(driver.state()).styleClass() + "-words");
    if (!driver.reason().isEmpty()) {
      state.setTooltip(new Tooltip(driver.reason()));
    }
    VBox line = new VBox(2, product, state);
    help(driver, words).ifPresent(text -> line.getChildren().add(Make.paragraph(text, "small")));
    if (driver.waitsForConsent()) {
      line.getChildren()
          .add(
              Make.button(
                  "use-again-" + driver.id(),
                  words.get("key.useAgain"),
                  () -> model.useAgain(driver.id()),
                  "small"));
    }
    return line;
  }
}
