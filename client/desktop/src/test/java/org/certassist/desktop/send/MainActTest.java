package org.certassist.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.junit.jupiter.api.Test;

class MainActTest {
  private final Office office = new Office(Path.of("unused"));

  private CheckState.Checked checked(String file, Profile profile) throws Exception {
    Path path = Path.of(file);
    CheckWorkbook.Checked checked =
        new CheckWorkbook(office.workbooks, office.time).check(path, profile);
    return new CheckState.Checked(
        path, checked.draft(), checked.verdict(), checked.settlementMonth());
  }

  private KeyState.Looked keys(Profile profile) throws InterruptedException {
    KeyOverview overview = new KeyRing(office.keys, office.certificates, office.time).look(profile);
    Optional<KeyOverview.Choice> only =
        overview.choices().size() == 1
            ? Optional.of(overview.choices().getFirst())
            : Optional.empty();
    return new KeyState.Looked(overview, only);
  }

  private MainAct act(String file, Profile profile) throws Exception {
    return acts(file, profile).getFirst();
  }

  private List<MainAct> acts(String file, Profile profile) throws Exception {
    return MainAct.of(checked(file, profile), keys(profile), profile);
  }

  @Test
  void aCheckedFileAndAKeyMaySign() throws Exception {
    office.withKey(PinState.OK);
    assertThat(act("good.xlsx", Samples.practice()))
        .isEqualTo(new MainAct(Way.REST, 12, Optional.empty()));
  }

  @Test
  void errorsComeBeforeEverythingElse() throws Exception {
    assertThat(act("faulty.xlsx", Samples.practice()).obstacle()).contains(Obstacle.ERRORS_IN_FILE);
  }

  @Test
  void withoutAKeyNothingIsSigned() throws Exception {
    assertThat(act("good.xlsx", Samples.practice()).obstacle()).contains(Obstacle.NO_KEY);
  }

  @Test
  void severalKeysMustBeChosenFrom() throws Exception {
    office
        .withKey(PinState.OK)
        .withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD);
    assertThat(act("good.xlsx", Samples.practice()).obstacle()).contains(Obstacle.CHOOSE_KEY);
  }

  @Test
  void anotherUnitsKeyIsNotUsed() throws Exception {
    office.withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD);
    assertThat(act("good.xlsx", Samples.practice()).obstacle()).contains(Obstacle.OTHER_UNIT);
  }

  @Test
  void neitherIsOneThatBearsAnotherUnitsNameAndNoCode() throws Exception {
    office.keys.plugIn("2", PinState.OK);
    office.certificates.without("2", HolderField.CREDIT_CODE, "另一单位");
    assertThat(act("good.xlsx", Samples.practice()).obstacle()).contains(Obstacle.OTHER_UNIT);
  }

  @Test
  void aLockedKeyIsNotAsked() throws Exception {
    office.withKey(PinState.LOCKED);
    assertThat(act("good.xlsx", Samples.practice()).obstacle()).contains(Obstacle.PIN_LOCKED);
  }

  @Test
  void anUploadNeedsNoKey() throws Exception {
    assertThat(act("good.xlsx", Samples.jiangsu()))
        .isEqualTo(new MainAct(Way.PAGE_UPLOAD, 12, Optional.empty()));
  }

  @Test
  void aPrintNeedsNoKey() throws Exception {
    assertThat(act("good.xlsx", Samples.unsigned()))
        .isEqualTo(new MainAct(Way.COUNTER, 12, Optional.empty()));
  }

  @Test
  void theOtherWaysFollowTheMainOneAndHaveTheirOwnObstacles() throws Exception {
    assertThat(acts("good.xlsx", Samples.practice()))
        .containsExactly(
            new MainAct(Way.REST, 12, Optional.of(Obstacle.NO_KEY)),
            new MainAct(Way.PAGE_UPLOAD, 12, Optional.empty()),
            new MainAct(Way.COUNTER, 12, Optional.empty()));
    assertThat(acts("faulty.xlsx", Samples.jiangsu()))
        .extracting(MainAct::obstacle)
        .containsOnly(Optional.of(Obstacle.ERRORS_IN_FILE));
  }
}
