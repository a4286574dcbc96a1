package org.certassist.desktop;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Segment;
import org.certassist.desktop.fx.Segments;
import org.certassist.desktop.fx.Words;
import org.certassist.texts.Language;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The top of the window: where we are, for which region, in which language.
final class Header extends StackPane {
  private static final double LEAST_REGION = 120;
  private static final double ROOM_FOR_SIGNS = 1200;

  /// Its English name is cut off in anything less.
  private static final double ROOM_FOR_ALL = 1360;

  private final List<Profile> profiles;
  private final ObjectProperty<Profile> profile;
  private final ObjectProperty<Place> place;
  private final ObservableValue<Boolean> busy;
  private final WindowBadge badge;
  private final Consumer<Language> speak;
  private final Map<Place, Segment> places = new EnumMap<>(Place.class);

  /// @param busy something is being sent: the region stays what it is
  Header(
      ObservableValue<Words> words,
      List<Profile> profiles,
      ObjectProperty<Profile> profile,
      ObjectProperty<Place> place,
      ObservableValue<Boolean> busy,
      ShanghaiTime time,
      Consumer<Language> speak) {
    this.profiles = profiles;
    this.profile = profile;
    this.place = place;
    this.busy = busy;
    this.speak = speak;
    this.badge = new WindowBadge(profile, time, words);
    getChildren().add(new Drawn<>(profile, words, this::draw));
    place.subscribe(this::mark);
  }

  private Node draw(Profile now, Words words) {
    Label product = Make.label(words.get("product.name"), "product");
    Node sign = Make.icon(MaterialDesignS.SHIELD_KEY_OUTLINE, "product-sign");
    Node marker = Make.icon(MaterialDesignM.MAP_MARKER_OUTLINE, "icon-muted");
    // The window's title says it too: where room is short the places come first.
    shownFrom(ROOM_FOR_SIGNS, sign);
    shownFrom(ROOM_FOR_SIGNS, marker);
    shownFrom(ROOM_FOR_ALL, product);
    HBox header =
        new HBox(
            sign,
            product,
            places(words),
            Make.gap(),
            badge,
            marker,
            region(now, words),
            languages(words));
    header.getStyleClass().add("header");
    return header;
  }

  private void shownFrom(double width, Node node) {
    node.visibleProperty().bind(widthProperty().greaterThan(width));
    node.managedProperty().bind(node.visibleProperty());
  }

  private Node places(Words words) {
    places.clear();
    for (Place each : Place.values()) {
      Segment segment = new Segment("place-" + each.word(), words.get("place." + each.word()));
      segment.setOnAction(_ -> place.set(each));
      places.put(each, segment);
    }
    Node row = Segments.alwaysOne(List.copyOf(places.values()));
    mark(place.get());
    return row;
  }

  /// The window itself goes to a place too, as when something is sent.
  private void mark(Place now) {
    Segment segment = places.get(now);
    if (segment != null) {
      segment.setSelected(true);
    }
  }

  private Node languages(Words words) {
    Segment chinese = new Segment("language-zh", "中文");
    Segment english = new Segment("language-en", "English");
    Node both = Segments.alwaysOne(List.of(chinese, english));
    chinese.setSelected(words.language() == Language.ZH);
    english.setSelected(words.language() == Language.EN);
    chinese.setOnAction(_ -> speak.accept(Language.ZH));
    english.setOnAction(_ -> speak.accept(Language.EN));
    return both;
  }

  private Node region(Profile now, Words words) {
    if (profiles.size() == 1) {
      return Make.label(name(now, words), "profile");
    }
    ComboBox<Profile> choice = new ComboBox<>();
    choice.setId("profile");
    // The longest words in the header: they give way first.
    choice.setMinWidth(LEAST_REGION);
    choice.setAccessibleText(words.get("profile.choose"));
    choice.getItems().setAll(profiles);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Profile shown) {
            return shown == null ? "" : name(shown, words);
          }

          @Override
          public @Nullable Profile fromString(String typed) {
            return null;
          }
        });
    choice.setValue(now);
    choice.disableProperty().bind(busy);
    choice.setOnAction(_ -> profile.set(choice.getValue()));
    return choice;
  }

  private static String name(Profile profile, Words words) {
    return words.either(profile.name(), profile.nameEnglish());
  }
}
