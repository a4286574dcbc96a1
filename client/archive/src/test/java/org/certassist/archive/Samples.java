package org.certassist.archive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.key.Engine;
import org.certassist.core.portal.Problem;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.profile.Way;

/// Steps with every member filled, all of them holding texts that must not be found on disk.
final class Samples {
  static final String NAME = "李小芳";
  static final String NUMBER = "320509199003070021";
  static final List<String> CANARIES = List.of(NAME, NUMBER, "苏州丝绸有限公司", "canary-portal");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z"));
  static final Duration BRIEFLY = Duration.ofMillis(100);

  private Samples() {}

  static SqliteArchive open(Path home) throws Exception {
    return SqliteArchive.open(home, "test", CLOCK, BRIEFLY, Schema.CURRENT);
  }

  static Content content() {
    return new Content(
        "practice",
        "enrolment",
        1,
        new Unit("91320509MA1XXXXX3K", "苏州丝绸有限公司", UnitType.LABOUR_DISPATCH),
        YearMonth.of(2026, 12),
        List.of(
            new Content.Row(
                4, new TreeMap<>(Map.of("idNumber", NUMBER, "name", NAME, "note", "\"\\\n😀")))),
        "新员工.xlsx");
  }

  static Step checked() {
    return new Step.Checked(content());
  }

  static Step signed() {
    return new Step.Signed(
        content(),
        ("{\"name\":\"" + NAME + "\"}").getBytes(StandardCharsets.UTF_8),
        new byte[] {1, 2, -3},
        new EncodedCertificate(new byte[] {4, 5}),
        List.of(new EncodedCertificate(new byte[] {6}), new EncodedCertificate(new byte[] {7})),
        "serial-1",
        "softhsm2",
        Engine.SUNPKCS11);
  }

  static Step sending() {
    return new Step.Sending(URI.create("https://canary-portal:8443/"));
  }

  static Step accepted(DeclarationId id) {
    return new Step.Accepted(
        new Receipt(
            "R-1",
            id,
            "ab12",
            OffsetDateTime.parse("2026-11-22T10:00:01.5+08:00"),
            List.of("医疗保险", "生育保险"),
            new byte[] {8},
            new byte[] {9},
            ("{\"unit\":\"" + NAME + "\"}").getBytes(StandardCharsets.UTF_8)));
  }

  static Step refused() {
    return new Step.Refused(new Problem(422, "unit-mismatch", "单位信息不匹配"));
  }

  static Step unconfirmed() {
    return new Step.Unconfirmed("timeout");
  }

  static Step exported() {
    return new Step.Exported(content(), Way.PAGE_UPLOAD, "上传.xlsx", "ab12");
  }

  static Step handedIn() {
    return new Step.HandedIn(LocalDate.of(2026, 11, 22), Optional.of("受理-117"));
  }

  static Step answered() {
    return new Step.Answered(
        new RowAnswers(127, 1, List.of(new RowAnswers.RowAnswer(9, "未获取到人员基本信息"))));
  }

  static List<Step> wholeLife(DeclarationId id) {
    return List.of(
        checked(), signed(), sending(), unconfirmed(), sending(), accepted(id), answered());
  }

  static DeclarationId append(SqliteArchive archive, Step... steps) throws Exception {
    DeclarationId id = DeclarationId.random();
    int version = 0;
    for (Step step : steps) {
      archive.append(id, version++, step);
    }
    return id;
  }

  /// A history with everything in it as one text, to compare by.
  static String told(History history) {
    StringBuilder told = new StringBuilder(history.id().toString());
    StepCodec codec = new StepCodec();
    for (History.Entry entry : history.entries()) {
      told.append('\n').append(entry.at()).append(' ');
      told.append(new String(codec.encode(entry.step()), StandardCharsets.UTF_8));
    }
    return told.toString();
  }
}
