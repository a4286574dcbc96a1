package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.filing.UpgradeGuide.Colour;
import org.certassist.core.filing.UpgradeGuide.Route;
import org.certassist.core.filing.UpgradeGuide.Step;
import org.certassist.core.filing.UpgradeGuide.Warning;
import org.junit.jupiter.api.Test;

class UpgradeGuideTest {
  private static Optional<CertificateFacts> with(String algorithm) {
    return Optional.of(
        new CertificateFacts(
            new EncodedCertificate(new byte[] {1}),
            "CN=?",
            Holder.UNKNOWN,
            "CN=CA",
            "1",
            Instant.EPOCH,
            Instant.EPOCH,
            algorithm,
            CertificateUsage.SIGNING));
  }

  private static Route route(UpgradeGuide guide, String id) {
    return guide.routes().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aSilverKeyIsUpgradedInPlaceAndNothingIsPosted() {
    UpgradeGuide guide = UpgradeGuide.of(with("RSA 2048"), Optional.of(Colour.SILVER));

    assertThat(guide.need()).isEqualTo(UpgradeGuide.Need.UPGRADE);
    assertThat(guide.routes()).extracting(Route::id).containsExactly("silver", "counter");
    assertThat(route(guide, "silver").steps())
        .contains(Step.UPGRADED_IN_PLACE)
        .doesNotContain(Step.FILL_ADDRESS, Step.NEW_KEY_POSTED, Step.NEW_KEY_PIN);
  }

  @Test
  void aBlueKeyIsReplacedByPostWithAPinOfItsOwn() {
    UpgradeGuide guide = UpgradeGuide.of(with("RSA 1024"), Optional.of(Colour.BLUE));

    assertThat(guide.routes()).extracting(Route::id).containsExactly("blue", "counter");
    assertThat(route(guide, "blue").steps())
        .containsSubsequence(Step.FILL_ADDRESS, Step.NEW_KEY_POSTED, Step.NEW_KEY_PIN)
        .doesNotContain(Step.UPGRADED_IN_PLACE);
  }

  @Test
  void whereTheColourIsNotKnownEveryWayIsShown() {
    assertThat(UpgradeGuide.of(Optional.empty(), Optional.empty()).routes())
        .extracting(Route::id)
        .containsExactly("silver", "blue", "counter");
  }

  @Test
  void theNumberToBindIsWarnedOfAndTheCounterBindsIt() {
    UpgradeGuide guide = UpgradeGuide.of(Optional.empty(), Optional.empty());

    assertThat(guide.warnings())
        .containsExactly(Warning.BIND_PROVINCIAL_NUMBER, Warning.NOT_THE_HOUSING_FUND);
    assertThat(route(guide, "counter").steps()).contains(Step.BIND_NUMBER);
  }

  @Test
  void anSm2CertificateIsOnlyRenewed() {
    UpgradeGuide guide = UpgradeGuide.of(with("SM2"), Optional.of(Colour.BLUE));

    assertThat(guide.need()).isEqualTo(UpgradeGuide.Need.RENEWAL);
    assertThat(guide.routes()).extracting(Route::id).containsExactly("renewal");
  }
}
