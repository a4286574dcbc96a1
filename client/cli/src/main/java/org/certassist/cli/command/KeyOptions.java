package org.certassist.cli.command;

import java.util.Optional;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of commands that sign: which key, and where its PIN comes from.
final class KeyOptions {
  @Option(names = "--key", paramLabel = "K")
  private @Nullable String key;

  @Option(names = "--pin-stdin")
  private boolean pinFromStandardInput;

  @Option(names = "--last-try")
  private boolean lastTry;

  /// The one key meant.
  KeyOverview.Choice choose(Session session, Profile profile)
      throws FaultException, InterruptedException {
    return session.wiring().keyRing().look(profile).choose(Optional.ofNullable(key));
  }

  boolean lastTryConfirmed() {
    return lastTry;
  }

  /// Asks for the PIN once, after looking at the token's state: a locked key asks nothing.
  Pin pin(Session session, TokenKey token) throws KeyException {
    if (token.pin().state() == PinState.LOCKED) {
      throw new KeyException(new KeyFault.PinLocked());
    }
    if (token.pin().state() == PinState.LAST_TRY && !lastTry) {
      throw new KeyException(new KeyFault.PinLastTry());
    }
    if (token.pin().state() == PinState.WRONG_TRIED) {
      session.output().note(session.texts().pinState(token.pin().state()));
    }
    return session
        .pins()
        .read(
            pinFromStandardInput,
            session.texts().get("cli.pin.prompt", token.label(), token.serial()));
  }
}
