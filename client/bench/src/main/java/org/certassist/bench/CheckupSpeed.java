package org.certassist.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How long a clerk waits for `doctor`, from the command to its last word and to its first result,
/// with the start of the program: on a healthy PC, and on one whose driver hangs and whose portal
/// never answers.
final class CheckupSpeed {
  private static final int ROUNDS = 5;
  private static final double HEALTHY = 3;
  private static final double BROKEN = 15;

  private final Report report;
  private final Path hanging;
  private final Path folder = Files.createTempDirectory("certassist-bench");

  /// @param hanging a library that loads and never answers
  CheckupSpeed(Report report, Path hanging) throws IOException {
    this.report = report;
    this.hanging = hanging;
  }

  void measure() throws Exception {
    Process portal = program("portal", "--home", folder.toString()).start();
    try (BufferedReader out = portal.inputReader(StandardCharsets.UTF_8)) {
      String line = String.valueOf(out.readLine());
      String url = line.replaceAll(".*\"url\"\\s*:\\s*\"([^\"]+)\".*", "$1");
      listKeys();
      measure("a healthy PC", HEALTHY, 0, "--home", folder.toString(), "--portal", url);
    } finally {
      portal.destroyForcibly();
    }
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      measure(
          "a driver hangs, nobody answers",
          BROKEN,
          1,
          "--home",
          Files.createDirectory(folder.resolve("broken")).toString(),
          "--profile",
          "nanjing",
          "--module",
          hanging.toString(),
          "--portal",
          "https://127.0.0.1:" + silent.getLocalPort() + "/");
    }
  }

  private void measure(String what, double limit, int exit, String... options) throws Exception {
    List<Double> whole = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Process doctor =
          program(Stream.concat(Stream.of("doctor"), Stream.of(options)).toArray(String[]::new))
              .start();
      try (BufferedReader out = doctor.inputReader(StandardCharsets.UTF_8)) {
        line(out); // says what is looked at
        line(out);
        first.add((System.nanoTime() - start) / 1e9);
        String rest = String.join("\n", out.readAllLines());
        whole.add((System.nanoTime() - start) / 1e9);
        if (doctor.waitFor() != exit) {
          throw new IOException(what + ": exit " + doctor.exitValue() + "\n" + rest);
        }
      }
    }
    report.atMost(
        "check-up, " + what + ": seconds, worst of " + ROUNDS,
        whole.stream().max(Double::compare).orElseThrow(),
        limit,
        String.format(
            Locale.ROOT,
            "(first result after %.2f at worst)",
            first.stream().max(Double::compare).orElseThrow()));
  }

  /// The practice key is made when it is first looked for.
  private void listKeys() throws IOException, InterruptedException {
    Process keys =
        program("keys", "--home", folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keys.waitFor(1, TimeUnit.MINUTES) || keys.exitValue() != 0) {
      keys.destroyForcibly();
      throw new IOException("the practice key was not made");
    }
  }

  private static void line(BufferedReader out) throws IOException {
    if (out.readLine() == null) {
      throw new IOException("doctor said too little");
    }
  }

  private static ProcessBuilder program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("certassist.program"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
