package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import org.certassist.cli.terminal.Session;
import org.certassist.core.detection.InstallDriver;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.driver.Product;
import org.certassist.core.installer.RunInstaller;

/// Says the steps of an installation, which of them are done, and which one is next.
final class InstallationWords {
  private final InstallDriver installing;
  private final Session session;
  private final RunInstaller running;

  InstallationWords(InstallDriver installing, Session session, RunInstaller running) {
    this.installing = installing;
    this.session = session;
    this.running = running;
  }

  /// The one in progress, or one that has just come to its end.
  void inProgress(Installation installation) {
    if (installation.isOver()) {
      session.say("cli.drivers.installed", product(installation));
    } else {
      session.say("cli.drivers.installing", product(installation));
      steps(installation);
    }
  }

  /// One that would help and was not begun: nothing of it is done.
  void needed(Installation installation) {
    session.say("cli.drivers.howTo", product(installation));
    steps(
        new Installation(
            installation.product(),
            installation.route(),
            0,
            installation.start(),
            installation.wasPlugged()));
  }

  private void steps(Installation installation) {
    List<Step> steps = installation.route().steps();
    for (int i = 0; i < steps.size(); i++) {
      session.say(
          "cli.drivers.step." + stands(i, installation.done()),
          i + 1,
          session.texts().installationStep(steps.get(i)));
    }
    if (!installation.isInstalled()) {
      installing
          .product(installation)
          .flatMap(product -> running.offer(product).map(_ -> product))
          .ifPresent(
              product -> session.say("cli.drivers.install.offer", session.command(), product.id()));
    }
  }

  private static String stands(int step, int done) {
    if (step < done) {
      return "done";
    }
    return step == done ? "now" : "later";
  }

  private String product(Installation installation) {
    Optional<Product> product = installing.product(installation);
    return product.map(Product::name).orElse(installation.product());
  }
}
