package org.certassist.cli.command;

import org.certassist.cli.terminal.Session;
import org.certassist.core.filing.KeyOverview;
import org.certassist.texts.FaultText;

/// Says which key and certificate will sign, and warns of what the portal would say of it.
final class ChosenKey {
  private final Session session;

  ChosenKey(Session session) {
    this.session = session;
  }

  void show(KeyOverview.Choice choice) {
    session.say(
        "cli.sign.key",
        choice
            .certificate()
            .facts()
            .flatMap(facts -> facts.organization())
            .orElse(choice.key().token().label()),
        choice.key().token().serial(),
        session.texts().certificateStatus(choice.certificate().status()));
    if (!choice.certificate().status().isGood()) {
      FaultText advice = session.texts().certificateAdvice(choice.certificate().status());
      session.output().note(advice.joined(session.texts().language()));
    }
  }
}
