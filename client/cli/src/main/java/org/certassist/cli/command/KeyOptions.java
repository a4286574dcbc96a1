package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.key.JudgedPin;
import org.certassist.core.key.KeyDoor;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TypedPin;
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

  private Optional<Pin> filePassword = Optional.empty();

  /// The one key meant; the password of a key in a file is asked for here.
  KeyOverview.Choice choose(Session session, Profile profile)
      throws FaultException, InterruptedException {
    Optional<String> wanted = wanted(session);
    return session.wiring().keyRing().look(profile).choose(wanted);
  }

  /// As `--key` says, else the file that was named.
  private Optional<String> wanted(Session session) throws FaultException, InterruptedException {
    Optional<KeyInFile> file = session.wiring().keyInFile();
    if (file.isPresent()) {
      filePassword = Optional.of(KeyFilePassword.unlock(session, file.get(), pinFromStandardInput));
    }
    return Optional.ofNullable(key).or(() -> file.map(KeyInFile::name));
  }

  /// The one key meant to sign for these units.
  KeyOverview.Choice choose(Session session, Profile profile, List<Unit> units)
      throws FaultException, InterruptedException {
    return session.wiring().keyRing().look(profile).choose(Optional.ofNullable(key), units);
  }

  /// The one token meant, whatever lies on it.
  TokenKey token(Session session) throws FaultException, InterruptedException {
    Wiring wiring = session.wiring();
    Optional<String> wanted = wanted(session);
    return wiring.keyRing().look(wiring.profile()).token(wanted).token();
  }

  boolean lastTryConfirmed() {
    return lastTry;
  }

  /// Asks for the PIN once, after looking at the token's state: a locked key asks nothing.
  Pin pin(Session session, TokenKey token) throws FaultException, InterruptedException {
    if (KeyInFile.holds(token)) {
      return filePassword.orElseThrow(
          () -> new KeyException(new KeyFault.NoFilePassword(token.serial())));
    }
    if (token.pin().state() == PinState.LOCKED) {
      throw new KeyException(new KeyFault.PinLocked());
    }
    if (token.pin().state() == PinState.LAST_TRY && !lastTry) {
      throw new KeyException(new KeyFault.PinLastTry());
    }
    if (token.pin().state() == PinState.WRONG_TRIED) {
      session.output().note(session.texts().pinState(token.pin().state()));
    }
    noteInitialPin(session);
    return typed(session, token, "cli.pin.prompt");
  }

  /// Says where the practice PIN stands, or what the PIN may be where nobody changed it; only who
  /// types it has use for the latter.
  private void noteInitialPin(Session session) throws FaultException, InterruptedException {
    Wiring wiring = session.wiring();
    if (wiring.isPractice()) {
      session.output().note(session.texts().get("cli.pin.practice", wiring.practice().pinFile()));
    } else if (!pinFromStandardInput) {
      session.texts().initialPins(wiring.profile().initialPins()).ifPresent(session.output()::note);
    }
  }

  /// Asks for the administrator's PIN, in the same way.
  Pin administrators(Session session, TokenKey token) throws KeyException {
    if (token.pin().administrator() == PinState.LOCKED) {
      throw new KeyException(new KeyFault.AdministratorPinLocked());
    }
    if (token.pin().administrator() == PinState.LAST_TRY && !lastTry) {
      throw new KeyException(new KeyFault.AdministratorLastTry());
    }
    return typed(session, token, "cli.pin.prompt.administrator");
  }

  /// Asks for a new PIN, twice where it is typed unseen.
  ///
  /// @throws KeyException `pin.newMistyped`, `pin.none`
  Pin fresh(Session session, TokenKey token) throws KeyException {
    Pin fresh = typed(session, token, "cli.pin.prompt.new");
    if (pinFromStandardInput || token.pin().pad()) {
      return fresh;
    }
    boolean same = false;
    try (Pin again = typed(session, token, "cli.pin.prompt.again")) {
      same = fresh.isSameAs(again);
    } finally {
      if (!same) {
        fresh.close();
      }
    }
    if (!same) {
      throw new KeyException(new KeyFault.NewPinMistyped());
    }
    return fresh;
  }

  /// The key by the PIN that was typed for it; what is to be said of a right one is said when it
  /// has opened the key.
  KeyDoor door(Session session, SigningKey chosen, Pin pin)
      throws FaultException, InterruptedException {
    var typed = new TypedPin(session.wiring().bridge(), chosen, pin, lastTry);
    if (KeyInFile.holds(chosen.token())) {
      return typed;
    }
    return new JudgedPin(
        typed,
        verdict ->
            session
                .texts()
                .pinVerdict(verdict)
                .ifPresent(
                    warning -> session.output().note(warning.joined(session.texts().language()))));
  }

  /// Nothing is asked here where the PIN is typed on the key itself.
  private Pin typed(Session session, TokenKey token, String prompt) throws KeyException {
    if (token.pin().pad()) {
      session.output().note(session.texts().get("cli.pin.onTheKey"));
      return Pin.ofUtf8(new byte[0]);
    }
    return session
        .pins()
        .read(pinFromStandardInput, session.texts().get(prompt, token.label(), token.serial()));
  }
}
