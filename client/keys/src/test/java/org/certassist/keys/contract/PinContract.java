package org.certassist.keys.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.junit.jupiter.api.Test;

/// What a PIN costs, and that none is sent where it must not be.
interface PinContract extends Contract {
  @Test
  default void aWrongPinIsReportedWithTheStateItLeaves() throws Exception {
    PinState after = module().capabilities().afterWrongPins().getFirst();
    try (Client client = new Client(module())) {
      assertThat(client.refusal(client.key(), module().otherPin()))
          .isEqualTo(new KeyFault.PinWrong(after));
      assertThat(client.key().pin().state()).isEqualTo(after);
      try (KeySession session = client.open(client.key())) {
        Client.signs(session);
      }
      assertThat(client.key().pin().state()).isEqualTo(PinState.OK);
    }
  }

  @Test
  default void aWrongPinCostsOneTry() throws Exception {
    needs(Ability.TRIES_COUNTED);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      int before = module().pinsCompared();
      assertThat(client.refusal(key, module().otherPin())).isInstanceOf(KeyFault.PinWrong.class);
      assertThat(module().pinsCompared()).isEqualTo(before + 1);
    }
  }

  /// Also counts the tries of a module that does not count them itself: each state comes after just
  /// so many PINs.
  @Test
  default void wrongPinsLeadToTheLockStepByStep() throws Exception {
    needs(Ability.LOCK);
    try (Client client = new Client(module())) {
      for (PinState after : module().capabilities().afterWrongPins()) {
        TokenKey key = client.key();
        assertThat(client.refusal(key, module().otherPin(), true))
            .isEqualTo(new KeyFault.PinWrong(after));
        assertThat(client.key().pin().state()).isEqualTo(after);
      }
      assertThat(client.key().pin().state()).isEqualTo(PinState.LOCKED);
      assertThat(client.refusal(client.key(), module().pin(), true))
          .isEqualTo(new KeyFault.PinLocked());
    }
    assertThat(module().opensWith(module().pin())).isFalse();
  }

  @Test
  default void theLastTryIsNotUsedUnlessConfirmed() throws Exception {
    needs(Ability.LAST_TRY_SHOWN);
    try (Client client = new Client(module())) {
      TokenKey key = untilOneTryIsLeft(client);
      for (String pin : List.of(module().otherPin(), module().pin())) {
        assertThat(client.refusal(key, pin)).isEqualTo(new KeyFault.PinLastTry());
      }
      assertThat(client.key().pin().state()).isEqualTo(PinState.LAST_TRY);
      try (KeySession session = client.open(key, module().rsa(), module().pin(), true)) {
        Client.signs(session);
      }
    }
    // OpenSC asks a PIV card for its tries no more once it has logged in, so another process looks.
    try (Client client = new Client(module())) {
      assertThat(client.key().pin().state()).isEqualTo(PinState.OK);
    }
  }

  private TokenKey untilOneTryIsLeft(Client client) throws InterruptedException {
    TokenKey key = client.key();
    for (int tries = 0; tries < 10 && key.pin().state() != PinState.LAST_TRY; tries++) {
      assertThat(client.refusal(key, module().otherPin())).isInstanceOf(KeyFault.PinWrong.class);
      key = client.key();
    }
    return key;
  }

  @Test
  default void aRefusedLastTryAndALockedKeyCompareNoPin() throws Exception {
    needs(Ability.LAST_TRY_SHOWN, Ability.LOCK, Ability.TRIES_COUNTED);
    try (Client client = new Client(module())) {
      TokenKey key = untilOneTryIsLeft(client);
      int before = module().pinsCompared();
      assertThat(client.refusal(key, module().pin())).isEqualTo(new KeyFault.PinLastTry());
      assertThat(module().pinsCompared()).isEqualTo(before);
      assertThat(client.refusal(key, module().otherPin(), true))
          .isEqualTo(new KeyFault.PinWrong(PinState.LOCKED));
      assertThat(client.refusal(key, module().pin(), true)).isEqualTo(new KeyFault.PinLocked());
      assertThat(module().pinsCompared()).isEqualTo(before + 1);
    }
  }

  /// Some tokens, such as openCryptoki's, count a PIN as a try however short or long it is.
  @Test
  default void aPinOfImpossibleLengthIsNotSent() throws Exception {
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      for (String pin : unusable(key)) {
        assertThat(client.refusal(key, pin)).isInstanceOf(KeyFault.PinUnusable.class);
      }
      assertThat(client.key().pin().state()).isEqualTo(PinState.OK);
    }
  }

  /// Beyond the bounds that the token gives; 0 is none (NSS takes PINs of up to 500 bytes, more
  /// than the bridge believes in).
  private static List<String> unusable(TokenKey key) {
    List<String> pins = new ArrayList<>(List.of(""));
    if (key.pin().shortest() > 1) {
      pins.add("1".repeat(key.pin().shortest() - 1));
    }
    if (key.pin().longest() > 0) {
      pins.add("1".repeat(key.pin().longest() + 1));
    }
    return pins;
  }

  @Test
  default void aPinOfImpossibleLengthIsNotCompared() throws Exception {
    needs(Ability.TRIES_COUNTED);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      int before = module().pinsCompared();
      for (String pin : unusable(key)) {
        assertThat(client.refusal(key, pin)).isInstanceOf(KeyFault.PinUnusable.class);
      }
      assertThat(module().pinsCompared()).isEqualTo(before);
    }
  }

  @Test
  default void aChangedPinIsTheOneThatTheModulesToolTakes() throws Exception {
    try (Client client = new Client(module())) {
      client.changePin(client.key(), module().pin(), module().otherPin());
    }
    assertThat(module().opensWith(module().otherPin())).isTrue();
    assertThat(module().opensWith(module().pin())).isFalse();
  }

  @Test
  default void aWrongPresentPinChangesNothing() throws Exception {
    try (Client client = new Client(module())) {
      KeyFault fault = client.refusalToChange(client.key(), module().otherPin(), "975318");
      assertThat(fault).isEqualTo(new KeyFault.PinWrong(client.key().pin().state()));
    }
    assertThat(module().opensWith(module().pin())).isTrue();
  }

  @Test
  default void aWrongPresentPinCostsOneTryAndANewOneOfImpossibleLengthNone() throws Exception {
    needs(Ability.TRIES_COUNTED);
    try (Client client = new Client(module())) {
      TokenKey key = client.key();
      int before = module().pinsCompared();
      assertThat(client.refusalToChange(key, module().pin(), "12"))
          .isInstanceOf(KeyFault.NewPinUnusable.class);
      assertThat(module().pinsCompared()).isEqualTo(before);
      assertThat(client.refusalToChange(key, module().otherPin(), "975318"))
          .isInstanceOf(KeyFault.PinWrong.class);
      assertThat(module().pinsCompared()).isEqualTo(before + 1);
    }
  }

  @Test
  default void theAdministratorSetsANewPinOnALockedKeyToo() throws Exception {
    needs(Ability.UNBLOCK);
    boolean locks = !module().capabilities().lacking().containsKey(Ability.LOCK);
    try (Client client = new Client(module())) {
      for (PinState after :
          locks ? module().capabilities().afterWrongPins() : List.<PinState>of()) {
        assertThat(client.refusal(client.key(), "000000", true))
            .isEqualTo(new KeyFault.PinWrong(after));
      }
      client.unblock(client.key(), module().administrators(), module().otherPin());
      assertThat(client.key().pin().state()).isNotEqualTo(PinState.LOCKED);
    }
    assertThat(module().opensWith(module().otherPin())).isTrue();
    assertThat(module().opensWith(module().pin())).isFalse();
  }

  @Test
  default void aWrongPinOfTheAdministratorIsCalledSo() throws Exception {
    needs(Ability.UNBLOCK);
    try (Client client = new Client(module())) {
      assertThat(client.refusalToUnblock(client.key(), "00000000", module().otherPin()))
          .isInstanceOf(KeyFault.AdministratorPinWrong.class);
    }
    assertThat(module().opensWith(module().pin())).isTrue();
  }
}
