package org.certassist.page;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.certassist.core.diagnosis.PageFacts;
import org.certassist.core.diagnosis.PageFacts.Pages;
import org.certassist.core.diagnosis.PageFacts.Seen;
import org.certassist.core.diagnosis.PageFacts.View;
import org.certassist.core.diagnosis.PortHolders;

/// Looks at this PC as a portal's page does: through the assistant at the two addresses that pages
/// ask.
public final class AssistantLine {
  private final Ports ports;
  private final Optional<URI> page;
  private final PortHolders holders;
  private final Duration patience;

  /// Where pages ask.
  ///
  /// @param plain from http pages
  /// @param secure from https pages
  public record Ports(int plain, int secure) {
    /// As the page scripts of portals with BJCA's assistant have them.
    public static final Ports USUAL = new Ports(21051, 21061);
  }

  /// @param page the portal's, in whose name is asked; an assistant may answer known pages only
  public AssistantLine(Ports ports, Optional<URI> page, PortHolders holders) {
    this(ports, page, holders, AssistantPort.PATIENCE);
  }

  /// @param patience with each of the two
  AssistantLine(Ports ports, Optional<URI> page, PortHolders holders, Duration patience) {
    this.patience = patience;
    this.ports = ports;
    this.page = page;
    this.holders = holders;
  }

  /// Both addresses side by side, three seconds each at most; who holds them is looked up only
  /// where one is in trouble.
  public PageFacts look() throws InterruptedException {
    FutureTask<Seen> plain = new FutureTask<>(() -> at(ports.plain(), Dialling.PLAIN));
    Thread asking = Thread.ofVirtual().name("assistant").start(plain);
    try {
      Seen secure = at(ports.secure(), Dialling.SECURE);
      return named(
          List.of(
              new View(ports.plain(), Pages.PLAIN, plain.get(), Optional.empty()),
              new View(ports.secure(), Pages.SECURE, secure, Optional.empty())));
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("the assistant was not asked", impossible.getCause());
    } finally {
      asking.interrupt();
    }
  }

  private Seen at(int port, Dialling dialling) throws InterruptedException {
    return new AssistantPort(port, dialling, page, holders, patience).look();
  }

  private PageFacts named(List<View> views) {
    if (views.stream().map(View::seen).allMatch(AssistantLine::isInOrder)) {
      return new PageFacts(views);
    }
    return new PageFacts(views.stream().map(this::named).toList());
  }

  private static boolean isInOrder(Seen seen) {
    return switch (seen) {
      case Seen.Nobody _, Seen.Assistant _ -> true;
      case Seen.Silent _, Seen.Stranger _ -> false;
    };
  }

  private View named(View view) {
    return view.seen() instanceof Seen.Nobody
        ? view
        : view.heldBy(holders.on(view.port()).flatMap(PortHolders.Holder::program));
  }
}
