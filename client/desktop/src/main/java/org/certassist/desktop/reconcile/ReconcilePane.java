package org.certassist.desktop.reconcile;

import java.time.YearMonth;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.certassist.core.declaration.Unit;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.listing.ListingPane;
import org.jspecify.annotations.Nullable;

/// The page on which a month's charge is held against what was filed.
final class ReconcilePane extends VBox {
  private final ReconcileViewModel model;
  private final ObservableValue<Profile> profile;
  private final Asking asking;

  ReconcilePane(
      ReconcileViewModel model,
      ObservableValue<Profile> profile,
      Asking asking,
      ObservableValue<Words> words) {
    super(12);
    this.model = model;
    this.profile = profile;
    this.asking = asking;
    setId("reconcile");
    Drawn<ReconcileState> drawn = new Drawn<>(model.state(), words, this::draw);
    VBox.setVgrow(drawn, Priority.ALWAYS);
    getChildren().addAll(new Drawn<>(model.scope(), words, this::heading), drawn);
  }

  private Node heading(Scope scope, Words words) {
    ComboBox<YearMonth> month = choice(words::month);
    month.setId("reconcile-month");
    month.setAccessibleText(words.get("reconcile.month"));
    month.getItems().setAll(scope.months());
    month.setValue(scope.month());
    month.setOnAction(_ -> model.choose(month.getValue()));
    HBox line = new HBox(12, Make.label(words.get("reconcile.month")), month, unit(scope, words));
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(
        6,
        line,
        Make.paragraph(
            words.get(
                "reconcile.month." + scope.note(),
                words.month(scope.month()),
                scope.window().firstDay().toString(),
                scope.window().lastDay().toString()),
            scope.note() == Scope.MonthNote.NOT_CLOSED ? "warning-words" : "muted"));
  }

  private Node unit(Scope scope, Words words) {
    if (scope.units().size() <= 1) {
      return Make.label(scope.unit().map(Unit::name).orElse(""), "muted");
    }
    ComboBox<Unit> unit = choice(one -> words.get("reconcile.unit", one.name(), one.creditCode()));
    unit.setId("reconcile-unit");
    unit.setAccessibleText(words.get("sign.unit"));
    unit.setMinWidth(0);
    unit.getItems().setAll(scope.units());
    scope.unit().ifPresent(unit::setValue);
    unit.setOnAction(_ -> model.choose(unit.getValue()));
    return unit;
  }

  private static <T> ComboBox<T> choice(Function<T, String> name) {
    ComboBox<T> choice = new ComboBox<>();
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T shown) {
            return shown == null ? "" : name.apply(shown);
          }

          @Override
          public @Nullable T fromString(String typed) {
            return null;
          }
        });
    return choice;
  }

  private Node draw(ReconcileState state, Words words) {
    return switch (state) {
      case ReconcileState.Choosing(var trouble) -> {
        VBox box = new VBox(12);
        trouble.ifPresent(fault -> box.getChildren().add(ListingPane.trouble(fault, words)));
        box.getChildren()
            .add(
                new ListingPane(
                    words.get("reconcile.where"), asking, model.pasted(), model::read, words));
        yield box;
      }
      case ReconcileState.Reading(var source) -> new VBox(ListingPane.reading(source, words));
      case ReconcileState.Compared compared ->
          new ComparedPane(compared, profile.getValue(), model::anotherList, words);
    };
  }
}
