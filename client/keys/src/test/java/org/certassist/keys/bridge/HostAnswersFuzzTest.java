package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.stream.Stream;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.ResponseCodec;
import org.junit.jupiter.params.provider.MethodSource;

/// A host that answers any bytes ends in an answer or in the end of that host, and never in a wait.
class HostAnswersFuzzTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  static Stream<byte[]> known() {
    return Stream.of(
        ResponseCodec.encode(1, new Response.Done()),
        ResponseCodec.encode(2, new Response.Done()),
        ResponseCodec.encode(1, new Response.Welcome(1, false)));
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "10s")
  void anyAnswerIsTakenOrEndsTheHost(byte[] answer) throws InterruptedException {
    try (HostConnection connection = new HostConnection("fuzzed", new PaperHost(answer))) {
      Response taken = connection.call(new Request.ListTokens(), LONG);
      assertThat(taken).isNotNull();
    } catch (HostHungException tooLong) {
      throw new AssertionError("a line that has ended was waited for", tooLong);
    } catch (IOException theHostIsGone) {
      assertThat(theHostIsGone).isInstanceOf(HostLostException.class);
    }
  }

  /// A process in name only: it says its bytes and ends.
  private static final class PaperHost extends Process {
    private final InputStream says;

    PaperHost(byte[] answer) {
      this.says = new ByteArrayInputStream(answer);
    }

    @Override
    public OutputStream getOutputStream() {
      return new ByteArrayOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return says;
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public int exitValue() {
      return 0;
    }

    @Override
    public void destroy() {}
  }
}
