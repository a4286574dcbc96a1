package org.certassist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepCodecTest {
  private static final DeclarationId ID =
      DeclarationId.parse("6f1e7a52-0f6e-4f55-8e0c-9d8c4b1f2a30").orElseThrow();

  private final StepCodec codec = new StepCodec();

  static Stream<Step> everyStep() {
    return Stream.of(
        Samples.checked(),
        Samples.signed(),
        Samples.sending(),
        Samples.accepted(ID),
        Samples.refused(),
        Samples.exported(),
        Samples.handedIn(),
        new Step.Withdrawn(),
        Samples.unconfirmed(),
        Samples.answered());
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aStepComesBackWhole(Step step) {
    assertThat(codec.decode(codec.encode(step)))
        .get()
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .isEqualTo(step);
  }

  /// What lies on users' disks since version 1; a change here needs a migration.
  @ParameterizedTest
  @MethodSource("formsOfVersionOne")
  void theFormOfVersionOneIsRead(String form, Step step) {
    assertThat(new String(codec.encode(step), StandardCharsets.UTF_8)).isEqualTo(form);
    assertThat(codec.decode(form.getBytes(StandardCharsets.UTF_8)))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(step);
  }

  static List<Arguments> formsOfVersionOne() {
    String content =
        "{\"profile\":\"practice\",\"kind\":\"enrolment\",\"kindVersion\":1,"
            + "\"settlementMonth\":\"2026-12\",\"source\":\"新员工.xlsx\",\"unit\":"
            + "{\"creditCode\":\"91320509MA1XXXXX3K\",\"name\":\"苏州丝绸有限公司\",\"type\":\"劳务派遣\"},"
            + "\"rows\":[{\"row\":4,\"values\":{\"idNumber\":\"320509199003070021\","
            + "\"name\":\"李小芳\",\"note\":\"\\\"\\\\\\n😀\"}}]}";
    return List.of(
        arguments("{\"step\":\"checked\",\"content\":" + content + "}", Samples.checked()),
        arguments(
            "{\"step\":\"signed\",\"content\":"
                + content
                + ",\"document\":\"eyJuYW1lIjoi5p2O5bCP6IqzIn0=\",\"cms\":\"AQL9\","
                + "\"signer\":\"BAU=\",\"keySerial\":\"serial-1\",\"driver\":\"softhsm2\","
                + "\"engine\":\"sunpkcs11\",\"chain\":[\"Bg==\",\"Bw==\"]}",
            Samples.signed()),
        arguments(
            "{\"step\":\"sending\",\"portal\":\"https://canary-portal:8443/\"}", Samples.sending()),
        arguments(
            "{\"step\":\"accepted\",\"receipt\":{\"number\":\"R-1\","
                + "\"id\":\"6f1e7a52-0f6e-4f55-8e0c-9d8c4b1f2a30\",\"sha256\":\"ab12\","
                + "\"receivedAt\":\"2026-11-22T10:00:01.500+08:00\",\"signedForm\":\"CA==\","
                + "\"signature\":\"CQ==\",\"original\":\"eyJ1bml0Ijoi5p2O5bCP6IqzIn0=\","
                + "\"notCovered\":[\"医疗保险\",\"生育保险\"]}}",
            Samples.accepted(ID)),
        arguments(
            "{\"step\":\"exported\",\"content\":"
                + content
                + ",\"way\":\"page-upload\",\"file\":\"上传.xlsx\",\"sha256\":\"ab12\"}",
            Samples.exported()),
        arguments(
            "{\"step\":\"handedIn\",\"on\":\"2026-11-22\",\"number\":\"受理-117\"}",
            Samples.handedIn()),
        arguments(
            "{\"step\":\"handedIn\",\"on\":\"2026-11-22\"}",
            new Step.HandedIn(LocalDate.of(2026, 11, 22), Optional.empty())),
        arguments("{\"step\":\"withdrawn\"}", new Step.Withdrawn()),
        arguments(
            "{\"step\":\"refused\",\"httpStatus\":422,\"code\":\"unit-mismatch\","
                + "\"detail\":\"单位信息不匹配\"}",
            Samples.refused()),
        arguments("{\"step\":\"unconfirmed\",\"cause\":\"timeout\"}", Samples.unconfirmed()),
        arguments(
            "{\"step\":\"answered\",\"accepted\":127,\"refused\":1,"
                + "\"rows\":[{\"row\":9,\"message\":\"未获取到人员基本信息\"}]}",
            Samples.answered()));
  }

  private static Arguments arguments(String form, Step step) {
    return Arguments.of(form, step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"step\":\"levitating\"}",
        "{\"step\":\"sending\"}",
        "{\"step\":\"sending\",\"portal\":1}",
        "{\"step\":\"handedIn\",\"on\":\"today\"}",
        "{\"step\":\"handedIn\",\"on\":\"2026-11-22\",\"number\":1}",
        "{\"step\":\"refused\",\"httpStatus\":\"x\",\"code\":\"c\",\"detail\":\"d\"}",
        "{\"step\":\"answered\",\"accepted\":1,\"refused\":0}"
      })
  void whatIsNoStepIsNotGuessed(String form) {
    assertThat(codec.decode(form.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void everyKindOfStepIsTested() {
    assertThat(everyStep().map(Object::getClass).distinct())
        .hasSize(Step.class.getPermittedSubclasses().length);
  }
}
