package org.certassist.core.detection;

import java.util.List;
import java.util.Optional;
import org.certassist.core.detection.Installation.Route;
import org.certassist.core.detection.Installation.Sight;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.key.DriverState;

/// Leads through the installation of a driver; one at a time.
public final class InstallDriver {
  private final Products products;
  private final Installations kept;
  private final PcStart start;

  public InstallDriver(Products products, Installations kept, PcStart start) {
    this.products = products;
    this.kept = kept;
    this.start = start;
  }

  /// Whether one was begun and has not come to its end.
  public boolean isInProgress() {
    return kept.inProgress().isPresent();
  }

  /// The products that a driver could be installed for, as the catalogue has them.
  public List<Product> installable() {
    return products.all().stream().filter(product -> !product.drivers().isEmpty()).toList();
  }

  /// The product that an installation is for; empty where the catalogue does not know it any more.
  public Optional<Product> product(Installation installation) {
    return products.all().stream()
        .filter(product -> product.id().equals(installation.product()))
        .findFirst();
  }

  /// The installation that was begun, with what is seen by now ticked off. One whose key can be
  /// used is over: it is told once and not kept any more.
  public synchronized Optional<Installation> seen(DriverOverview overview) {
    Optional<Installation> before = kept.inProgress();
    Optional<Installation> now =
        before.flatMap(installation ->
            product(installation).map(product -> installation.seen(sight(product, overview))));
    if (now.isEmpty() || now.get().isOver()) {
      before.ifPresent(_ -> kept.forget());
    } else if (!now.equals(before)) {
      kept.keep(now.get());
    }
    return now;
  }

  /// The steps that would help a plugged key, none of them kept; empty where no installation helps.
  public Optional<Installation> needed(PluggedKey key, DriverOverview overview) {
    return key.product()
        .flatMap(product ->
            route(key, overview)
                .map(route -> Installation.begin(product.id(), route, sight(product, overview))));
  }

  /// Begins what helps a product, whether or not its key is plugged in. One that was in progress is
  /// given up for it. Where the key can be used already it is over and not kept.
  public synchronized Installation begin(Product product, DriverOverview overview) {
    Route route =
        overview.plugged().stream()
            .filter(key -> key.product().filter(product::equals).isPresent())
            .findFirst()
            .flatMap(key -> route(key, overview))
            .orElseGet(() -> isThere(product, overview) ? Route.AGAIN : Route.FIRST_TIME);
    Installation begun = Installation.begin(product.id(), route, sight(product, overview));
    if (begun.isOver()) {
      kept.forget();
    } else {
      kept.keep(begun);
    }
    return begun;
  }

  /// She says that this step is done; what follows from it and can be seen is ticked off. Her word
  /// on a step that is not the present one any more, as of a second click, does not count.
  public synchronized Optional<Installation> said(Step step, DriverOverview overview) {
    kept.inProgress()
        .filter(installation -> installation.step().filter(step::equals).isPresent())
        .ifPresent(installation -> kept.keep(installation.said(start.mark())));
    return seen(overview);
  }

  /// The installer of this product was run by the program and has come to a good end. Where nothing
  /// was in progress for the product, it is begun with that.
  public synchronized Optional<Installation> installerRan(
      Product product, DriverOverview overview) {
    Installation running =
        kept.inProgress()
            .filter(installation -> installation.product().equals(product.id()))
            .orElseGet(() -> begin(product, overview));
    if (!running.isOver()) {
      kept.keep(running.installerRan(start.mark()));
    }
    return running.isOver() ? Optional.of(running) : seen(overview);
  }

  public synchronized void abandon() {
    kept.forget();
  }

  private static Optional<Route> route(PluggedKey key, DriverOverview overview) {
    return Route.of(key, key.product().filter(product -> isThere(product, overview)).isPresent());
  }

  private Sight sight(Product product, DriverOverview overview) {
    return new Sight(
        overview.plugged().stream()
            .anyMatch(key -> key.product().filter(product::equals).isPresent()),
        isThere(product, overview),
        isReady(product, overview),
        start.mark());
  }

  /// Whether some driver shows a key of the product.
  public static boolean isReady(Product product, DriverOverview overview) {
    boolean own =
        overview.drivers().stream()
            .filter(report -> product.drivers().contains(report.id()))
            .anyMatch(report -> report.state() == DriverState.READY);
    boolean picked =
        overview.plugged().stream()
            .filter(key -> key.product().filter(product::equals).isPresent())
            .anyMatch(key -> key.verdict() == KeyVerdict.READY);
    return own || picked;
  }

  private static boolean isThere(Product product, DriverOverview overview) {
    return overview.drivers().stream()
        .filter(report -> product.drivers().contains(report.id()))
        .anyMatch(report -> report.state() != DriverState.NOT_INSTALLED);
  }
}
