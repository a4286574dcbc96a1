package org.certassist.desktop.carry;

import java.util.Optional;
import javafx.scene.control.Button;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Stage;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;

/// The buttons that lead on with a declaration that the clerk carries, wherever it is shown.
public final class CarriedButtons {
  private CarriedButtons() {}

  /// The button that shows the portal's page, where it is uploaded there and the region names one.
  public static Optional<Button> page(Way way, Profile profile, CarryViewModel model, Words words) {
    return way == Way.PAGE_UPLOAD
        ? profile
            .page()
            .map(page ->
                Make.button("open-page", words.get("act.openPage"), () -> model.openPage(page)))
        : Optional.empty();
  }

  /// The button under which she says that she handed it in, or corrects what she said.
  public static Button record(String id, History history, HandInViewModel handIn, Words words) {
    String name = history.stage() == Stage.HANDED_IN ? "handIn.correct" : "handIn.button";
    return Make.button(id, words.get(name), () -> handIn.begin(history));
  }
}
