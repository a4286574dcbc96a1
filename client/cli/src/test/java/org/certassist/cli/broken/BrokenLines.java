package org.certassist.cli.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.cli.broken.Broken.one;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.certassist.cli.e2e.RealProcess;
import org.certassist.core.diagnosis.Cause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What can be wrong on the way to the portal, with the clock, and with what a portal's page sees.
final class BrokenLines {
  /// No server may know such a name (RFC 6761).
  private static final String UNKNOWN_NAME = "https://portal.invalid/";

  private static final int COMMAND_SECONDS = 120;

  private BrokenLines() {}

  static List<Broken> all() {
    return List.of(
        new Broken(
            "no network card is up (the real command in a network of its own)",
            List.of(Cause.NETWORK_NONE),
            BrokenLines::withoutNetwork),
        one(
            "the name server does not know the portal",
            Cause.DNS_FAILS,
            pc -> {
              assumeOnline();
              pc.portal(UNKNOWN_NAME);
            }),
        one(
            "nobody is at the proxy's address",
            Cause.PROXY_UNREACHABLE,
            pc -> {
              assumeOnline();
              pc.portal(UNKNOWN_NAME);
              throughProxy(pc, Peer.freePort());
            }),
        one(
            "the proxy wants a login",
            Cause.PROXY_LOGIN,
            pc -> {
              assumeOnline();
              Peer proxy =
                  Peer.saying(
                      String.join(
                          "\r\n",
                          "HTTP/1.1 407 Login",
                          "Proxy-Authenticate: Basic realm=\"x\"",
                          "Content-Length: 0",
                          "",
                          ""));
              pc.closeAfterwards(proxy::close);
              pc.portal(UNKNOWN_NAME);
              throughProxy(pc, proxy.port());
            }),
        one(
            "somebody reads along, with a certificate of his own",
            Cause.TLS_INTERCEPTED,
            pc -> pc.portal(MadePortal.interceptedBy("Interception Proxy CA"))),
        one(
            "the portal's certificate has expired",
            Cause.TLS_CERTIFICATE,
            pc -> pc.portal(MadePortal.validFor(Duration.ofDays(-30), Duration.ofDays(-1)))),
        one(
            "the portal's certificate is for another name",
            Cause.TLS_CERTIFICATE,
            pc -> pc.portal(MadePortal.ofAnotherName())),
        one(
            "the portal's certificate begins tomorrow, by this PC",
            Cause.CLOCK_OFF,
            pc -> pc.portal(MadePortal.validFor(Duration.ofDays(1), Duration.ofDays(30)))),
        one(
            "whoever is at the portal's address speaks no TLS",
            Cause.TLS_FAILS,
            pc -> answers(pc, Peer.saying("HTTP/1.1 400 Bad Request\r\n\r\n"))),
        one(
            "the connection ends in the middle of the handshake",
            Cause.TLS_FAILS,
            pc -> answers(pc, new Peer(caller -> {}))),
        one(
            "nobody is at the portal's address",
            Cause.PORTAL_UNREACHABLE,
            pc -> pc.portal("https://127.0.0.1:" + Peer.freePort() + "/")),
        one(
            "whoever is at the portal's address never answers",
            Cause.PORTAL_UNREACHABLE,
            pc -> answers(pc, Peer.silent())),
        one(
            "the portal is out of service (503)",
            Cause.PORTAL_DOWN,
            pc -> pc.portal(MadePortal.answering(503, "text/html", MadePc.NOW))),
        one(
            "a guest network shows its login page (200)",
            Cause.PORTAL_NOT_THERE,
            pc -> pc.portal(MadePortal.answering(200, "text/html", MadePc.NOW))),
        one(
            "a guest network sends elsewhere (302)",
            Cause.PORTAL_NOT_THERE,
            pc -> pc.portal(MadePortal.answering(302, "text/html", MadePc.NOW))),
        one("the clock is a day ahead", Cause.CLOCK_OFF, pc -> pc.clockIsAhead(Duration.ofDays(1))),
        one(
            "the clock is a day behind",
            Cause.CLOCK_OFF,
            pc -> pc.clockIsAhead(Duration.ofDays(-1))),
        one(
            "the clock is ten minutes ahead",
            Cause.CLOCK_OFF,
            pc -> pc.clockIsAhead(Duration.ofMinutes(10))),
        one("the filing window is closed", Cause.CALENDAR_CLOSED, BrokenLines::closedWindow),
        one(
            "another program holds the port of the assistants",
            Cause.PORT_TAKEN,
            pc -> {
              MadeServer web = new MadeServer(new MockResponse.Builder().code(404).build());
              pc.closeAfterwards(web::close);
              pc.assistants(web.port());
            }),
        one("the assistant shows no key", Cause.PAGE_NO_KEY, pc -> assistant(pc, "")),
        one(
            "the assistant shows another key",
            Cause.PAGE_OTHER_KEY,
            pc -> assistant(pc, "吴江别家有限公司||5C77/K0002&&&")),
        one(
            "the assistant does not answer",
            Cause.PAGE_NO_ANSWER,
            pc -> {
              Peer silent = Peer.silent();
              pc.closeAfterwards(silent::close);
              pc.assistants(silent.port());
            }));
  }

  private static void assumeOnline() {
    assumeTrue(isOnline(), "this machine has no network card that leads out");
  }

  private static boolean isOnline() {
    try (Stream<NetworkInterface> cards = NetworkInterface.networkInterfaces()) {
      return cards.anyMatch(card ->
          card.inetAddresses()
              .anyMatch(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress()));
    } catch (SocketException noCard) {
      return false;
    }
  }

  /// As the system's settings reach Java.
  static void throughProxy(MadePc pc, int port) {
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", String.valueOf(port));
    pc.closeAfterwards(() -> {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
    });
  }

  static void answers(MadePc pc, Peer peer) {
    pc.closeAfterwards(peer::close);
    pc.portal(peer.https());
  }

  private static void closedWindow(MadePc pc) {
    ObjectNode calendar = pc.profile().putObject("calendar");
    calendar.put("open", "in-windows").put("opensOnDay", 20).put("closesAfterDay", 6);
    calendar.putObject("source").put("document", "tests").put("date", "2026-11");
  }

  static void assistant(MadePc pc, String list) throws Exception {
    MadeAssistant assistant = new MadeAssistant(list);
    pc.closeAfterwards(assistant::close);
    pc.assistants(assistant.port());
  }

  /// Loopback is down there as well, so that it is asked for a portal elsewhere.
  private static Seen withoutNetwork(MadePc pc) throws Exception {
    assumeTrue(runs("unshare", "-n", "true"), "this user may not make a network of its own");
    List<String> command = new ArrayList<>(List.of("unshare", "-n"));
    ProcessBuilder doctor =
        RealProcess.builder(
            "org.certassist.cli.Main",
            Map.of(),
            "doctor",
            "--json",
            "--home",
            pc.fresh("practice").toString(),
            "--portal",
            "https://portal.example/");
    command.addAll(doctor.command());
    Path out = pc.fresh("doctor.json");
    long begin = System.nanoTime();
    Process process = doctor.command(command).redirectOutput(out.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)).isTrue();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    JsonNode said = JsonMapper.shared().readTree(Files.readString(out, StandardCharsets.UTF_8));
    return new Seen(
        Cause.of(said.at("/first").asString()),
        said.at("/checks")
            .valueStream()
            .map(check -> check.at("/cause"))
            .filter(JsonNode::isString)
            .map(cause -> Cause.of(cause.asString()))
            .flatMap(Optional::stream)
            .toList(),
        took);
  }

  private static boolean runs(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }
}
