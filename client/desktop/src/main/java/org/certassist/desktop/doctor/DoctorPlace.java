package org.certassist.desktop.doctor;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Parts;
import org.certassist.desktop.fx.Words;

/// The place of diagnosis: the check-up, messages explained, help by phone, the log; one of them is
/// shown.
public final class DoctorPlace extends VBox {
  private enum Part {
    CHECKUP,
    EXPLAIN,
    HELP,
    LOG
  }

  public DoctorPlace(
      CheckupViewModel checkup,
      ExplainViewModel explain,
      HelpViewModel help,
      BundleViewModel bundles,
      LogViewModel log,
      Asking asking,
      ObservableValue<Profile> profile,
      ShanghaiTime time,
      ObservableValue<Words> words) {
    super(16);
    setId("doctor-place");
    Parts<Part> parts =
        new Parts<>("doctor", Part.CHECKUP)
            .scrolled(Part.CHECKUP, new CheckupPane(checkup, profile, time, words))
            .scrolled(Part.EXPLAIN, new ExplainPane(explain, profile, time, words))
            .scrolled(Part.HELP, new HelpPane(help, bundles, asking, profile, time, words))
            .whole(Part.LOG, new LogPane(log, words));
    parts.into(this, words.map(now -> now.get("doctor.title")), words);
    parts
        .shown()
        .subscribe(now -> {
          if (now == Part.LOG) {
            log.look();
          }
        });
  }
}
