package org.certassist.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;
import org.certassist.keys.bridge.TokenWorkshop;

/// RSA-2048 on a SoftHSM2 token through the host, against a loop in C on the same token.
///
/// Both are logged in all the time and take turns, 15 rounds each; the figure is the median of the
/// rounds' ratios. Two requests are in flight as in a batch, and one for comparison. A third peer,
/// the same loop in C signing for another process, tells what the process boundary alone costs.
final class SigningSpeed {
  private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "135790";
  private static final int ROUNDS = 15;
  private static final int SIGNATURES = 400;
  private static final int WARM_UP = 3000;

  private final Report report;
  private final Path loop;

  SigningSpeed(Report report, Path loop) {
    this.report = report;
    this.loop = loop;
  }

  void measure() throws Exception {
    Path folder = Files.createTempDirectory("certassist-bench");
    Files.createDirectories(folder.resolve("tokens"));
    Path configuration = folder.resolve("softhsm2.conf");
    Files.writeString(
        configuration,
        "directories.tokendir = %s\nlog.level = ERROR\n".formatted(folder.resolve("tokens")));
    Map<String, String> variables = Map.of("SOFTHSM2_CONF", configuration.toString());
    Driver driver =
        new Driver("softhsm2", "SoftHSM2", Driver.Interface.PKCS11, List.of(MODULE), variables);
    makeToken(driver);
    try (BridgeKeys keys =
            new BridgeKeys(
                Hosts.launch(),
                Deadlines.standard(),
                Quarantine.inMemory(Clock.systemUTC()),
                List.of(driver));
        Pin pin = Pin.of(PIN.toCharArray())) {
      TokenKey token = keys.inventory().keys().getFirst();
      SigningKey key = new SigningKey(token, token.certificates().getFirst());
      try (KeySession session = keys.open(key, pin, false);
          Peer peer = Peer.start(loop, token.serial(), variables)) {
        compare(session, peer);
      }
    }
  }

  private void compare(KeySession session, Peer peer) throws Exception {
    long _ = peer.sign(WARM_UP);
    long _ = sign(session, WARM_UP, 2);
    for (int inFlight : new int[] {2, 1}) {
      List<Double> ratios = new ArrayList<>();
      List<Double> piped = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        double theirs = peer.sign(SIGNATURES);
        double taken = sign(session, SIGNATURES, inFlight);
        ratios.add(theirs / taken);
        piped.add(peer.signForAnother(SIGNATURES) / taken);
        ours.add(taken / SIGNATURES / 1000);
      }
      String remark = String.format(Locale.ROOT, "(%.0f µs a signature)", median(ours));
      String what = "RSA-2048, host over C loop, " + inFlight + " in flight";
      if (inFlight == 2) {
        report.atLeast(what, median(ratios), 0.95, remark);
        report.note("the same, over a C loop behind a pipe", median(piped), "");
      } else {
        report.note(what, median(ratios), remark);
      }
    }
    report.atMost("host: resident MB after the rounds", Hosts.residentMegabytes(), 100, "");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /// Nanoseconds for so many signatures.
  private static long sign(KeySession session, int count, int inFlight) throws Exception {
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(inFlight)) {
      List<Future<Integer>> parts = new ArrayList<>();
      for (int part = 0; part < inFlight; part++) {
        parts.add(
            threads.submit(() -> {
              int bytes = 0;
              for (int i = 0; i < count / inFlight; i++) {
                bytes +=
                    session
                        .sign(
                            SignatureAlgorithm.SHA256_WITH_RSA,
                            ("signed attributes " + i).getBytes(StandardCharsets.UTF_8))
                        .value()
                        .length;
              }
              return bytes;
            }));
      }
      for (Future<Integer> part : parts) {
        var _ = part.get();
      }
    }
    return System.nanoTime() - start;
  }

  private static void makeToken(Driver driver) throws Exception {
    try (TokenWorkshop workshop = new TokenWorkshop(Hosts.launch(), Deadlines.standard(), driver);
        Pin pin = Pin.of(PIN.toCharArray());
        Pin soPin = Pin.of("24681012".toCharArray())) {
      var _ = workshop.initToken("bench", soPin, pin);
      TokenWorkshop.NewKey made = workshop.generateKey(TokenWorkshop.KeyKind.RSA_2048, "rsa");
      workshop.storeCertificate(made, "rsa", new EncodedCertificate(Certificate.of(made)));
    }
  }

  /// The loop in C, which signs when it is told a number.
  private record Peer(Process process, BufferedReader answers) implements AutoCloseable {
    static Peer start(Path loop, String serial, Map<String, String> variables) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(loop.toString(), MODULE.toString(), serial)
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(variables);
      Process process = builder.start();
      Peer peer = new Peer(process, process.inputReader(StandardCharsets.UTF_8));
      peer.say(PIN);
      return peer;
    }

    /// Nanoseconds for so many signatures, by its own clock.
    long sign(int count) throws IOException {
      return answer(Integer.toString(count));
    }

    /// The same for a process of its own that asks through a pipe, with two requests on the way.
    long signForAnother(int count) throws IOException {
      return answer("piped " + count);
    }

    private long answer(String request) throws IOException {
      say(request);
      String answer = answers.readLine();
      if (answer == null) {
        throw new IOException("the loop in C ended");
      }
      return Long.parseLong(answer);
    }

    private void say(String line) throws IOException {
      OutputStream out = process.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
