package org.certassist.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.PageFacts;
import org.certassist.core.diagnosis.PageFacts.Entry;
import org.certassist.core.diagnosis.PageFacts.Seen;
import org.certassist.core.diagnosis.PortHolders;
import org.certassist.page.AssistantLine.Ports;
import org.certassist.page.SimulatedAssistant.Manner;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever holds the port of the assistants is seen as what it is, within the time and without a
/// secret.
@Timeout(30)
class AssistantLineTest {
  private static final Duration SOON = Duration.ofMillis(400);
  private static final URI PORTAL = URI.create("https://rs.example.cn/hall/#/login");
  private static final String OURS = "福州练习制造有限公司||3F2A/K0001&&&";
  private static final Seen.Assistant SEES_OURS =
      new Seen.Assistant(List.of(new Entry("福州练习制造有限公司", "3F2A/K0001")));

  private static final PortHolders UNTOLD = _ -> Optional.empty();

  private static PageFacts look(int plain, int secure, PortHolders holders) throws Exception {
    return new AssistantLine(new Ports(plain, secure), Optional.of(PORTAL), holders, SOON).look();
  }

  private static Seen plainly(int port) throws Exception {
    return look(port, SimulatedAssistant.freePort(), UNTOLD).views().getFirst().seen();
  }

  @Test
  void aWorkingAssistantShowsItsKeysAtBothAddresses() throws Exception {
    try (SimulatedAssistant plain = SimulatedAssistant.plain(SimulatedAssistant.showing(OURS));
        SimulatedAssistant secure = SimulatedAssistant.secure(SimulatedAssistant.showing(OURS))) {
      PageFacts seen =
          new AssistantLine(new Ports(plain.port(), secure.port()), Optional.of(PORTAL), UNTOLD)
              .look();

      assertThat(seen.views())
          .extracting(PageFacts.View::pages, PageFacts.View::seen)
          .containsExactly(
              tuple(PageFacts.Pages.PLAIN, SEES_OURS), tuple(PageFacts.Pages.SECURE, SEES_OURS));
    }
  }

  @Test
  void itIsAskedTwoThingsInThePagesNameAndNothingElse() throws Exception {
    try (SimulatedAssistant plain = SimulatedAssistant.plain(SimulatedAssistant.showing(OURS))) {
      plainly(plain.port());

      assertThat(plain.heard()).hasSize(3);
      assertThat(plain.heard().getFirst())
          .startsWith("GET /xtxapp/ HTTP/1.1\r\n")
          .contains("\r\nHost: 127.0.0.1:" + plain.port() + "\r\n")
          .contains("\r\nOrigin: https://rs.example.cn\r\n");
      assertThat(plain.heard().subList(1, 3))
          .containsExactly(
              "{\"call_cmd_id\":\"i_1\",\"xtx_func_name\":\"SOF_GetVersion\",\"param\":[],"
                  + "\"URL\":\""
                  + PORTAL
                  + "\"}",
              "{\"call_cmd_id\":\"i_2\",\"xtx_func_name\":\"SOF_GetUserList\",\"param\":[],"
                  + "\"URL\":\""
                  + PORTAL
                  + "\"}");
    }
  }

  /// A question of more than 125 bytes has another head; each handshake has a key of its own.
  @Test
  void aLongAddressWithAPortIsNamedWhole() throws Exception {
    URI page = URI.create("https://rs.example.cn:8443/" + "x".repeat(200));
    try (SimulatedAssistant plain = SimulatedAssistant.plain(SimulatedAssistant.showing(OURS))) {
      Ports ports = new Ports(plain.port(), SimulatedAssistant.freePort());
      for (int i = 0; i < 2; i++) {
        new AssistantLine(ports, Optional.of(page), UNTOLD, SOON).look();
      }

      assertThat(plain.heard()).hasSize(6);
      assertThat(plain.heard().getFirst())
          .contains("\r\nOrigin: https://rs.example.cn:8443\r\n")
          .isNotEqualTo(plain.heard().get(3));
      assertThat(plain.heard().get(1)).endsWith("\"URL\":\"" + page + "\"}");
    }
  }

  @Test
  void whereNobodyListensNobodyIsThere() throws Exception {
    PageFacts seen = look(SimulatedAssistant.freePort(), SimulatedAssistant.freePort(), UNTOLD);

    assertThat(seen.views()).extracting(PageFacts.View::seen).containsOnly(new Seen.Nobody());
  }

  @ParameterizedTest
  @MethodSource
  void whoHoldsThePortIsSeenAsWhatItIs(Manner manner, Seen expected) throws Exception {
    try (SimulatedAssistant holder = SimulatedAssistant.plain(manner)) {
      assertThat(plainly(holder.port())).isEqualTo(expected);
    }
  }

  private static Arguments holder(String name, Seen expected, Manner manner) {
    return Arguments.of(Named.of(name, manner), expected);
  }

  private static Manner afterTheUpgrade(Manner manner) {
    return caller -> {
      caller.upgrade();
      manner.treat(caller);
    };
  }

  private static Manner afterTheVersion(Manner manner) {
    return afterTheUpgrade(caller -> {
      caller.answer("1.0");
      manner.treat(caller);
    });
  }

  /// One that works but for the way in which it sends its version.
  private static Manner showingIn(Function<byte[], List<byte[]>> frames) {
    return afterTheUpgrade(caller -> {
      caller.question();
      String version = "{\"call_cmd_id\":\"i_1\",\"retVal\":\"1.0\"}";
      for (byte[] frame : frames.apply(version.getBytes(StandardCharsets.UTF_8))) {
        caller.raw(frame);
      }
      caller.answer(OURS);
    });
  }

  private static byte[] frame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    frame.put(payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private static Manner http(String status, String body) {
    return caller -> {
      caller.head();
      caller.raw("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    };
  }

  static Stream<Arguments> whoHoldsThePortIsSeenAsWhatItIs() {
    Seen silent = new Seen.Silent();
    Seen stranger = new Seen.Stranger();
    Seen none = new Seen.Assistant(List.of());
    SecureRandom random = new SecureRandom();
    return Stream.of(
        holder("shows no key", none, SimulatedAssistant.showing("")),
        holder(
            "shows two, the last without its end",
            new Seen.Assistant(List.of(new Entry("甲", "1/A"), new Entry("乙", "2/B"))),
            SimulatedAssistant.showing("甲||1/A&&&乙||2/B")),
        holder(
            "returns null for no key",
            none,
            afterTheVersion(caller -> {
              caller.question();
              caller.text("{\"call_cmd_id\":\"i_2\",\"retVal\":null}");
            })),
        holder(
            "tells of keys in between, pings, and answers in pieces",
            SEES_OURS,
            afterTheVersion(caller -> {
              caller.question();
              caller.answer("onUsbkeyChange", "1");
              caller.frame(0x89, new byte[] {1, 2});
              if (!Arrays.equals(caller.received(0x8A), new byte[] {1, 2})) {
                throw new IOException("no pong");
              }
              byte[] text =
                  ("{\"call_cmd_id\":\"i_2\",\"retVal\":\"" + OURS + "\"}")
                      .getBytes(StandardCharsets.UTF_8);
              int half = text.length / 2;
              caller.frame(0x01, Arrays.copyOf(text, half));
              caller.frame(0x8A, new byte[0]);
              caller.frame(0x80, Arrays.copyOfRange(text, half, text.length));
            })),
        holder(
            "knows the path without the last slash only",
            SEES_OURS,
            caller -> {
              if (caller.head().startsWith("GET /xtxapp/ ")) {
                caller.raw("HTTP/1.1 404 Not Found\r\n\r\n");
              } else {
                caller.upgradeAsked();
                caller.answer("1");
                caller.answer(OURS);
              }
            }),
        holder("hangs after the connection", silent, caller -> caller.hang()),
        holder("hangs after the upgrade", silent, afterTheUpgrade(caller -> caller.hang())),
        holder("hangs after the version", silent, afterTheVersion(caller -> caller.hang())),
        holder(
            "breaks off after the version", silent, afterTheVersion(caller -> caller.question())),
        holder(
            "closes after the version",
            silent,
            afterTheVersion(caller -> caller.frame(0x88, new byte[] {3, (byte) 232}))),
        holder("does not take this page", silent, http("403 Forbidden", "no")),
        holder("wants a login", silent, http("401 Unauthorized", "")),
        holder("a web server", stranger, http("200 OK", "<html>")),
        holder("a web server without this page", stranger, http("404 Not Found", "")),
        holder("sends elsewhere", stranger, http("302 Found\r\nLocation: http://x.example/", "")),
        holder(
            "a page without end",
            stranger,
            caller -> {
              caller.head();
              caller.raw("HTTP/1.1 200 OK\r\n\r\n");
              endless(caller, "x".repeat(1 << 12));
            }),
        holder(
            "a head without end",
            stranger,
            caller -> {
              caller.raw("HTTP/1.1 101 Switching\r\n");
              endless(caller, "X-Filler: " + "x".repeat(1 << 10) + "\r\n");
            }),
        holder(
            "speaks first, as mail servers do", stranger, caller -> caller.raw("220 mail\r\n\r\n")),
        holder("hangs up", stranger, caller -> {}),
        holder("noise", stranger, caller -> endlessNoise(caller, random)),
        holder(
            "noise after the upgrade",
            stranger,
            afterTheUpgrade(caller -> {
              caller.frame(0xF1, new byte[200]);
              caller.hang();
            })),
        holder(
            "another's handshake",
            stranger,
            caller -> {
              caller.head();
              caller.raw("HTTP/1.1 101 X\r\nSec-WebSocket-Accept: AAAA\r\n\r\n");
              caller.hang();
            }),
        holder("no JSON", stranger, afterTheUpgrade(caller -> caller.text("hello"))),
        holder("JSON of another kind", stranger, afterTheUpgrade(caller -> caller.text("[1]"))),
        holder("deep JSON", stranger, afterTheUpgrade(caller -> caller.text("[".repeat(60_000)))),
        holder(
            "another's answers without end",
            stranger,
            afterTheUpgrade(caller -> {
              for (; ; ) {
                caller.answer("i_9", "true");
              }
            })),
        holder(
            "an answer without a value",
            stranger,
            afterTheUpgrade(caller -> caller.text("{\"call_cmd_id\":\"i_1\"}"))),
        holder(
            "an answer that is no text",
            stranger,
            afterTheUpgrade(caller -> caller.text("{\"call_cmd_id\":\"i_1\",\"retVal\":[]}"))),
        holder("an extension", stranger, showingIn(answer -> List.of(frame(0xC1, answer)))),
        holder(
            "a message within a message",
            stranger,
            showingIn(answer ->
                List.of(
                    frame(0x01, Arrays.copyOf(answer, 9)),
                    frame(0x81, Arrays.copyOfRange(answer, 9, answer.length))))),
        holder(
            "a mask",
            stranger,
            showingIn(answer -> {
              byte[] masked = frame(0x81, answer);
              masked[1] |= (byte) 0x80;
              return List.of(masked);
            })),
        holder(
            "an answer that is too large only as a whole",
            stranger,
            showingIn(answer -> {
              byte[] blanks = " ".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
              return List.of(frame(0x01, blanks), frame(0x00, blanks), frame(0x80, answer));
            })),
        holder("a list that is none", stranger, SimulatedAssistant.showing("true")),
        holder(
            "a list of ten thousand",
            stranger,
            SimulatedAssistant.showing("a||b&&&".repeat(10_000).substring(0, 60_000))),
        holder("binary", stranger, afterTheUpgrade(caller -> caller.frame(0x82, new byte[9]))),
        holder(
            "a frame that claims 2^62 bytes",
            stranger,
            afterTheUpgrade(caller -> {
              caller.raw(new byte[] {(byte) 0x81, 127, 0x40, 0, 0, 0, 0, 0, 0, 0});
              caller.hang();
            })),
        holder(
            "a frame of a negative length",
            stranger,
            afterTheUpgrade(caller -> {
              caller.raw(new byte[] {(byte) 0x81, 127, -1, 0, 0, 0, 0, 0, 0, 0});
              caller.hang();
            })),
        holder(
            "a message that is too large in pieces",
            stranger,
            afterTheUpgrade(caller -> {
              caller.frame(0x01, new byte[1 << 15]);
              for (; ; ) {
                caller.frame(0x00, new byte[1 << 15]);
              }
            })),
        holder(
            "empty pieces without end",
            stranger,
            afterTheUpgrade(caller -> {
              caller.frame(0x01, new byte[0]);
              for (; ; ) {
                caller.frame(0x00, new byte[0]);
              }
            })),
        holder(
            "pings without end",
            stranger,
            afterTheUpgrade(caller -> {
              for (; ; ) {
                caller.frame(0x89, new byte[3]);
              }
            })),
        holder(
            "a large ping",
            stranger,
            afterTheUpgrade(caller -> {
              caller.frame(0x89, new byte[1 << 16]);
              caller.hang();
            })),
        holder(
            "a piece of nothing",
            stranger,
            afterTheUpgrade(caller -> caller.frame(0x80, new byte[3]))));
  }

  private static void endless(SimulatedAssistant.Caller caller, String text) throws IOException {
    for (; ; ) {
      caller.raw(text);
    }
  }

  private static void endlessNoise(SimulatedAssistant.Caller caller, SecureRandom random)
      throws IOException {
    for (; ; ) {
      caller.noise(random);
    }
  }

  @Test
  void aPlainWebServerAtTheSecurePortIsAStranger() throws Exception {
    try (SimulatedAssistant web =
        SimulatedAssistant.plain(caller -> caller.raw("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      PageFacts seen = look(SimulatedAssistant.freePort(), web.port(), UNTOLD);

      assertThat(seen.views().getLast().seen()).isEqualTo(new Seen.Stranger());
    }
  }

  @Test
  void whoSaysNothingAtTheSecurePortIsSilent() throws Exception {
    try (SimulatedAssistant mute = SimulatedAssistant.plain(caller -> caller.hang())) {
      PageFacts seen = look(SimulatedAssistant.freePort(), mute.port(), UNTOLD);

      assertThat(seen.views().getLast().seen()).isEqualTo(new Seen.Silent());
    }
  }

  @Test
  void whoIsInTroubleIsNamedAndAlsoWhoHoldsTheOtherPort() throws Exception {
    PortHolders holders = port -> Optional.of(new PortHolders.Holder(Optional.of("p" + port)));
    try (SimulatedAssistant good = SimulatedAssistant.plain(SimulatedAssistant.showing(OURS));
        SimulatedAssistant web = SimulatedAssistant.plain(http("200 OK", ""))) {
      assertThat(look(good.port(), web.port(), holders).views())
          .extracting(view -> view.program().orElseThrow())
          .containsExactly("p" + good.port(), "p" + web.port());
    }
  }

  @Test
  void whereNobodyIsNoNameIsAskedFor() throws Exception {
    PortHolders holders = port -> Optional.of(new PortHolders.Holder(Optional.of("p" + port)));
    try (SimulatedAssistant web = SimulatedAssistant.plain(http("200 OK", ""))) {
      assertThat(look(SimulatedAssistant.freePort(), web.port(), holders).views())
          .extracting(PageFacts.View::program)
          .containsExactly(Optional.empty(), Optional.of("p" + web.port()));
    }
  }

  /// Its queue is full: who holds the port does not fetch a connection any more.
  @Test
  @EnabledOnOs(OS.LINUX)
  void whoTakesNoConnectionIsSilentWhereSomebodyHoldsThePort() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 2; i++) {
        waiting.add(new Socket(busy.getInetAddress(), busy.getLocalPort()));
      }
      PortHolders holds = _ -> Optional.of(new PortHolders.Holder(Optional.empty()));
      int port = busy.getLocalPort();

      assertThat(look(port, SimulatedAssistant.freePort(), holds).views().getFirst().seen())
          .isEqualTo(new Seen.Silent());
      assertThat(plainly(port)).isEqualTo(new Seen.Nobody());
    } finally {
      for (Socket each : waiting) {
        each.close();
      }
    }
  }

  @Test
  void whereAllIsWellTheSystemIsNotAsked() throws Exception {
    PortHolders never =
        _ -> {
          throw new AssertionError("asked");
        };
    try (SimulatedAssistant good = SimulatedAssistant.plain(SimulatedAssistant.showing(OURS))) {
      assertThat(look(good.port(), SimulatedAssistant.freePort(), never).views())
          .extracting(PageFacts.View::program)
          .containsOnly(Optional.empty());
    }
  }

  @Test
  void whoHangsIsHungUpOn() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    try (SimulatedAssistant mute =
        SimulatedAssistant.plain(caller -> {
          caller.upgrade();
          caller.hang();
          left.countDown();
        })) {
      plainly(mute.port());

      assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theWholeLookTakesNoLongerThanItsPatience() throws Exception {
    try (SimulatedAssistant mute =
        SimulatedAssistant.plain(caller -> {
          caller.upgrade();
          for (; ; ) {
            caller.raw(new byte[] {(byte) 0x81, 127, 0, 0, 0, 0, 0, 0, (byte) 0xFF, 0});
            caller.hang();
          }
        })) {
      long begin = System.nanoTime();
      PageFacts seen =
          new AssistantLine(new Ports(mute.port(), mute.port()), Optional.empty(), UNTOLD).look();

      assertThat(seen.views()).extracting(PageFacts.View::seen).containsOnly(new Seen.Silent());
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }
}
