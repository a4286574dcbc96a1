package org.certassist.desktop.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.certassist.core.profile.Profile;
import org.certassist.core.reconcile.Charge;
import org.certassist.core.reconcile.ChargeList;
import org.certassist.core.reconcile.Person;
import org.certassist.core.reconcile.Reconciliation;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ComparedPaneTest {
  private final FxRobot robot = new FxRobot();
  private final Words words = Words.in(Texts.strict(Language.EN));

  @Test
  void whatAFilingCoversIsNamedWhereItIsKnown() {
    assertThat(texts(Samples.jiangsu()))
        .anySatisfy(text -> assertThat(text).startsWith("Only 养老保险").contains("are filed"));
  }

  @Test
  void whereItIsNotKnownNoSentenceHasAHole() {
    assertThat(texts(Samples.hohhot()))
        .contains("These are neither filed nor compared here; check them where they are filed.")
        .noneMatch(text -> text.startsWith("Only "));
  }

  @Test
  void thatNoBaseWasComparedIsSaid() {
    Person zhao = new Person("赵敏", "320509199201010024");
    Charge without = new Charge(zhao, Set.of(), List.of(), 2);
    Charge with = new Charge(zhao, Set.of(), List.of(new BigDecimal("5000")), 2);
    String said = "The list names no contribution bases, so the bases were not compared.";

    assertThat(texts(Samples.jiangsu(), List.of(without))).contains(said);
    assertThat(texts(Samples.jiangsu(), List.of(with))).doesNotContain(said);
  }

  private List<String> texts(Profile profile) {
    return texts(profile, List.of());
  }

  private List<String> texts(Profile profile, List<Charge> charges) {
    ReconcileState.Compared compared =
        new ReconcileState.Compared(
            Scope.at(profile.calendar(), LocalDateTime.of(2026, 11, 22, 10, 0)),
            new ChargeList(charges, 0, List.of()),
            new Reconciliation(1, 1, 0, List.of()),
            List.of());
    ComparedPane[] made = new ComparedPane[1];
    robot.interact(() -> made[0] = new ComparedPane(compared, profile, () -> {}, words));
    return ((ScrollPane) made[0].getCenter())
        .getContent().lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList();
  }
}
