package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import org.certassist.cli.json.PinJson;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.texts.Texts;

/// What the `pin` commands print: each key's PIN state, and that something was done.
final class PinReport {
  private final Session session;
  private final boolean json;

  PinReport(Session session, boolean json) {
    this.session = session;
    this.json = json;
  }

  /// What `--json` prints.
  record Document(List<KeyPin> keys) {}

  record KeyPin(String serial, String label, String driver, PinJson pin) {
    static KeyPin of(TokenKey token) {
      return new KeyPin(token.serial(), token.label(), token.driver(), PinJson.of(token.pin()));
    }
  }

  void states(List<TokenKey> tokens) {
    if (json) {
      session.output().document(new Document(tokens.stream().map(KeyPin::of).toList()));
      return;
    }
    tokens.forEach(this::state);
  }

  private void state(TokenKey token) {
    Texts texts = session.texts();
    TokenPin pin = token.pin();
    session.say("cli.pin.status", token.label(), token.serial(), texts.pinState(pin.state()));
    if (pin.administrator() != PinState.OK) {
      session.say("cli.pin.status.administrator", texts.pinState(pin.administrator()));
    }
    if (pin.shortest() > 0 && pin.longest() > 0) {
      session.say("cli.pin.status.length", pin.shortest(), pin.longest());
    }
    if (pin.pad()) {
      session.say("cli.pin.status.pad");
    }
  }

  /// Says that it is done, with the state that the token reports now.
  void done(TokenKey token, String words) throws FaultException, InterruptedException {
    if (!json) {
      session.say(words);
      return;
    }
    Optional<TokenKey> now =
        session.wiring().keyRing().look(session.wiring().profile()).keys().stream()
            .map(SeenKey::token)
            .filter(seen -> seen.serial().equals(token.serial()))
            .findFirst();
    states(now.stream().toList());
  }
}
