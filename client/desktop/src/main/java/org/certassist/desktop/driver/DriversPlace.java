package org.certassist.desktop.driver;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The place of the drivers: the installation in progress, the plugged keys, the drivers of this
/// PC.
public final class DriversPlace extends StackPane {
  private final DriversViewModel model;
  private final Asking asking;
  private final ObservableValue<Words> words;

  /// What is drawn of plugged keys and the installation.
  private record Now(DriversState state, Profile profile) {}

  /// What is drawn of the drivers.
  private record Tests(DriversState state, Optional<TrialOfDriver> test, Profile profile) {}

  public DriversPlace(
      DriversViewModel model,
      ObservableValue<Profile> profile,
      Asking asking,
      ObservableValue<Words> words) {
    this.model = model;
    this.asking = asking;
    this.words = words;
    setId("drivers-place");
    ObservableValue<Now> now =
        Bindings.createObjectBinding(
            () -> new Now(model.state().get(), profile.getValue()), model.state(), profile);
    ObservableValue<Tests> tests =
        Bindings.createObjectBinding(
            () -> new Tests(model.state().get(), model.test().get(), profile.getValue()),
            model.state(),
            model.test(),
            profile);
    VBox content =
        new VBox(
            16,
            new Drawn<>(model.isLooking(), words, this::heading),
            new Drawn<>(now, words, this::plugged),
            new Drawn<>(tests, words, this::drivers));
    content.getStyleClass().add("drivers-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    getChildren().add(scroll);
  }

  private Node heading(boolean looking, Words words) {
    Button look =
        Make.button("drivers-look", words.get("drivers.look"), model::look, "flat", "accent");
    look.setGraphic(Make.icon(MaterialDesignR.REFRESH));
    look.setDisable(looking);
    HBox heading =
        new HBox(12, Make.label(words.get("drivers.title"), "heading"), Make.gap(), look);
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private Node plugged(Now now, Words words) {
    return switch (now.state()) {
      case DriversState.Looking _ -> looking(words);
      case DriversState.Failed(var fault) -> Notice.of(Tone.BAD, fault, words);
      case Seen seen -> plugged(seen, now.profile(), words);
    };
  }

  private static Node looking(Words words) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(24, 24);
    HBox line = new HBox(12, turning, Make.paragraph(words.get("drivers.looking"), "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node plugged(Seen seen, Profile profile, Words words) {
    VBox cards = new VBox(16);
    seen.installing()
        .ifPresent(
            one -> cards.getChildren().add(new InstallationCard(one, seen, model, profile, words)));
    if (profile.isPractice()) {
      Notice practice = Notice.of(Tone.INFO, words.get("drivers.practice"));
      practice.setId("drivers-practice");
      cards.getChildren().add(practice);
    } else if (seen.isWithoutAKey() && seen.installing().isEmpty()) {
      cards.getChildren().add(new NothingPlugged(model, words));
    }
    seen.overview()
        .plugged()
        .forEach(key -> cards.getChildren().add(new KeyCard(key, seen, model, words)));
    return cards;
  }

  private Node drivers(Tests tests, Words now) {
    if (!(tests.state() instanceof Seen seen)) {
      return new StackPane();
    }
    Button pick = Make.button("pick-library", now.get("drivers.pick"), () -> pick(now), "small");
    pick.setVisible(!tests.profile().isPractice());
    pick.disableProperty().bind(model.picking().map(Picking.Testing.class::isInstance));
    HBox heading =
        new HBox(12, Make.label(now.get("drivers.here"), "subheading"), Make.gap(), pick);
    heading.setAlignment(Pos.CENTER_LEFT);
    Drawn<Picking> picking =
        new Drawn<>(model.picking(), words, (state, said) -> new PickingPane(state, model, said));
    picking
        .managedProperty()
        .bind(model.picking().map(state -> !(state instanceof Picking.Nothing)));
    VBox card =
        new VBox(
            heading, picking, new DriverRows(seen.overview().drivers(), tests.test(), model, now));
    card.setId("drivers-here");
    card.getStyleClass().add("card");
    VBox all = new VBox(16, card);
    if (!seen.overview().registered().isEmpty()) {
      all.getChildren().add(registered(seen.overview().registered(), now));
    }
    all.getChildren()
        .add(Make.paragraph(now.get("drivers.edition", seen.edition()), "muted", "small"));
    seen.outdated().ifPresent(fault -> all.getChildren().add(Notice.of(Tone.INFO, fault, now)));
    return all;
  }

  private void pick(Words now) {
    asking.open(now.get("drivers.pickTitle"), FileKind.libraries(now)).ifPresent(model::pick);
  }

  private static Node registered(List<RegisteredModule> modules, Words words) {
    VBox card = new VBox(4, Make.label(words.get("drivers.registered"), "subheading"));
    card.setId("drivers-registered");
    card.getStyleClass().add("card");
    for (RegisteredModule module : modules) {
      card.getChildren()
          .add(
              new VBox(
                  Make.paragraph(module.path()),
                  Make.paragraph(
                      words.get(
                          "drivers.registeredLine",
                          module.spoken().word().toUpperCase(java.util.Locale.ROOT),
                          module.by()),
                      "muted",
                      "small")));
    }
    return card;
  }
}
