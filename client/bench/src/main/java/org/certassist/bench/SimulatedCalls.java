package org.certassist.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;

/// How many driver calls a listing, a login and a signature cost, and how little time is spent
/// outside of them.
///
/// On a hardware key each call is an exchange with the card, so the calls are what the clerk waits
/// for. The simulator counts them and can make each take 40 ms; it also tells how long each really
/// took, with what it does beside waiting.
final class SimulatedCalls {
  private static final int DELAY = 40;
  private static final byte[] MESSAGE = "128 rows".getBytes(StandardCharsets.UTF_8);

  private final Report report;

  SimulatedCalls(Report report) {
    this.report = report;
  }

  void measure() throws Exception {
    listing();
    signing();
  }

  private void listing() throws Exception {
    Simulator peer = simulator("");
    pkcs11Tool(peer);
    Simulator ours = simulator("");
    try (BridgeKeys keys = keys(ours)) {
      var _ = keys.inventory();
    }
    report.atMost(
        "listing: driver calls",
        ours.log().size(),
        peer.log().size(),
        "(pkcs11-tool -O: %d)".formatted(peer.log().size()));
  }

  private static void pkcs11Tool(Simulator simulator) throws IOException, InterruptedException {
    ProcessBuilder tool =
        new ProcessBuilder("pkcs11-tool", "--module", Simulator.module().toString(), "-O");
    tool.environment().putAll(simulator.variables());
    tool.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    if (tool.start().waitFor() != 0) {
      throw new IOException("pkcs11-tool failed; it is in Debian's package opensc");
    }
  }

  private void signing() throws Exception {
    Simulator simulator = simulator("delay-ms = " + DELAY + "\n");
    try (BridgeKeys keys = keys(simulator)) {
      TokenKey token = keys.inventory().keys().getFirst();
      SigningKey key = new SigningKey(token, token.certificates().getFirst());
      checkedAsInAListing(key);
      int before = simulator.log().size();
      long start = System.nanoTime();
      try (Pin pin = Pin.of(Simulator.PIN.toCharArray());
          KeySession session = keys.open(key, pin, false)) {
        int loggedIn = simulator.log().size();
        var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
        double took = (System.nanoTime() - start) / 1e6;
        int first = simulator.log().size();
        double driver =
            simulator.took().subList(before, first).stream().mapToLong(each -> each).sum() / 1e3;
        report.note("login: driver calls", loggedIn - before, calls(simulator, before, loggedIn));
        report.note(
            "first signature: driver calls", first - loggedIn, calls(simulator, loggedIn, first));
        report.atMost(
            "PIN to signed at 40 ms a call: time over the driver's own",
            took / driver,
            1.05,
            String.format(
                Locale.ROOT,
                "(%.0f ms, driver %.0f ms in %d calls)",
                took,
                driver,
                first - before));
        var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
        int second = simulator.log().size();
        report.atMost(
            "each further signature: driver calls",
            second - first,
            2,
            calls(simulator, first, second));
      }
    }
  }

  /// Before a PIN is asked the client has shown and checked the certificate.
  private static void checkedAsInAListing(SigningKey key) throws GeneralSecurityException {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(key.certificate().der()));
    certificate.verify(certificate.getPublicKey());
  }

  /// What was called between two moments, with how often.
  private static String calls(Simulator simulator, int from, int to) throws IOException {
    Map<String, Long> counts =
        simulator.log().subList(from, to).stream()
            .collect(Collectors.groupingBy(call -> call, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Simulator simulator(String settings) throws IOException {
    Path folder = Files.createTempDirectory("certassist-bench");
    return Simulator.in(folder, settings + Simulator.ONE_KEY);
  }

  private static BridgeKeys keys(Simulator simulator) {
    Driver driver =
        new Driver(
            "simulator",
            "simulated",
            Driver.Interface.PKCS11,
            List.of(Simulator.module()),
            simulator.variables());
    return new BridgeKeys(
        Hosts.launch(),
        Deadlines.standard(),
        Quarantine.inMemory(Clock.systemUTC()),
        List.of(driver));
  }
}
