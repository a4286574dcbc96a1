package org.certassist.desktop.driver;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyInFile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.DriverTone;

/// The drivers that are on this PC, those in trouble first, each with what can be done with it.
final class DriverRows extends VBox {
  private final DriversViewModel model;
  private final Optional<TrialOfDriver> test;
  private final Words words;
  private final DriverWords said;

  DriverRows(
      List<DriverReport> drivers,
      Optional<TrialOfDriver> test,
      DriversViewModel model,
      Words words) {
    this.model = model;
    this.test = test;
    this.words = words;
    this.said = new DriverWords(words);
    setId("driver-rows");
    getStyleClass().add("lines");
    List<DriverReport> there =
        drivers.stream()
            .filter(driver -> !driver.id().equals(KeyInFile.DRIVER))
            .filter(driver -> driver.state() != DriverState.NOT_INSTALLED)
            .sorted(Comparator.comparing(driver -> said.help(driver).isEmpty()))
            .toList();
    there.forEach(driver -> getChildren().add(row(driver)));
    long others =
        drivers.stream().filter(driver -> driver.state() == DriverState.NOT_INSTALLED).count();
    if (there.isEmpty()) {
      getChildren().add(Make.paragraph(words.get("drivers.noneHere"), "muted"));
    }
    if (others > 0) {
      getChildren()
          .add(Make.paragraph(words.get("drivers.others", others), "muted", "small", "others"));
    }
  }

  private Node row(DriverReport driver) {
    Label name = Make.paragraph(driver.product(), "strong");
    Label state =
        Make.paragraph(
            words.label(words.shared().driverState(driver.state())),
            DriverTone.of(driver.state()).styleClass() + "-words");
    VBox text = new VBox(2, name, state);
    if (DriversViewModel.isPicked(driver)) {
      name.setText(words.get("drivers.chosen", driver.product()));
    }
    driver
        .path()
        .ifPresent(
            path -> text.getChildren().add(Make.paragraph(path.toString(), "muted", "small")));
    said.help(driver).ifPresent(help -> text.getChildren().add(Make.paragraph(help)));
    if (!driver.reason().isEmpty()) {
      text.getChildren().add(Make.paragraph(driver.reason(), "muted", "small"));
    }
    TrialOfDriver.of(driver.id(), test).ifPresent(each -> text.getChildren().add(answer(each)));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(text, buttons(driver));
    row.setId("driver-" + driver.id());
    row.getStyleClass().add("line");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node answer(TrialOfDriver test) {
    Node answer =
        switch (test) {
          case TrialOfDriver.Asking _ -> Make.paragraph(words.get("drivers.testing"), "muted");
          case TrialOfDriver.Answered answered -> answered(answered);
          case TrialOfDriver.Failed(_, var fault) -> Notice.of(Tone.BAD, fault, words);
        };
    answer.setId("driver-tested");
    return answer;
  }

  private Node answered(TrialOfDriver.Answered answer) {
    DriverState state =
        answer.seen().drivers().stream()
            .findFirst()
            .map(DriverReport::state)
            .orElse(DriverState.NOT_INSTALLED);
    return Make.badge(
        words.get(
            "drivers.tested",
            words.label(words.shared().driverState(state)),
            answer.seen().keys().size(),
            DriverWords.seconds(answer.took())),
        DriverTone.of(state));
  }

  private Node buttons(DriverReport driver) {
    HBox row = new HBox(8);
    driver.path().ifPresent(_ -> row.getChildren().add(testing(driver)));
    if (driver.waitsForConsent()) {
      row.getChildren()
          .add(
              Make.button(
                  "drivers-use-again-" + driver.id(),
                  words.get("drivers.useAgain"),
                  () -> model.useAgain(driver.id()),
                  "small"));
    }
    if (DriversViewModel.isPicked(driver)) {
      row.getChildren()
          .add(
              Make.button(
                  "forget-" + driver.id(),
                  words.get("drivers.forget"),
                  () -> model.forget(driver.id()),
                  "small"));
    }
    return row;
  }

  private Button testing(DriverReport driver) {
    Button testing =
        Make.button(
            "test-" + driver.id(),
            words.get("drivers.test"),
            () -> model.test(driver.id()),
            "small");
    testing.setAccessibleText(words.get("drivers.testOf", driver.product()));
    testing.setDisable(test.filter(TrialOfDriver.Asking.class::isInstance).isPresent());
    return testing;
  }
}
