package org.certassist.core.helpdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.driver.Product;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.helpdesk.Block.Entry;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.time.ShanghaiTime;

/// Writes a PC that was looked at into the lines of a bundle, not yet redacted.
final class BundledPc {
  /// Installed on no PC are most drivers of the catalogue; they say nothing.
  private static final DriverState SAYS_NOTHING = DriverState.NOT_INSTALLED;

  private final SeenPc pc;
  private final ModuleFile.Look files;

  BundledPc(SeenPc pc, ModuleFile.Look files) {
    this.pc = pc;
    this.files = files;
  }

  /// Versions, system and phone code.
  List<String> about(Instant made, boolean peopleKnown) {
    return Block.lines(
        List.of(
            new Block(
                BundleText.ABOUT_BLOCK,
                List.of(
                    new Entry("made", ShanghaiTime.text(made)),
                    new Entry("program", pc.program().version()),
                    new Entry("java", pc.program().java()),
                    new Entry("system", pc.system().name()),
                    new Entry("systemKind", pc.system().kind().word()),
                    new Entry("architecture", pc.system().architecture()),
                    new Entry("remote", yes(pc.system().remote())),
                    new Entry("virtual", yes(pc.system().virtual())),
                    new Entry("catalogue", String.valueOf(pc.program().catalogue())),
                    new Entry("knowledge", String.valueOf(pc.program().knowledge())),
                    new Entry("region", pc.program().profile()),
                    new Entry("archiveRead", yes(peopleKnown)),
                    new Entry(BundleText.PHONE_CODE, pc.phoneCode().digits())))));
  }

  List<String> checks() {
    return Block.lines(pc.report().results().stream().map(BundledPc::check).toList());
  }

  private static Block check(CheckResult result) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(BundleText.STATE, result.state().word()));
    result.cause().map(Cause::id).ifPresent(id -> entries.add(new Entry(BundleText.CAUSE, id)));
    entries.add(new Entry(BundleText.WORD, result.word()));
    result.evidence().forEach(seen -> entries.add(new Entry(BundleText.EVIDENCE, seen)));
    return new Block(result.check().word(), entries);
  }

  /// What is plugged in, the drivers that are there, and what the keys say of themselves but their
  /// names.
  List<String> drivers() {
    List<Block> blocks = new ArrayList<>();
    pc.keys().map(KeyFacts::drivers).ifPresent(drivers -> add(drivers, blocks));
    pc.keys().stream()
        .flatMap(keys -> keys.keys().keys().stream())
        .forEach(key -> add(key, blocks));
    return Block.lines(blocks);
  }

  private void add(DriverOverview drivers, List<Block> blocks) {
    drivers.plugged().forEach(key -> blocks.add(plugged(key)));
    drivers.drivers().stream()
        .filter(driver -> driver.state() != SAYS_NOTHING)
        .forEach(driver -> blocks.add(driver(driver)));
    drivers
        .registered()
        .forEach(module ->
            blocks.add(
                new Block(
                    "registered",
                    List.of(
                        new Entry("path", module.path()),
                        new Entry("spoken", module.spoken().word()),
                        new Entry("by", module.by())))));
  }

  private static Block plugged(PluggedKey key) {
    return new Block(
        "plugged",
        List.of(
            new Entry("usb", key.device().id().toString()),
            new Entry("calledByItself", key.device().name()),
            new Entry("product", key.product().map(Product::name).orElse("")),
            new Entry("verdict", key.verdict().word())));
  }

  private Block driver(DriverReport driver) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("id", driver.id()));
    entries.add(new Entry("product", driver.product()));
    entries.add(new Entry(BundleText.STATE, driver.state().word()));
    entries.add(new Entry("reason", driver.reason()));
    driver
        .path()
        .ifPresent(path -> {
          entries.add(new Entry("path", path.toString()));
          files
              .at(path)
              .ifPresent(file -> {
                entries.add(new Entry("size", String.valueOf(file.size())));
                entries.add(new Entry("modified", ShanghaiTime.text(file.modified())));
                entries.add(new Entry("sha256", file.sha256()));
              });
        });
    return new Block("driver", entries);
  }

  private static void add(SeenKey key, List<Block> blocks) {
    blocks.add(
        new Block(
            "key",
            List.of(
                new Entry("driver", key.token().driver()),
                new Entry("manufacturer", key.token().manufacturer()),
                new Entry("model", key.token().model()),
                new Entry("serial", key.token().serial()),
                new Entry("pinState", key.token().pin().state().word()))));
    key.certificates().forEach(certificate -> blocks.add(certificate(certificate)));
  }

  private static Block certificate(SeenCertificate certificate) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("code", String.valueOf(certificate.status().code().number())));
    entries.add(new Entry("reason", certificate.status().reason()));
    certificate.facts().ifPresent(facts -> addFacts(facts, entries));
    return new Block("certificate", entries);
  }

  private static void addFacts(CertificateFacts facts, List<Entry> entries) {
    entries.add(new Entry("issuer", facts.issuer()));
    entries.add(new Entry("serial", facts.serialNumber()));
    entries.add(new Entry("notBefore", ShanghaiTime.text(facts.notBefore())));
    entries.add(new Entry("notAfter", ShanghaiTime.text(facts.notAfter())));
    entries.add(new Entry("algorithm", facts.algorithm()));
    entries.add(new Entry("usage", facts.usage().word()));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }
}
