package org.certassist.cli.command;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.KeysJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.CertificatePair;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.ExpiryNotice;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.Mask;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist keys`: drivers, tokens, PIN states and certificates; a driver that was switched off
/// after its crashes is used again where the user says so.
@Command(name = "keys")
final class KeysCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--use-again", paramLabel = "DRIVER")
  private @Nullable String useAgain;

  @Option(names = "--portal", paramLabel = "URL", descriptionKey = "clock-portal")
  private @Nullable URI portal;

  @Option(names = "--pin-stdin")
  private boolean passwordFromStandardInput;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Optional<KeyInFile> file = session.wiring().keyInFile();
      if (passwordFromStandardInput && file.isPresent()) {
        KeyFilePassword.unlock(session, file.get(), true).close();
      }
      KeyRing ring = session.wiring().keyRing(Optional.ofNullable(portal));
      Profile profile = session.wiring().profile();
      KeyOverview overview = ring.look(profile);
      String driver = useAgain;
      if (driver != null) {
        useAgain(driver, overview, ring);
        overview = ring.look(profile);
      }
      overview = ring.ask(overview, profile);
      FilingOutlook outlook = FilingOutlook.of(profile.calendar(), overview.clock().shanghai());
      if (json) {
        session.output().document(KeysJson.of(overview, outlook));
        return (overview.keys().isEmpty() ? ExitCode.KEY : ExitCode.DONE).number();
      }
      new DriverWords(session).say(overview.drivers());
      overview.keys().forEach(key -> key(key, outlook, session));
      session.say(overview.clock());
      if (overview.keys().isEmpty()) {
        throw new KeyException(overview.noKey());
      }
      return ExitCode.DONE.number();
    }
  }

  private static void useAgain(String driver, KeyOverview overview, KeyRing ring)
      throws FaultException {
    List<String> known = overview.drivers().stream().map(DriverReport::id).toList();
    if (!known.contains(driver)) {
      throw new FaultException(
          UsageFault.of("usage.unknownDriver", driver, String.join(", ", known)));
    }
    ring.useAgain(driver);
  }

  private static void key(SeenKey key, FilingOutlook outlook, Session session) {
    Texts texts = session.texts();
    session.output().line("");
    session.say("cli.keys.key", key.token().label(), key.token().serial());
    if (!KeyInFile.holds(key.token())) {
      session.say("cli.keys.pin", texts.pinState(key.token().pin().state()));
    }
    CertificatePair.of(key.certificates()).forEach(pair -> pair(pair, outlook, session));
  }

  private static void pair(CertificatePair pair, FilingOutlook outlook, Session session) {
    if (pair.main().facts().isEmpty()) {
      session.say("cli.keys.unreadable", pair.main().certificate().sha256());
      return;
    }
    certificate(pair.main().facts().get(), pair.main(), outlook, session);
    pair.encryption()
        .ifPresent(other -> session.say("cli.keys.encryption", other.certificate().sha256()));
  }

  private static void certificate(
      CertificateFacts facts, SeenCertificate seen, FilingOutlook outlook, Session session) {
    Texts texts = session.texts();
    session.say(
        "cli.keys.certificate",
        Mask.of(facts).title(),
        facts.creditCode().orElse("–"),
        texts.usage(facts.usage()));
    session.say(
        "cli.keys.validity",
        ShanghaiTime.of(facts.notBefore()).toLocalDate(),
        ShanghaiTime.of(facts.notAfter()).toLocalDate(),
        facts.algorithm(),
        texts.certificateStatus(seen.status()));
    Expiry expiry = Expiry.of(facts.notAfter(), outlook);
    if (expiry.notice() != ExpiryNotice.NONE) {
      session.say("cli.keys.expiry", texts.expiry(expiry));
    }
    if (isNews(seen.revocation())) {
      session.say("cli.keys.revocation", texts.revocation(seen.revocation()));
    }
    session.say("cli.keys.sha256", seen.certificate().sha256());
  }

  /// Most certificates of Chinese CAs name no address: that nobody could be asked is no news then.
  private static boolean isNews(Revocation revocation) {
    return switch (revocation) {
      case Revocation.Good _ -> false;
      case Revocation.Revoked _ -> true;
      case Revocation.NotChecked(NotCheckedReason reason) ->
          reason != NotCheckedReason.NOT_ASKED && reason != NotCheckedReason.NOTHING_PUBLISHED;
    };
  }
}
