package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.UpgradeJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateSet;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist certificate upgrade [FILE]`: how a certificate is upgraded to SM2 or renewed, who
/// does what, and whom to call.
@Command(name = "upgrade")
final class CertificateUpgradeCommand implements Callable<Integer> {
  @ParentCommand private CertificateCommand certificate;

  @Parameters(index = "0", paramLabel = "FILE", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--colour", paramLabel = "blue|silver")
  private UpgradeGuide.@Nullable Colour colour;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = certificate.root().open(json)) {
      Profile profile = session.wiring().profile();
      UpgradeGuide guide = UpgradeGuide.of(facts(session), Optional.ofNullable(colour));
      List<Contact> contacts =
          profile.contacts().stream().filter(contact -> contact.role() == Contact.Role.CA).toList();
      if (json) {
        session.output().document(UpgradeJson.of(guide, contacts, session.texts()));
      } else {
        print(guide, contacts, session);
      }
      return ExitCode.DONE.number();
    }
  }

  private Optional<CertificateFacts> facts(Session session)
      throws FaultException, InterruptedException {
    Certificates certificates = session.wiring().certificates();
    return CertificateSet.of(
            new CertificateInput(session.wiring().inspectCertificates()).optional(file),
            certificates)
        .flatMap(set -> certificates.read(set.meant()));
  }

  private void print(UpgradeGuide guide, List<Contact> contacts, Session session) {
    Texts texts = session.texts();
    session.say("cli.upgrade.need." + guide.need().word());
    if (guide.need() == UpgradeGuide.Need.UPGRADE && colour == null) {
      session.say("cli.upgrade.askColour");
    }
    for (UpgradeGuide.Route route : guide.routes()) {
      session.say("upgrade.route." + route.id());
      int number = 0;
      for (UpgradeGuide.Step step : route.steps()) {
        number++;
        session.say(
            "cli.upgrade.step",
            number,
            texts.get("upgrade.who." + step.who().word()),
            texts.upgradeStep(step));
      }
    }
    guide
        .warnings()
        .forEach(warning -> session.say("cli.upgrade.warning", texts.upgradeWarning(warning)));
    session.say(contacts.isEmpty() ? "cli.upgrade.noContacts" : "cli.upgrade.contacts");
    ContactWords.lines(contacts, texts).forEach(session.output()::line);
    session.say("cli.upgrade.source");
  }
}
