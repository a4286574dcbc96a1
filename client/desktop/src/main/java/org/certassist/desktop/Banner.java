package org.certassist.desktop;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A line over every screen that says when this is practice, or when nobody vouches for the
/// region's data.
final class Banner extends StackPane {
  Banner(ObservableValue<Profile> profile, ObservableValue<Words> words) {
    Drawn<Profile> line = new Drawn<>(profile, words, Banner::draw);
    getChildren().add(line);
  }

  private static Node draw(Profile profile, Words words) {
    if (profile.isPractice()) {
      return banner(MaterialDesignS.SCHOOL_OUTLINE, "banner.practice", words);
    }
    return profile.source().builtIn()
        ? new StackPane()
        : banner(MaterialDesignA.ALERT_OUTLINE, "banner.unsigned", words);
  }

  private static Node banner(org.kordamp.ikonli.Ikon sign, String id, Words words) {
    Label name = Make.label(words.get(id + ".name"), "banner-name");
    HBox banner = new HBox(Make.icon(sign), name, Make.label(words.get(id)));
    banner.setId("banner");
    banner.getStyleClass().add("banner");
    return banner;
  }
}
