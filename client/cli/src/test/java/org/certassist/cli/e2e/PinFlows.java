package org.certassist.cli.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Pin;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.TokenWorkshop;

/// Every command that takes a PIN, right and wrong, with PINs that stand in no file: a practice key
/// whose PIN is changed first, and a token of the test's own for what its administrator does.
///
/// @param folder the program's home, its temporary files and its working folder lie below
record PinFlows(
    Path folder,
    Canary right,
    Canary wrong,
    Canary next,
    Canary administrators,
    Canary wrongAdministrators,
    Canary ofAFile) {

  /// One command line, what it reads, and how it ends.
  record Flow(String input, int code, List<String> arguments) {}

  static PinFlows in(Path folder) throws Exception {
    PinFlows flows =
        new PinFlows(
            folder,
            Canary.fresh(),
            Canary.fresh(),
            Canary.fresh(),
            Canary.fresh(),
            Canary.fresh(),
            Canary.fresh());
    for (Path each : List.of(flows.home(), flows.temporary(), flows.working(), flows.tokens())) {
      Files.createDirectories(each);
    }
    Files.writeString(
        flows.configuration(),
        "directories.tokendir = %s\nlog.level = DEBUG\n".formatted(flows.tokens()));
    flows.makeToken();
    var _ = KeyFileCommandsTest.makeKeyFile(flows.working(), flows.ofAFile().pin());
    return flows;
  }

  Path home() {
    return folder.resolve("home");
  }

  Path temporary() {
    return folder.resolve("temporary");
  }

  Path working() {
    return folder.resolve("working");
  }

  private Path tokens() {
    return folder.resolve("tokens");
  }

  private Path configuration() {
    return folder.resolve("softhsm2.conf");
  }

  Map<String, String> variables() {
    return Map.of("SOFTHSM2_CONF", configuration().toString());
  }

  Canaries canaries() {
    return new Canaries(List.of(right, wrong, next, administrators, wrongAdministrators, ofAFile));
  }

  private void makeToken() throws Exception {
    Driver driver =
        new Driver(
            "softhsm2",
            "SoftHSM2",
            Driver.Interface.PKCS11,
            List.of(RealProcess.SOFTHSM),
            variables());
    try (TokenWorkshop workshop =
            new TokenWorkshop(TestHost.launch(), Deadlines.standard(), driver);
        Pin proof = Pin.of(administrators.pin().toCharArray());
        Pin pin = Pin.of(wrong.pin().toCharArray())) {
      var _ = workshop.initToken("canary", proof, pin);
    }
  }

  /// What makes the practice key and two workbooks.
  List<Flow> preparing() {
    return List.of(
        practice("", 0, "pin", "status"),
        practice("", 0, "template", "enrolment", enrolment(), "--sample", "2"),
        practice("", 0, "template", "termination", file("termination.xlsx"), "--sample", "2"));
  }

  /// What a clerk does with her own PIN.
  List<Flow> care() throws IOException {
    return List.of(
        practice(practicePin() + "\n" + right.line(), 0, "pin", "change", "--pin-stdin"),
        practice(right.line(), 0, "pin", "verify", "--pin-stdin"),
        practice(wrong.line(), 3, "pin", "verify", "--pin-stdin"),
        practice(wrong.line() + next.line(), 3, "pin", "change", "--pin-stdin"),
        practice(right.line() + right.line(), 3, "pin", "change", "--pin-stdin"),
        practice(wrong.line(), 3, "sign", enrolment(), file("no.p7s"), "--pin-stdin"),
        practice(right.line(), 0, "sign", enrolment(), file("yes.p7s"), "--pin-stdin", "--json"));
  }

  /// Filing, after [#care]; the practice portal refuses one row of each sample, hence some 1.
  List<Flow> filing() {
    return List.of(
        practice(wrong.line(), 3, "send", enrolment(), "--pin-stdin"),
        practice(right.line(), 1, "send", enrolment(), "--pin-stdin"),
        practice("", 0, "send", file("termination.xlsx"), "--later"),
        practice(wrong.line(), 3, "outbox", "send", "--pin-stdin"),
        practice(right.line(), 1, "outbox", "send", "--pin-stdin", "--json"));
  }

  /// What an administrator does, on the token of the test's own.
  List<Flow> unblocking() {
    return List.of(
        ownToken(wrongAdministrators.line() + next.line(), 3, "pin", "unblock", "--pin-stdin"),
        ownToken(administrators.line() + next.line(), 0, "pin", "unblock", "--pin-stdin"),
        ownToken(wrong.line() + right.line(), 3, "pin", "change", "--pin-stdin"),
        ownToken(next.line() + right.line(), 0, "pin", "change", "--pin-stdin", "--json"));
  }

  /// Signing with a key in a file, whose password is nobody's PIN.
  List<Flow> keyFile() {
    return List.of(
        ownFile(wrong.line(), 3, "sign", enrolment(), file("no.p7s"), "--pin-stdin"),
        ownFile(ofAFile.line(), 0, "keys", "--pin-stdin", "--json"),
        ownFile(ofAFile.line(), 0, "sign", enrolment(), file("file.p7s"), "--pin-stdin"),
        ownFile(ofAFile.line() + next.line(), 3, "pin", "change", "--pin-stdin"));
  }

  private Flow ownFile(String input, int code, String... arguments) {
    String keyFile = working().resolve("单位.p12").toString();
    return flow(input, code, List.of("--profile", "jiangsu", "--key-file", keyFile), arguments);
  }

  /// The arguments with which [StayingProgram] runs some command lines.
  static String[] inOneProgram(List<Flow> flows) {
    return flows.stream()
        .flatMap(flow -> Stream.concat(flow.arguments().stream(), Stream.of(";")))
        .toArray(String[]::new);
  }

  String practicePin() throws IOException {
    return Files.readString(home().resolve("practice").resolve("pin.txt")).strip();
  }

  private String enrolment() {
    return file("enrolment.xlsx");
  }

  private String file(String name) {
    return working().resolve(name).toString();
  }

  Flow practice(String input, int code, String... arguments) {
    return flow(input, code, List.of("--module", RealProcess.SOFTHSM.toString()), arguments);
  }

  private Flow ownToken(String input, int code, String... arguments) {
    return flow(input, code, List.of("--profile", "jiangsu"), arguments);
  }

  private Flow flow(String input, int code, List<String> options, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(options);
    all.addAll(List.of("-v", "--lang", "en", "--home", home().toString()));
    return new Flow(input, code, all);
  }
}
