package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `explain`: what a code or a message means.
class ExplainCommandTest {
  private static final String ID_NUMBER = "11010519491231002X";

  @TempDir Path home;

  private Ended run(String input, String... arguments) throws Exception {
    return RealProcess.certassist(
        input,
        Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
            .toArray(String[]::new));
  }

  @Test
  void aCodeIsExplainedWithWhomToAsk() throws Exception {
    Ended asked = run("", "explain", "823", "--profile", "jiangsu");

    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(asked.out())
        .contains("portal.status.823", "谁来办：CA", "1. ", "松陵网点", "63950010", "营业时间");
  }

  @Test
  void theJsonHasEveryMember() throws Exception {
    Ended asked =
        run("", "explain", "CA验签结果失败，状态码：８１０", "--json", "--lang", "en", "--profile", "jiangsu");

    assertThat(asked.code()).as(asked.err()).isZero();
    JsonNode answer = JsonMapper.shared().readTree(asked.out()).at("/answers/0");
    assertThat(answer.at("/id").stringValue()).isEqualTo("portal.status.810");
    assertThat(answer.at("/who").stringValue()).isEqualTo("ca");
    assertThat(answer.at("/cause").stringValue()).contains("expired");
    assertThat(answer.at("/steps").size()).isPositive();
    assertThat(answer.at("/action").isNull()).isTrue();
    assertThat(answer.at("/contact/role").stringValue()).isEqualTo("ca");
    assertThat(answer.at("/contact/places/0/contact/name").stringValue()).isEqualTo("苏州CA");
    assertThat(answer.at("/contact/places/0/open").stringValue()).isEqualTo("notKnown");
  }

  @Test
  void severalWordsAreOneText() throws Exception {
    assertThat(run("", "explain", "CKR", "PIN", "LOCKED").out()).contains("pin.locked");
  }

  @Test
  void whatMeansNothingGetsNoAnswer() throws Exception {
    Ended asked = run("", "explain", "今天天气真好");

    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.out()).contains("没有查到");
    Ended json = run("", "explain", "今天天气真好", "--json");
    assertThat(json.code()).isEqualTo(1);
    assertThat(JsonMapper.shared().readTree(json.out()).at("/answers").size()).isZero();
  }

  @Test
  void anIdNumberInThePastedTextIsNeitherPrintedNorLogged() throws Exception {
    for (String input : new String[] {ID_NUMBER + " 户籍性质不能为空", ID_NUMBER + " 今天天气真好"}) {
      Ended asked = run(input, "explain", "-", "-v");

      assertThat(asked.out() + asked.err()).doesNotContain(ID_NUMBER);
    }
    assertThat(run(ID_NUMBER + " 户籍性质不能为空", "explain", "-").out()).contains("row.noHousehold");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(ID_NUMBER);
      }
    }
  }
}
