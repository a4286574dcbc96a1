package org.certassist.keys.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.TokenKey;
import org.junit.jupiter.api.Test;

/// What the right PIN opens, and for how long.
interface SigningContract extends Contract {
  @Test
  default void theRightPinOpensAndRsaSigns() throws Exception {
    try (Client client = new Client(module());
        KeySession session = client.open(client.key())) {
      Client.signs(session);
      Client.signs(session);
    }
  }

  @Test
  default void onePinIsComparedForManySignatures() throws Exception {
    needs(Ability.TRIES_COUNTED);
    int before = module().pinsCompared();
    try (Client client = new Client(module());
        KeySession session = client.open(client.key())) {
      for (int i = 0; i < 5; i++) {
        Client.signs(session);
      }
    }
    assertThat(module().pinsCompared()).isEqualTo(before + 1);
  }

  @Test
  default void ecSigns() throws Exception {
    needs(Ability.EC_KEY);
    try (Client client = new Client(module());
        KeySession session = client.open(client.key(), module().ec(), module().pin(), false)) {
      Client.signs(session);
    }
  }

  @Test
  default void aKeyThatWantsItsPinEachTimeSignsABatch() throws Exception {
    needs(Ability.ALWAYS_AUTHENTICATE);
    try (Client client = new Client(module());
        KeySession session = client.open(client.key(), module().always(), module().pin(), false)) {
      for (int i = 0; i < 3; i++) {
        Client.signs(session);
      }
    }
  }

  @Test
  default void aClosedSessionSignsNoMore() throws Exception {
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      KeySession session = client.open(key);
      Client.signs(session);
      session.close();
      assertThat(Client.failure(session)).isEqualTo(new KeyFault.Removed(key.serial()));
    }
  }

  /// The key itself must forget the PIN, or any program could use it; pcscd takes the power from a
  /// card that nobody uses after five seconds.
  @Test
  default void aKeyForgetsThePinSoonAfterTheProgramsEnd() throws Exception {
    needs(Ability.OPEN_SEEN);
    try (Client client = new Client(module());
        KeySession session = client.open(client.key())) {
      Client.signs(session);
      assertThat(module().isOpen()).isTrue();
    }
    for (int wait = 0; wait < 100 && module().isOpen(); wait++) {
      Thread.sleep(100);
    }
    assertThat(module().isOpen()).isFalse();
  }

  @Test
  default void oneSessionAfterAnotherSigns() throws Exception {
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      for (int i = 0; i < 3; i++) {
        try (KeySession session = client.open(key)) {
          Client.signs(session);
        }
      }
    }
  }

  @Test
  default void twoProgramsHoldASessionEachAndCloseOnlyTheirOwn() throws Exception {
    try (Client one = new Client(module());
        Client two = new Client(module());
        KeySession first = one.open(one.key())) {
      try (KeySession second = two.open(two.key())) {
        Client.signs(second);
        Client.signs(first);
      }
      Client.signs(first);
    }
  }
}
