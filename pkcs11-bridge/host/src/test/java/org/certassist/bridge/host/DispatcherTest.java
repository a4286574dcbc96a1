package org.certassist.bridge.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;
import org.certassist.bridge.protocol.TokenId;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private static final TokenId TOKEN = new TokenId("", "", "");

  private static Secret pin() {
    return Secret.owning(new byte[] {'1', '2', '3', '4'});
  }

  @Test
  void everyPinIsWipedEvenWhenTheRequestFails() {
    var login = new Request.Login(TOKEN, Bytes.NONE, pin(), false);
    var sign = new Request.Sign(TOKEN, Bytes.NONE, SignAlgorithm.RSA_SHA256, Bytes.NONE, pin());
    var init = new Request.InitToken("", pin(), pin());
    var change = new Request.ChangePin(TOKEN, Bytes.NONE, pin(), pin(), false);
    var unblock = new Request.UnblockPin(TOKEN, Bytes.NONE, pin(), pin(), false);
    Dispatcher dispatcher = new Dispatcher(true);
    for (Request request : List.of(login, sign, init, change, unblock)) {
      assertThat(dispatcher.answer(request)).isInstanceOf(Response.Failed.class);
    }
    assertThat(
            List.of(
                login.pin(),
                sign.keyPin(),
                init.pin(),
                init.soPin(),
                change.pin(),
                change.newPin(),
                unblock.soPin(),
                unblock.newPin()))
        .allSatisfy(pin -> assertThat(pin.bytes()).containsOnly(0));
  }
}
