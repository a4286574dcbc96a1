package org.certassist.cli.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.certassist.cli.log.Logs;
import org.certassist.cli.wiring.Home;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.Milestone;
import org.certassist.core.filing.PreparedDeclaration;
import org.certassist.core.key.Pin;
import org.certassist.core.key.TypedPin;
import org.certassist.core.rules.Verdict;

/// A program for tests: sends a workbook with the real parts and halts at a milestone, as a power
/// cut would.
///
/// Arguments: home, workbook, portal address, milestone.
final class HaltingSend {
  static final int HALTED = 137;

  private HaltingSend() {}

  public static void main(String[] arguments) throws Exception {
    Logs.configure(Path.of(arguments[0], "logs"), false);
    Milestone last = Milestone.valueOf(arguments[3]);
    try (Wiring wiring =
            new Wiring(
                new Home(Path.of(arguments[0])),
                "practice",
                Optional.empty(),
                Optional.empty(),
                Clock.systemUTC());
        Pin pin = wiring.practice().pin()) {
      var profile = wiring.profile();
      var checked = wiring.checkWorkbook().check(Path.of(arguments[1]), profile);
      PreparedDeclaration prepared =
          wiring
              .prepareDeclaration()
              .prepare(((Verdict.Passed) checked.verdict()).declaration(), profile);
      System.out.println(prepared.id());
      System.out.flush();
      KeyOverview.Choice choice = wiring.keyRing().look(profile).choose(Optional.empty());
      wiring
          .sendDeclaration()
          .send(
              prepared,
              new TypedPin(wiring.bridge(), choice.signingKey(), pin, false),
              wiring.portal(Optional.of(URI.create(arguments[2]))),
              (milestone, _) -> {
                if (milestone == last) {
                  Runtime.getRuntime().halt(HALTED);
                }
              });
    }
  }
}
