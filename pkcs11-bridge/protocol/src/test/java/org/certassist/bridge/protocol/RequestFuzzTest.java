package org.certassist.bridge.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes to a host are a request, or a typed refusal; nothing else happens.
class RequestFuzzTest {
  static Stream<byte[]> known() {
    return CodecTest.requests().map(request -> RequestCodec.encode(7, request));
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "10s")
  void whateverIsReadCanBeWrittenAgain(byte[] line) throws IOException {
    try (var in = new ByteArrayInputStream(line)) {
      Optional<Frame> frame = Frame.read(in);
      if (frame.isPresent()) {
        Request read = RequestCodec.decode(frame.get());
        byte[] written = RequestCodec.encode(frame.get().id(), read);
        Request again =
            RequestCodec.decode(Frame.read(new ByteArrayInputStream(written)).orElseThrow());
        assertThat(again).usingRecursiveComparison().isEqualTo(read);
      }
    } catch (WireException typed) {
      assertThat(typed.kind()).isNotNull();
    }
  }
}
