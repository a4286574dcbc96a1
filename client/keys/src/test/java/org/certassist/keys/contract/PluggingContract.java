package org.certassist.keys.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.TestHost;
import org.certassist.keys.contract.ModuleUnderTest.Moment;
import org.junit.jupiter.api.Test;

/// A key that leaves, comes back, is another one, or takes its time.
interface PluggingContract extends Contract {
  /// Soon over where a driver hangs in a login or a signature, patient with all else.
  Deadlines IMPATIENT =
      new Deadlines(
          TestHost.patient().start(),
          TestHost.patient().open(),
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          TestHost.patient().other());

  @Test
  default void aPulledKeyIsNotListedAndBackIsListedAgain() throws Exception {
    needs(Ability.PLUG);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      module().pull();
      assertThat(client.inventory().keys()).isEmpty();
      assertThat(client.inventory().drivers().getFirst().state()).isEqualTo(DriverState.NO_TOKEN);
      module().plug();
      assertThat(client.key()).isEqualTo(key);
    }
  }

  @Test
  default void aPullAndAPlugAreNoticedWithoutAskingForKeys() throws Exception {
    needs(Ability.PLUG);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      assertThat(client.hasChanged()).isFalse();
      module().pull();
      assertThat(client.hasChanged()).isTrue();
      assertThat(client.inventoryAfresh().keys()).isEmpty();
      assertThat(client.hasChanged()).isFalse();
      module().plug();
      assertThat(client.hasChanged()).isTrue();
      assertThat(client.inventoryAfresh().keys()).containsExactly(key);
      assertThat(client.hasChanged()).isFalse();
    }
  }

  @Test
  default void aKeyPulledBeforeTheLoginIsAbsent() throws Exception {
    needs(Ability.PLUG);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      module().pull();
      assertThat(client.refusal(key, module().pin())).isEqualTo(new KeyFault.Absent(key.serial()));
      worksAgain(client, key);
    }
  }

  @Test
  default void aKeySnatchedRightBeforeTheLoginIsMissedInOneWayOrAnother() throws Exception {
    needs(Ability.PLUG);
    try (Client client = new Client(module(), IMPATIENT, module().driver())) {
      TokenKey key = client.key();
      module().snatch();
      isMissed(client.refusal(key, module().pin()));
      worksAgain(client, key);
    }
  }

  @Test
  default void aKeyPulledAtTheLoginIsMissedInOneWayOrAnother() throws Exception {
    needs(Ability.PLUG, Ability.PULL_IN_CALL);
    try (Client client = new Client(module(), IMPATIENT, module().driver())) {
      TokenKey key = client.key();
      module().pullAt(Moment.LOGIN);
      isMissed(client.refusal(key, module().pin()));
      worksAgain(client, key);
    }
  }

  /// Some drivers hang then: OpenSC 0.23 leaves a mutex locked when a card goes in the middle of a
  /// command, and waits for itself in `sc_unlock`. It costs the host.
  private static void isMissed(KeyFault fault) {
    assertThat(fault)
        .isInstanceOfAny(KeyFault.Absent.class, KeyFault.Removed.class, KeyFault.DriverHung.class);
  }

  @Test
  default void aKeyPulledWhileItSignsIsRemoved() throws Exception {
    needs(Ability.PLUG, Ability.PULL_IN_CALL);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      try (KeySession session = client.open(key)) {
        Client.signs(session);
        module().pullAt(Moment.SIGNATURE);
        assertThat(Client.failure(session)).isEqualTo(new KeyFault.Removed(key.serial()));
        module().plug();
        assertThat(Client.failure(session)).isEqualTo(new KeyFault.Removed(key.serial()));
      }
      worksAgain(client, key);
    }
  }

  /// However quick the hand is: a PIN typed for an earlier stay opens nothing.
  @Test
  default void aKeyPulledAndPutBackWantsItsPinAnew() throws Exception {
    needs(Ability.PLUG, Ability.TRIES_COUNTED);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      try (KeySession session = client.open(key)) {
        Client.signs(session);
        int before = module().pinsCompared();
        module().pull();
        module().plug();
        assertThat(Client.failure(session)).isEqualTo(new KeyFault.Removed(key.serial()));
        assertThat(module().pinsCompared()).isEqualTo(before);
      }
      worksAgain(client, key);
    }
  }

  private void worksAgain(Client client, TokenKey key) throws Exception {
    module().plug();
    assertThat(client.key().serial()).isEqualTo(key.serial());
    try (KeySession session = client.open(client.key())) {
      Client.signs(session);
    }
  }

  @Test
  default void anotherKeyInTheSlotGetsNoPinOfTheFirst() throws Exception {
    needs(Ability.PLUG, Ability.OTHER_KEY, Ability.TRIES_COUNTED);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      module().plugAnother();
      assertThat(client.refusal(key, module().pin())).isEqualTo(new KeyFault.Absent(key.serial()));
      assertThat(module().pinsComparedByAnother()).isZero();
      assertThat(client.key().serial()).isNotEqualTo(key.serial());
      worksAgain(client, key);
    }
  }

  @Test
  default void anotherKeyInTheSlotSignsNothingOfTheFirstsSession() throws Exception {
    needs(Ability.PLUG, Ability.OTHER_KEY);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      try (KeySession session = client.open(key)) {
        Client.signs(session);
        module().plugAnother();
        assertThat(Client.failure(session)).isEqualTo(new KeyFault.Removed(key.serial()));
        assertThat(Client.failure(session)).isEqualTo(new KeyFault.Removed(key.serial()));
      }
      worksAgain(client, key);
    }
  }

  @Test
  default void aSlowKeyWithinTheDeadlineSigns() throws Exception {
    needs(Ability.DELAY);
    try (Client client = new Client(module())) {
      module().answerAfter(Duration.ofMillis(40));
      try (KeySession session = client.open(client.key())) {
        Client.signs(session);
      }
    }
  }

  @Test
  default void aKeyThatAnswersTooLateCostsItsHostAndNoMore() throws Exception {
    needs(Ability.DELAY);
    try (Client client = new Client(module(), IMPATIENT, module().driver())) {
      TokenKey key = client.key();
      try (KeySession session = client.open(key)) {
        Client.signs(session);
        module().answerAfter(Duration.ofSeconds(6));
        assertThat(Client.failure(session)).isInstanceOf(KeyFault.DriverHung.class);
        module().answerAfter(Duration.ZERO);
      }
      try (KeySession session = client.open(client.key())) {
        Client.signs(session);
      }
    }
  }
}
