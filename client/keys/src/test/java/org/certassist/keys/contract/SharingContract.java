package org.certassist.keys.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.TestHost;
import org.junit.jupiter.api.Test;

/// Others are at the key, too.
interface SharingContract extends Contract {
  @Test
  default void twoDriversSignWithOneKeyAtOnce() throws Exception {
    needs(Ability.SECOND_DRIVER);
    try (Client one = new Client(module());
        Client two = new Client(module(), TestHost.patient(), module().secondDriver());
        KeySession first = one.open(one.key())) {
      try (KeySession second = two.open(two.key())) {
        Client.signs(second);
        Client.signs(first);
        Client.signs(second);
      }
      Client.signs(first);
    }
  }

  @Test
  default void aKeyHeldByAnotherProgramGetsNoPinAndComesBack() throws Exception {
    needs(Ability.HOLD, Ability.TRIES_COUNTED);
    TokenKey key;
    try (Client client = new Client(module())) {
      key = client.key();
    }
    int before = module().pinsCompared();
    try (var _ = module().hold();
        Client client = new Client(module())) {
      assertThat(client.inventory().keys()).isEmpty();
      assertThat(client.refusal(key, module().pin())).isEqualTo(new KeyFault.Busy(key.serial()));
      assertThat(client.inventory().drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.BUSY);
      assertThat(module().pinsCompared()).isEqualTo(before);
    }
    try (Client client = new Client(module());
        KeySession session = client.open(client.key())) {
      Client.signs(session);
    }
  }
}
