package org.certassist.cli.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts the program, or a test's own main class, as a process of its own.
public final class RealProcess {
  static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final int SECONDS = 120;

  private RealProcess() {}

  record Ended(int code, String out, String err) {}

  static Ended certassist(String stdin, String... arguments)
      throws IOException, InterruptedException {
    return run("org.certassist.cli.Main", stdin, Map.of(), arguments);
  }

  /// The program with other classes or data in front of its own.
  static Ended certassistWith(Path classes, String stdin, String... arguments)
      throws IOException, InterruptedException {
    return certassistWith(classes, Map.of(), stdin, arguments);
  }

  /// The same with more in its environment.
  static Ended certassistWith(
      Path classes, Map<String, String> variables, String stdin, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = builder("org.certassist.cli.Main", variables, arguments);
    int classPath = builder.command().indexOf("-cp") + 1;
    builder.command().set(classPath, classes + ":" + builder.command().get(classPath));
    return ended(builder, stdin);
  }

  /// The program with another working folder and more in its environment.
  static Ended certassistIn(Path folder, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    return ended(
        builder("org.certassist.cli.Main", variables, arguments).directory(folder.toFile()), "");
  }

  static Ended run(
      String mainClass, String stdin, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    return ended(builder(mainClass, variables, arguments), stdin);
  }

  static Ended ended(ProcessBuilder builder, String stdin)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try (var in = process.getOutputStream()) {
        in.write(stdin.getBytes(StandardCharsets.UTF_8));
      } catch (IOException ended) {
        // The program ended without reading: its exit code tells.
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("not ended after " + SECONDS + " s: " + builder.command());
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  public static ProcessBuilder builder(
      String mainClass, Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("DISPLAY");
    builder.environment().putAll(variables);
    return builder;
  }

  static Ended openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, out);
  }
}
