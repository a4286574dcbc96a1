package org.certassist.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerStreamTest {
  @Test
  void writesUtf8AndLosesNothing() {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    AnswerStream answer = AnswerStream.to(target);

    answer.print("申报");
    answer.write('!');

    assertThat(answer.lost()).isFalse();
    assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("申报!");
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, true",
    "设备上没有空间, true",
    "Bad file descriptor, true",
    "Broken pipe, false",
    "断开的管道, false"
  })
  void tellsAFullDiskFromAReaderWhoHadEnough(String why, boolean lost) {
    AnswerStream answer =
        AnswerStream.to(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(why);
              }
            });

    answer.println("答复");

    assertThat(answer.lost()).isEqualTo(lost);
  }
}
