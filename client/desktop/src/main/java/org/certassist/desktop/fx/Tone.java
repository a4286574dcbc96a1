package org.certassist.desktop.fx;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// How serious something is: a colour and a sign of its own, so that colour is never all there is.
public enum Tone {
  GOOD("good", MaterialDesignC.CHECK_CIRCLE_OUTLINE),
  INFO("info", MaterialDesignI.INFORMATION_OUTLINE),
  WARNING("warning", MaterialDesignA.ALERT_OUTLINE),
  BAD("bad", MaterialDesignA.ALERT_CIRCLE_OUTLINE);

  private final String styleClass;

  // Our signs are constants of Ikonli's enums; the interface cannot say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Ikon sign;

  Tone(String styleClass, Ikon sign) {
    this.styleClass = styleClass;
    this.sign = sign;
  }

  public String styleClass() {
    return styleClass;
  }

  public Ikon sign() {
    return sign;
  }
}
