package org.certassist.cli.command;

import java.util.List;
import org.certassist.cli.terminal.Session;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.Belonging;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.UnitGuard;
import org.certassist.texts.FaultText;
import org.certassist.texts.Mask;

/// Says which key and certificate will sign, and warns of what the portal would say of it, and of
/// whose it is.
final class ChosenKey {
  private final Session session;

  ChosenKey(Session session) {
    this.session = session;
  }

  /// Says it before any PIN is asked, refuses another company's, and warns where the certificate
  /// does not say whose it is.
  ///
  /// @param units for which it is to sign, at least one
  /// @throws FaultException `usage.unitMismatch`
  void showFor(List<Unit> units, KeyOverview.Choice choice) throws FaultException {
    Belonging belonging = UnitGuard.guardAny(units, choice.certificate().facts());
    show(choice);
    if (belonging instanceof Belonging.CannotTell) {
      session.output().note(session.texts().get("cli.sign.cannotTell"));
    }
  }

  void show(KeyOverview.Choice choice) {
    session.say(
        "cli.sign.key",
        choice
            .certificate()
            .facts()
            .flatMap(facts -> Mask.of(facts).organization())
            .orElse(choice.key().token().label()),
        choice.key().token().serial(),
        session.texts().certificateStatus(choice.certificate().status()));
    if (!choice.certificate().status().isGood()) {
      FaultText advice = session.texts().certificateAdvice(choice.certificate().status());
      session.output().note(advice.joined(session.texts().language()));
    }
  }
}
