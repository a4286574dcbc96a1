package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.helpdesk.Bundle.Section;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.testing.MemoryArchive;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;

/// A bundle holds what was seen, names nobody, and is read again as the clerk saw it.
class MakeBundleTest {
  private static final Instant NOW = Instant.parse("2026-12-06T15:00:00Z");
  private static final String UNIT = "福州练习制造有限公司";
  private static final String CODE = "91350100M000100Y43";
  private static final String PERSON = "欧阳练习";
  private static final String PERSON_ID = "110105194912310021";
  private static final String SERIAL = "4A5B6C7D8E";

  private static final CheckResult STORAGE =
      new CheckResult(
          CheckId.STORAGE, State.OK, Optional.empty(), "ok", List.of("/home/lixf/certassist", "9"));
  private static final CheckResult DRIVER =
      failed(CheckId.DRIVER, Cause.DRIVER_GONE, "/home/lixf/libgone.so");
  private static final CheckResult WRONG_UNIT =
      new CheckResult(
          CheckId.UNIT,
          State.WARNING,
          Optional.of(Cause.CERTIFICATE_WRONG_UNIT),
          Cause.CERTIFICATE_WRONG_UNIT.id(),
          List.of(UNIT));

  private static CheckResult failed(CheckId check, Cause cause, String... evidence) {
    return new CheckResult(check, State.FAILED, Optional.of(cause), cause.id(), List.of(evidence));
  }

  /// @param written what stands in the log
  private record PaperLog(List<String> written) implements LogBook {
    @Override
    public Level level() {
      return Level.INFO;
    }

    @Override
    public void setLevel(Level level) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keepLevel(Level level) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> lines(int most) {
      return written;
    }
  }

  private static KeyFacts keys() {
    EncodedCertificate certificate =
        PlainCertificates.certificate(CertificateUsage.SIGNING, CODE, "CN=" + PERSON);
    PlainCertificates reader = new PlainCertificates();
    reader.last(Instant.EPOCH, Instant.parse("2028-01-01T00:00:00Z"));
    TokenKey token =
        new TokenKey(
            Path.of("/usr/lib/libepass.so"),
            "epass",
            "Feitian",
            "ePass3000GM",
            SERIAL,
            PERSON + "的KEY",
            TokenPin.usual(PinState.LAST_TRY),
            List.of(),
            List.of());
    List<DriverReport> drivers =
        List.of(
            new DriverReport(
                "epass",
                "ePass",
                Optional.of(Path.of("/usr/lib/libepass.so")),
                DriverState.READY,
                ""),
            new DriverReport("none", "None", Optional.empty(), DriverState.NOT_INSTALLED, ""));
    return new KeyFacts(
        new DriverOverview(List.of(), drivers, List.of()),
        new KeyOverview(
            drivers,
            List.of(
                new SeenKey(
                    token,
                    List.of(
                        new SeenCertificate(
                            certificate, reader.read(certificate), CertificateStatus.GOOD)))),
            ClockReading.ofThisPc(NOW)));
  }

  private static SeenPc pc() {
    return new SeenPc(
        new ProgramFacts("0.1.0", "25.0.1", 3, 7, "practice"),
        new SystemFacts(PcSystem.LINUX, "Debian 13", "amd64", false, true),
        Optional.of(keys()),
        new Report(List.of(STORAGE, DRIVER, WRONG_UNIT)));
  }

  private static void addKept(KnownPeople people) throws ArchiveException {
    MemoryArchive archive = new MemoryArchive();
    TreeMap<String, String> row =
        new TreeMap<>(Map.of("name", PERSON, "idNumber", PERSON_ID, "ethnicity", "汉族"));
    archive.append(
        DeclarationId.random(),
        0,
        new Step.Checked(
            new Content(
                "practice",
                "enrolment",
                1,
                new Unit(CODE, UNIT, UnitType.ORDINARY),
                YearMonth.of(2026, 12),
                List.of(new Content.Row(4, row)),
                "名单.xlsx")));
    people.add(List.of(new KnownSecret(Secrecy.USER, "lixf"))).add(archive);
  }

  private static Bundle bundle(String... log) throws Exception {
    return bundle(MakeBundleTest::addKept, log);
  }

  private static Bundle bundle(MakeBundle.Kept kept, String... log) throws Exception {
    return new MakeBundle(
            new PaperLog(List.of(log)),
            _ -> Optional.of(new ModuleFile(1234, Instant.EPOCH, "ab".repeat(32))),
            kept,
            new ShanghaiTime(Clock.fixed(NOW, ShanghaiTime.ZONE)))
        .of(pc())
        .bundle();
  }

  private static List<String> text(Bundle bundle, String name) {
    return bundle.sections().stream()
        .filter(section -> section.name().equals(name))
        .findFirst()
        .orElseThrow()
        .lines();
  }

  @Test
  void namesVersionsDriversAndFilesAndNobody() throws Exception {
    Bundle bundle =
        bundle(
            "2026-12-06T23:00:00.000+08:00 INFO  Program " + PERSON + " of " + UNIT,
            "2026-12-06T23:00:01.000+08:00 DEBUG HostOutput epass: 12 characters",
            "\tat org.certassist.keys.bridge.HostOutput.log(HostOutput.java:45)",
            "2026-12-06T23:00:02.000+08:00 INFO  Program serial " + SERIAL + " 汉族");

    assertThat(text(bundle, "about.txt"))
        .contains("program: 0.1.0", "java: 25.0.1", "system: Debian 13", "catalogue: 3")
        .contains("made: 2026-12-06T23:00:00+08:00", "virtual: yes", "knowledge: 7");
    assertThat(text(bundle, "drivers.txt"))
        .contains("path: /usr/lib/libepass.so", "size: 1234", "sha256: " + "ab".repeat(32))
        .contains("state: ready", "pinState: lastTry", "serial: key-1", "issuer: CN=练习 CA")
        .doesNotContain("id: none");
    assertThat(text(bundle, "traces.txt"))
        .hasSize(2)
        .first()
        .asString()
        .endsWith("HostOutput epass: 12 characters");
    assertThat(text(bundle, "log.txt"))
        .containsExactly(
            "2026-12-06T23:00:00.000+08:00 INFO  Program person-1 of unit-1",
            "2026-12-06T23:00:02.000+08:00 INFO  Program serial key-1 汉族");
    assertThat(String.join("\n", bundle.preview()))
        .doesNotContain(UNIT, CODE, PERSON, PERSON_ID, SERIAL, "lixf");
  }

  @Test
  void anArchiveThatDoesNotOpenIsSaidAndFormsAreHiddenAllTheSame() throws Exception {
    Bundle bundle =
        bundle(
            _ -> {
              throw new ArchiveException(ArchiveFault.of("archive.inUse"));
            },
            "2026-12-06T23:00:00.000+08:00 INFO  Program " + PERSON_ID);

    assertThat(text(bundle, "about.txt")).contains("archiveRead: no");
    assertThat(text(bundle, "log.txt").getFirst()).endsWith("Program id-1");
  }

  @Test
  void isReadAgainAsTheClerkSawItButForNames() throws Exception {
    OpenedBundle opened = OpenedBundle.of(bundle());

    assertThat(opened.version()).contains("0.1.0");
    assertThat(opened.made()).contains("2026-12-06T23:00:00+08:00");
    assertThat(opened.system()).contains("Debian 13");
    assertThat(opened.phoneCode()).contains(pc().phoneCode());
    assertThat(opened.unknown()).isEmpty();
    assertThat(opened.isUnderstood()).isTrue();
    assertThat(opened.report().results())
        .containsExactly(
            new CheckResult(
                CheckId.STORAGE,
                State.OK,
                Optional.empty(),
                "ok",
                List.of("/home/user-1/certassist", "9")),
            failed(CheckId.DRIVER, Cause.DRIVER_GONE, "/home/user-1/libgone.so"),
            new CheckResult(
                CheckId.UNIT,
                State.WARNING,
                Optional.of(Cause.CERTIFICATE_WRONG_UNIT),
                Cause.CERTIFICATE_WRONG_UNIT.id(),
                List.of("unit-1")));
    assertThat(opened.report().first().flatMap(CheckResult::cause)).contains(Cause.DRIVER_GONE);
  }

  @Test
  void whatAStrangerWroteIsPassedOverOrNamedAndNothingBreaks() {
    OpenedBundle opened =
        OpenedBundle.of(
            new Bundle(
                List.of(
                    new Section(
                        "checks.txt",
                        List.of(
                            "state: ok before any name",
                            "[moon]",
                            "state: failed",
                            "[driver]",
                            "state: failed",
                            "[pin]",
                            "state: purple",
                            "[clock]",
                            "state: ok",
                            "cause: clock.off",
                            "[fonts]",
                            "state: ok",
                            "no line of ours",
                            "[fonts]",
                            "state: unknown")),
                    new Section(
                        "about.txt", List.of("[bundle]", "phoneCode: 1234 5678 9012 34")))));

    assertThat(opened.unknown()).containsExactly("moon", "driver", "pin", "clock");
    assertThat(opened.isUnderstood()).isFalse();
    assertThat(opened.report().results())
        .containsExactly(new CheckResult(CheckId.FONTS, State.OK, Optional.empty(), "", List.of()));
    assertThat(opened.phoneCode()).isEmpty();
    assertThat(opened.version()).isEmpty();
    OpenedBundle empty = OpenedBundle.of(new Bundle(List.of()));
    assertThat(empty.report().results()).isEmpty();
    assertThat(empty.isUnderstood()).isFalse();
  }

  @Test
  void ofThousandsOfChecksOnlySomeAreLookedAt() {
    List<String> lines = IntStream.range(0, 3000).mapToObj(at -> "[check" + at + "]").toList();

    assertThat(OpenedBundle.of(new Bundle(List.of(new Section("checks.txt", lines)))).unknown())
        .hasSize(200);
  }

  @Test
  void aValueWithLineBreaksStaysOneValue() {
    List<String> lines =
        Block.lines(List.of(new Block("a", List.of(new Block.Entry("b", "1\n[c]\nd: 2")))));

    assertThat(lines).containsExactly("[a]", "b: 1 / [c] / d: 2");
    assertThat(Block.read(lines)).hasSize(1);
  }
}
