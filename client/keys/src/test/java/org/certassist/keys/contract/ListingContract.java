package org.certassist.keys.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.TestHost;
import org.junit.jupiter.api.Test;

/// What is seen of a key before anybody types a PIN.
interface ListingContract extends Contract {
  @Test
  default void theKeyIsListedWithItsCertificatesAndNoPin() throws Exception {
    try (Client client = new Client(module())) {
      Inventory inventory = client.inventory();
      assertThat(inventory.drivers())
          .extracting(driver -> driver.state())
          .containsExactly(DriverState.READY);
      TokenKey key = client.key();
      assertThat(key.serial()).isEqualTo(module().serial());
      assertThat(key.pin().state()).isEqualTo(PinState.OK);
      assertThat(key.certificates()).contains(module().rsa());
    }
  }

  @Test
  default void listingTriesNoPin() throws Exception {
    needs(Ability.TRIES_COUNTED);
    int before = module().pinsCompared();
    try (Client client = new Client(module())) {
      var _ = client.inventory();
      assertThat(module().pinsCompared()).isEqualTo(before);
    }
  }

  @Test
  default void theSameCertificateBehindTwoDriversIsShownOnce() throws Exception {
    needs(Ability.SECOND_DRIVER);
    try (Client client =
        new Client(module(), TestHost.patient(), module().driver(), module().secondDriver())) {
      Inventory inventory = client.inventory();
      assertThat(inventory.drivers())
          .extracting(driver -> driver.state())
          .containsExactly(DriverState.READY, DriverState.READY);
      assertThat(inventory.keys())
          .extracting(TokenKey::driver)
          .containsExactly(module().driver().id());
    }
  }
}
