package org.certassist.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Request;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.Pc.LineFacts;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes the way to a portal step by step, and says where it ends: network, name, proxy, TLS,
/// answer.
///
/// Nothing is sent that could be a secret; who is not trusted is asked nothing.
public final class PortalLine {
  private static final Logger LOG = LoggerFactory.getLogger(PortalLine.class);
  private static final Duration PROXY_PATIENCE = Duration.ofSeconds(2);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 64 << 10;
  private static final String PROXY_WANTS_LOGIN = "407";
  private static final int BROKEN = 500;
  private static final int FIRST_REDIRECT = 300;

  /// A guest network that is honest about it (RFC 6585).
  private static final int NETWORK_WANTS_LOGIN = 511;

  /// What the library says where a proxy refuses a tunnel for want of a login.
  private static final String PROXY_LOGIN_WORDS = "authenticate with proxy";

  private final Address address;
  private final List<EncodedCertificate> anchors;
  private final ShanghaiTime time;
  private final ProxySelector proxies;
  private final NameService names;

  /// Where a portal is asked.
  public sealed interface Address {
    URI uri();

    /// A REST interface, whose health is asked.
    record Rest(URI uri) implements Address {}

    /// A page for people; any answer below 500 will do.
    record Page(URI uri) implements Address {}
  }

  /// @param address https
  /// @param anchors as for [HttpPortal]
  public PortalLine(Address address, List<EncodedCertificate> anchors, ShanghaiTime time) {
    this(
        address, anchors, time, new SystemProxy(ProxySelector.getDefault()), NameService.OF_SYSTEM);
  }

  PortalLine(
      Address address,
      List<EncodedCertificate> anchors,
      ShanghaiTime time,
      ProxySelector proxies,
      NameService names) {
    this.address = address;
    this.anchors = List.copyOf(anchors);
    this.time = time;
    this.proxies = proxies;
    this.names = names;
  }

  /// The way of one look; the first step that fails is the cause.
  public LineFacts look() throws InterruptedException {
    Optional<Trouble> before = isThisPc() ? Optional.empty() : wayThere();
    if (before.isPresent()) {
      return facts(before, ClockReading.ofThisPc(time.instant()));
    }
    Transport transport =
        new Transport(
            address.uri(),
            anchors,
            new Timeouts(ANSWER_PATIENCE, ANSWER_PATIENCE, ANSWER_PATIENCE),
            proxies);
    try {
      Answer answer = transport.send(request(transport), LARGEST_ANSWER);
      Instant here = time.instant();
      return facts(
          judged(answer),
          answer
              .date()
              .map(portal -> ClockReading.against(portal, here))
              .orElseGet(() -> ClockReading.ofThisPc(here)));
    } catch (NoAnswerException none) {
      LOG.info("no answer from {}", address.uri(), none);
      return facts(Optional.of(trouble(none)), ClockReading.ofThisPc(time.instant()));
    }
  }

  /// What stands in the way.
  private record Trouble(Cause cause, String detail) {}

  private LineFacts facts(Optional<Trouble> trouble, ClockReading clock) {
    return new LineFacts(
        Optional.of(address.uri().getHost()),
        trouble.map(Trouble::cause),
        trouble.map(Trouble::detail).orElse(""),
        clock);
  }

  private boolean isThisPc() {
    return SystemProxy.isThisPc(address.uri());
  }

  private Optional<Trouble> wayThere() throws InterruptedException {
    if (!isOnline()) {
      return Optional.of(new Trouble(Cause.NETWORK_NONE, ""));
    }
    for (Proxy proxy : proxies.select(address.uri())) {
      if (proxy.address() instanceof InetSocketAddress at) {
        return answers(at)
            ? Optional.empty()
            : Optional.of(
                new Trouble(Cause.PROXY_UNREACHABLE, at.getHostString() + ":" + at.getPort()));
      }
    }
    return names.addressOf(address.uri().getHost()).isPresent()
        ? Optional.empty()
        : Optional.of(new Trouble(Cause.DNS_FAILS, address.uri().getHost()));
  }

  /// Java lists cards with an address only, and instead of an empty list throws.
  private static boolean isOnline() {
    try {
      return NetworkInterface.networkInterfaces().anyMatch(PortalLine::leadsOut);
    } catch (SocketException none) {
      LOG.info("no network card is set up", none);
      return false;
    }
  }

  private static boolean leadsOut(NetworkInterface card) {
    try {
      return card.isUp()
          && !card.isLoopback()
          && card.inetAddresses().anyMatch(one -> !one.isLinkLocalAddress());
    } catch (SocketException gone) {
      return false;
    }
  }

  private boolean answers(InetSocketAddress proxy) throws InterruptedException {
    Optional<InetAddress> found = names.addressOf(proxy.getHostString());
    if (found.isEmpty()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(found.get(), proxy.getPort()),
          Math.toIntExact(PROXY_PATIENCE.toMillis()));
      return true;
    } catch (IOException refused) {
      LOG.info("the proxy {} does not answer", proxy, refused);
      return false;
    }
  }

  private Request request(Transport transport) {
    return switch (address) {
      case Address.Rest _ -> transport.request("health").build();
      case Address.Page page ->
          new Request.Builder()
              .url(page.uri().toString())
              .header("User-Agent", "certassist")
              .build();
    };
  }

  private Optional<Trouble> judged(Answer answer) {
    String status = String.valueOf(answer.status());
    if (answer.status() == NETWORK_WANTS_LOGIN) {
      return Optional.of(new Trouble(Cause.PORTAL_NOT_THERE, status));
    }
    if (answer.status() >= BROKEN) {
      return Optional.of(new Trouble(Cause.PORTAL_DOWN, status));
    }
    boolean rest = address instanceof Address.Rest;
    boolean portals = answer.status() < FIRST_REDIRECT && answer.mediaType().contains("json");
    return rest && !portals
        ? Optional.of(new Trouble(Cause.PORTAL_NOT_THERE, status))
        : Optional.empty();
  }

  private static Trouble trouble(NoAnswerException none) {
    if (none.untrustedIssuer().isPresent()) {
      return untrusted(none.untrustedIssuer().get(), none);
    }
    boolean proxyLogin =
        Optional.ofNullable(none.getCause())
            .map(Throwable::getMessage)
            .filter(words -> words.contains(PROXY_LOGIN_WORDS))
            .isPresent();
    if (proxyLogin) {
      return new Trouble(Cause.PROXY_LOGIN, PROXY_WANTS_LOGIN);
    }
    return new Trouble(
        switch (none.word()) {
          case "tls" -> Cause.TLS_FAILS;
          case "unknown-host" -> Cause.DNS_FAILS;
          case "malformed-answer", "answer-too-large" -> Cause.PORTAL_NOT_THERE;
          default -> Cause.PORTAL_UNREACHABLE;
        },
        none.word());
  }

  /// A server's certificate that has not begun means a clock that is behind, nearly always.
  private static Trouble untrusted(String issuer, NoAnswerException none) {
    for (Throwable cause = none.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CertificateNotYetValidException _ -> {
          return new Trouble(Cause.CLOCK_OFF, "");
        }
        case CertificateExpiredException _, SSLPeerUnverifiedException _ -> {
          return new Trouble(Cause.TLS_CERTIFICATE, issuer);
        }
        default -> {}
      }
    }
    return new Trouble(Cause.TLS_INTERCEPTED, issuer);
  }
}
