package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.StatusCode;
import org.certassist.desktop.certificate.CertificateView;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.office.CertificateSamples;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The place of the certificates by hand.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class CertificateScreensTest {
  private static final Instant SOON = Instant.parse("2026-12-20T01:00:00Z");

  @TempDir Path folder;
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private final FxRobot robot = new FxRobot();
  private final List<FileKind> offered = new ArrayList<>();
  private final List<String> proposed = new ArrayList<>();

  @BeforeEach
  void make() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    robot.interact(() -> stage.hide());
  }

  private void show() throws TimeoutException {
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(Samples.jiangsu()),
              Language.ZH,
              Background.ofJavaFx(),
              new Answers(),
              office.time);
      window.show();
    });
    until(() -> window.models().certificates.view().get() instanceof CertificateView.Details);
  }

  /// Opens `unit.p7b`; saves under the name that is proposed, without its ending, and when it is
  /// asked once more, under another.
  private final class Answers implements Asking {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      offered.add(kind);
      return Optional.of(folder.resolve("unit.p7b"));
    }

    @Override
    public Optional<Path> save(String title, String name) {
      proposed.add(name);
      return Optional.of(
          folder.resolve(
              proposed.size() > 1 ? "other.cer" : name.substring(0, name.lastIndexOf('.'))));
    }

    @Override
    public void beside(Path file) {}

    @Override
    public boolean confirm(Question question) {
      return false;
    }
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean isShown(String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  @Test
  void theCardOnTheLeftLeadsToTheDetailsAndAnIdentityNumberIsShownOnlyWhenAskedFor()
      throws TimeoutException {
    CertificateSamples.withPair(office);
    show();
    robot.clickOn("#key-details");
    until(() -> isShown("#certificate-details"));

    assertThat(window.models().place.get()).isEqualTo(Place.CERTIFICATES);
    assertThat(text("#holder-creditCode")).isEqualTo(Samples.CREDIT_CODE);
    assertThat(text("#holder-creditCode-1")).contains(Samples.OTHER_CODE);
    assertThat(everything()).doesNotContain(CertificateSamples.ID_NUMBER);

    robot.interact(() -> robot.lookup("#show-identityNumber").queryButton().fire());
    assertThat(text("#holder-identityNumber")).isEqualTo(CertificateSamples.ID_NUMBER);
  }

  private String everything() {
    return String.join(
        "\n",
        robot.lookup(node -> node instanceof Label).queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList());
  }

  @Test
  void aFileOfCertificatesIsOfferedAsSuchAndLookedInto() throws Exception {
    CertificateSamples.withPair(office);
    Files.writeString(folder.resolve("unit.p7b"), "signing\nca", StandardCharsets.UTF_8);
    show();
    robot.clickOn("#place-certificates").clickOn("#certificate-open");
    until(() -> window.models().certificates.groups().get().size() == 2);

    assertThat(offered)
        .singleElement()
        .satisfies(kind -> assertThat(kind.patterns()).contains("*.p7b", "*.cer"));
    Files.writeString(folder.resolve("unit.p7b"), "nothing", StandardCharsets.UTF_8);
    robot.clickOn("#certificate-open");
    until(() -> isShown("#certificate-unusable"));
    assertThat(isShown("#certificate-details")).isTrue();
  }

  @Test
  void anExportNeverReplacesAFileThatTheDialogDidNotAskAbout() throws Exception {
    CertificateSamples.withPair(office);
    Path there = folder.resolve(Samples.UNIT + ".cer");
    Files.writeString(there, "another", StandardCharsets.UTF_8);
    show();
    robot.clickOn("#place-certificates");
    until(() -> isShown("#certificate-export"));
    MenuButton export = robot.lookup("#certificate-export").queryAs(MenuButton.class);
    robot.interact(() -> export.getItems().getFirst().fire());
    until(() -> window.models().certificates.saved().get().isPresent());

    assertThat(proposed).containsExactly(Samples.UNIT + ".cer", Samples.UNIT + ".cer");
    assertThat(there).hasContent("another");
    assertThat(folder.resolve("other.cer")).hasContent("signing");
  }

  @Test
  void whatTheReasonIsAboutIsMarkedInTheChain() throws TimeoutException {
    CertificateSamples.withPair(
        office, "SM2", SOON, Optional.of(new CertificateStatus(StatusCode.REVOKED, "revoked")));
    show();
    robot.clickOn("#place-certificates");
    until(() -> isShown("#certificate-chain"));

    Node atFault = robot.lookup("#chain-" + CertificateSamples.SIGNING.sha256()).query();
    assertThat(atFault.lookup(".badge.bad")).isNotNull();
    Node root = robot.lookup("#chain-" + CertificateSamples.ROOT.sha256()).query();
    assertThat(root.lookup(".badge.bad")).isNull();
    assertThat(isShown("#chain-missing")).isFalse();
  }

  @Test
  void anEndThatIsNearLeadsToTheGuideAndTheColourToItsSteps() throws TimeoutException {
    CertificateSamples.withPair(office, "RSA 2048", SOON, Optional.empty());
    show();
    robot.interact(() -> robot.lookup("#key-guide").queryButton().fire());
    until(() -> isShown("#ask-colour"));
    robot.clickOn("#colour-silver");
    until(() -> isShown("#route-silver"));
    assertThat(isShown("#route-blue")).isFalse();
    assertThat(isShown("#guide-warnings")).isTrue();

    robot.interact(() -> robot.lookup("#ca-page-0").queryButton().fire());
    until(() -> !office.pages.isEmpty());
    assertThat(office.pages.getFirst().toString())
        .isEqualTo("https://online.bjca.org.cn/#/update/UpgradeLogin");
  }
}
