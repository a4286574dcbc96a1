package org.certassist.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.certassist.cli.json.CertificateFileJson;
import org.certassist.cli.json.CertificateFileJson.RivalJson;
import org.certassist.cli.json.CertificateJson;
import org.certassist.cli.json.ClockJson;
import org.certassist.cli.json.RevocationJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.CertificateCheck.Checked;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.CertificateSet;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.Mask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `certassist certificate FILE`: whose certificate is it, until when, and what would the portal
/// say of it; `upgrade` is about what comes after it.
@Command(name = "certificate", subcommands = CertificateUpgradeCommand.class)
final class CertificateCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Spec private CommandSpec spec;

  /// Not required by the parser, which would ask for it before a subcommand too.
  @Parameters(index = "0", paramLabel = "FILE", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--chain", paramLabel = "F", descriptionKey = "certificate-chain")
  private @Nullable Path chain;

  @Option(names = "--trust", paramLabel = "F")
  private @Nullable Path trust;

  @Mixin private AtOption at;

  @Mixin private RevocationOptions revocation;

  @Option(names = "--show-values")
  private boolean showValues;

  @Option(names = "--json")
  private boolean json;

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() throws Exception {
    Path given = file;
    if (given == null) {
      throw new ParameterException(spec.commandLine(), "FILE | upgrade");
    }
    try (Session session = root.open(json)) {
      Certificates certificates = session.wiring().certificates();
      CertificateInput input = new CertificateInput(session.wiring().inspectCertificates());
      Profile profile = session.wiring().profile();
      CertificateSet set = set(given, input, certificates);
      CertificateFacts facts = certificates.read(set.meant()).orElseThrow();
      ClockReading clock = clock(session);
      Instant time = at.isGiven() ? at.instant(session.wiring().time()) : clock.now();
      Checked checked =
          revocation
              .check(session.wiring())
              .check(
                  set.meant(),
                  material(set, input, profile),
                  time,
                  revocation.asking(profile.revocation(), session.wiring(), clock.now()));
      CertificateStatus status = checked.report().status();
      Expiry expiry = Expiry.of(facts.notAfter(), outlook(profile, time));
      if (json) {
        session
            .output()
            .document(
                new CertificateFileJson(
                    CertificateJson.whole(
                        shown(facts),
                        status,
                        expiry,
                        RevocationJson.of(
                            checked.revocation().overall(), checked.revocation().checkedAt())),
                    rivals(set, certificates).map(RivalJson::of).toList(),
                    ClockJson.of(clock)));
      } else {
        new CertificateWords(session)
            .print(given, shown(facts), checked, expiry, profile.revocation());
        sayOthers(set, certificates, session);
        session.say(clock);
      }
      return (status.isGood() ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  /// Nobody is asked for the time where it was given.
  private ClockReading clock(Session session) throws FaultException, InterruptedException {
    return at.isGiven()
        ? ClockReading.ofThisPc(session.wiring().time().instant())
        : revocation.clock(session.wiring());
  }

  private static CertificateSet set(Path file, CertificateInput input, Certificates certificates)
      throws FaultException {
    return CertificateSet.of(input.read(file), certificates)
        .orElseThrow(() -> new FaultException(new CertificateFault.NoCertificate(file.toString())));
  }

  private Material material(CertificateSet set, CertificateInput input, Profile profile)
      throws FaultException {
    List<EncodedCertificate> others =
        Stream.of(set.others(), input.optional(chain), profile.intermediates())
            .flatMap(List::stream)
            .toList();
    return new Material(others, trust == null ? profile.trust() : input.read(trust));
  }

  private static FilingOutlook outlook(Profile profile, Instant time) {
    return FilingOutlook.of(profile.calendar(), LocalDateTime.ofInstant(time, ShanghaiTime.ZONE));
  }

  private CertificateFacts shown(CertificateFacts facts) {
    return showValues ? facts : Mask.of(facts);
  }

  private static Stream<CertificateFacts> rivals(CertificateSet set, Certificates certificates) {
    return set.rivals().stream().flatMap(rival -> certificates.read(rival).stream());
  }

  private void sayOthers(CertificateSet set, Certificates certificates, Session session) {
    if (!set.rivals().isEmpty()) {
      session.say("cli.certificate.several", set.rivals().size());
      rivals(set, certificates)
          .forEach(rival ->
              session.say(
                  "cli.certificate.rival", shown(rival).title(), rival.certificate().sha256()));
    } else if (!set.others().isEmpty()) {
      session.say("cli.certificate.chain", set.others().size());
    }
  }
}
