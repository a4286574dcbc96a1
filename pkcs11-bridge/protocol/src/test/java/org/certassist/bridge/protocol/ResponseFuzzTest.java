package org.certassist.bridge.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes from a host are an answer, or a typed refusal; nothing else happens.
class ResponseFuzzTest {
  static Stream<byte[]> known() {
    return CodecTest.responses().map(response -> ResponseCodec.encode(7, response));
  }

  @MethodSource("known")
  @FuzzTest(maxDuration = "10s")
  void whateverIsReadCanBeWrittenAgain(byte[] line) throws IOException {
    try (var in = new ByteArrayInputStream(line)) {
      Optional<Frame> frame = Frame.read(in);
      if (frame.isPresent()) {
        Response read = ResponseCodec.decode(frame.get());
        byte[] written = ResponseCodec.encode(frame.get().id(), read);
        Response again =
            ResponseCodec.decode(Frame.read(new ByteArrayInputStream(written)).orElseThrow());
        assertThat(again).usingRecursiveComparison().isEqualTo(read);
      }
    } catch (WireException typed) {
      assertThat(typed.kind()).isNotNull();
    }
  }
}
