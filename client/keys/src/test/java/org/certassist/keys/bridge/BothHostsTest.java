package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Frame;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.ResponseCodec;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What `docs/bridge-protocol.md` says of requests that need no key holds for every host, in
/// whatever language it is written.
@Timeout(120)
class BothHostsTest {
  enum Language {
    JAVA,
    PYTHON
  }

  /// A type, its payload and what is answered to it; `''` is a count of nothing, quoted is text.
  private static final String REQUESTS =
      """
      0001 0001                                  welcome
      0001 0002                                  VERSION_UNSUPPORTED
      0001 00                                    MALFORMED
      0001 000100                                MALFORMED
      0abc                                       UNKNOWN_REQUEST
      0104                                       UNKNOWN_REQUEST
      8001 000100                                UNKNOWN_REQUEST
      0002 03 '/a'                               MALFORMED
      0002 01 00000001ff                         MALFORMED
      0002 01 ffffffff                           MALFORMED
      0002 01 'relative'                         MODULE_NOT_FOUND
      0002 01 '/no/such/file'                    MODULE_NOT_FOUND
      0002 01 '/'                                MODULE_NOT_FOUND
      0002 01 00000003006100                     MODULE_NOT_FOUND
      0002 01 000000042f610062                   MODULE_NOT_FOUND
      0003                                       NOT_OPEN
      0003 00                                    MALFORMED
      0004 '' '' '' '' '1234' 00 ''              NOT_OPEN
      0004 '' '' '' '' 00000001ff 01 'anything'  NOT_OPEN
      0004 '' '' '' 'short' '1234' 00 ''         NOT_OPEN
      0004 '' '' '' '' '1234' 02 ''              MALFORMED
      0004 '' '' '' '' '1234' 00                 MALFORMED
      0005 '' '' ''                              NOT_OPEN
      0006 '' '' '' '' 01 'message' '' ''        NOT_OPEN
      0006 '' '' '' '' 03 'message' '' ''        MALFORMED
      0007 '' '' ''                              NOT_OPEN
      0008 '' '' '' '' '1234' '5678' 00 ''       NOT_OPEN
      0009 '' '' '' '' '1234' '5678' 00 ''       NOT_OPEN
      000a '' '' '' '' 0000000080008105 'input' '' ''  NOT_OPEN
      000a '' '' '' '' 80008105 'input' '' ''    MALFORMED
      000b '' '' '' ''                           NOT_OPEN
      000b '' '' ''                              MALFORMED
      000d 01 'relative' 'a=b'                   MODULE_NOT_FOUND
      000d 01 '/no/such/file' 'a=b'              MODULE_NOT_FOUND
      000d 01 '/no/such/file' ''                 MODULE_NOT_FOUND
      000d 02 '/a' 'a=b'                         NOT_SUPPORTED
      000d 03 '/a' 'a=b'                         MALFORMED
      000d 01 '/a'                               MALFORMED
      000d 01 '/a' 00000001ff                    MALFORMED
      0101 'label' '1234' '5678' ''              PROVISIONING_OFF
      0101 'label'                               MALFORMED
      0102 '' '' '' 01 'label'                   PROVISIONING_OFF
      0103 '' '' '' '' 'label' ''                PROVISIONING_OFF
      0001 0001                                  welcome
      """;

  private record Asked(byte[] content, String answer) {
    static Asked of(String line) {
      String[] words = line.split(" +", -1);
      StringBuilder hex = new StringBuilder();
      for (int i = 0; i < words.length - 1; i++) {
        hex.append(words[i].startsWith("'") ? text(words[i]) : words[i]);
      }
      return new Asked(HexFormat.of().parseHex(hex), words[words.length - 1]);
    }

    private static String text(String quoted) {
      byte[] bytes = quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.UTF_8);
      return "%08x".formatted(bytes.length) + HexFormat.of().formatHex(bytes);
    }

    byte[] frame(int id) {
      String head = "%08x%08x".formatted(4 + content.length, id);
      return HexFormat.of().parseHex(head + HexFormat.of().formatHex(content));
    }
  }

  @TempDir Path folder;

  private Process start(Language language) throws Exception {
    return switch (language) {
      case JAVA -> TestHost.launch().start(Map.of());
      case PYTHON -> {
        ForeignHost foreign = ForeignHost.in(folder);
        yield foreign.launch().start(foreign.variables());
      }
    };
  }

  private static String word(Response response) {
    return response instanceof Response.Failed(Fault fault)
        ? fault.code().name()
        : response.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRequestIsAnsweredAsThePageSaysAndInItsOrder(Language language) throws Exception {
    List<Asked> asked = REQUESTS.lines().map(Asked::of).toList();
    Process host = start(language);
    try (OutputStream toHost = host.getOutputStream();
        InputStream fromHost = host.getInputStream()) {
      for (int id = 0; id < asked.size(); id++) {
        toHost.write(asked.get(id).frame(id));
      }
      toHost.flush();
      List<String> answers = new ArrayList<>();
      for (int id = 0; id < asked.size(); id++) {
        Frame answer = Frame.read(fromHost).orElseThrow();
        assertThat(answer.id()).isEqualTo(id);
        answers.add(word(ResponseCodec.decode(answer)));
      }
      assertThat(answers).isEqualTo(asked.stream().map(Asked::answer).toList());
    } finally {
      host.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JAVA,   00000005", "JAVA,   00100001", "JAVA,   ffffffff",
    "PYTHON, 00000005", "PYTHON, 00100001", "PYTHON, ffffffff"
  })
  void aLengthOutOfItsBoundsIsAnsweredWithIdZeroAndEndsTheHost(Language language, String length)
      throws Exception {
    Process host = start(language);
    try (OutputStream toHost = host.getOutputStream();
        InputStream fromHost = host.getInputStream()) {
      toHost.write(HexFormat.of().parseHex(length));
      toHost.flush();
      Frame answer = Frame.read(fromHost).orElseThrow();
      assertThat(answer.id()).isZero();
      assertThat(word(ResponseCodec.decode(answer))).isEqualTo(FaultCode.FRAME_TOO_LARGE.name());
      assertThat(host.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      host.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anInputThatEndsInsideAFrameEndsTheHostWithoutAWord(Language language) throws Exception {
    Process host = start(language);
    try (InputStream fromHost = host.getInputStream()) {
      try (OutputStream toHost = host.getOutputStream()) {
        toHost.write(HexFormat.of().parseHex("00000010" + "00000001"));
      }
      assertThat(fromHost.readAllBytes()).isEmpty();
      assertThat(host.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      host.destroyForcibly();
    }
  }
}
