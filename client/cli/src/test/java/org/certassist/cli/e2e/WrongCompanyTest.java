package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.cli.wiring.Home;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A declaration of one company and the key of another.
class WrongCompanyTest {
  private static final Unit THEIRS = new Unit("91320509MA1MXXXX26", "吴江别家有限公司", UnitType.ORDINARY);

  @TempDir Path folder;

  private Path workbook(Unit unit) throws Exception {
    Path file = folder.resolve("theirs.xlsx");
    try (Wiring wiring =
        new Wiring(
            new Home(folder.resolve("home")),
            "practice",
            Optional.empty(),
            Optional.empty(),
            Clock.systemUTC())) {
      Kind kind = wiring.kind("enrolment");
      wiring.workbooks().writeTemplate(kind, Optional.of(unit), wiring.sample(kind, 1), file);
    }
    return file;
  }

  @Test
  void noPinIsAskedForAndBothCompaniesAreNamed() throws Exception {
    Ended ended =
        RealProcess.certassist(
            "",
            "send",
            workbook(THEIRS).toString(),
            "--pin-stdin",
            "--json",
            "--home",
            folder.resolve("home").toString());

    JsonNode error = JsonMapper.shared().readTree(ended.out()).at("/error");
    assertThat(error.at("/id").stringValue()).as(ended.toString()).isEqualTo("usage.unitMismatch");
    assertThat(error.at("/message").stringValue())
        .contains("吴江别家有限公司 91320509MA1MXXXX26", "证书是 苏州练习制造有限公司 ");
    assertThat(ended.code()).isEqualTo(2);
  }
}
