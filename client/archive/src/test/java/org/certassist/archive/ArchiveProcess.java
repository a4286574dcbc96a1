package org.certassist.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Draft;

/// Another process with the archive open, told what to do over its stdin.
final class ArchiveProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private ArchiveProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ArchiveProcess start(Path home, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ArchiveProcess.class.getName(), home.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ArchiveProcess(builder.start());
  }

  String read() throws IOException {
    String line = out.readLine();
    return line == null ? "" : line;
  }

  String ask(String command) throws IOException {
    process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return read();
  }

  long pid() {
    return process.pid();
  }

  /// kill -9, then whatever it had still said.
  List<String> kill() throws IOException, InterruptedException {
    // Process.destroyForcibly would close the pipe that we have still to read
    process.toHandle().destroyForcibly();
    process.waitFor();
    return out.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /// `append` adds a history of one step, `keep` a draft, `life` does so with whole lives until it
  /// is killed; each acknowledged step is one line `ack ID VERSION`.
  public static void main(String[] arguments) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SqliteArchive archive =
        SqliteArchive.open(Path.of(arguments[0]), "another", Samples.CLOCK)) {
      System.out.println("open");
      for (String command = in.readLine(); command != null; command = in.readLine()) {
        switch (command) {
          case "append" -> append(archive, DeclarationId.random(), 0, Samples.checked());
          case "life" -> {
            while (true) {
              DeclarationId id = DeclarationId.random();
              int version = 0;
              for (Step step : Samples.wholeLife(id)) {
                append(archive, id, version++, step);
              }
            }
          }
          case "keep" -> keep(archive);
          case "count" -> System.out.println(archive.all().size());
          default -> System.out.println("what?");
        }
      }
    }
  }

  private static void append(SqliteArchive archive, DeclarationId id, int version, Step step) {
    try {
      archive.append(id, version, step);
      System.out.println("ack " + id + " " + (version + 1));
    } catch (ArchiveException failed) {
      System.out.println(failed.fault().id() + " " + String.join(" ", failed.fault().details()));
    }
  }

  private static void keep(SqliteArchive archive) {
    Draft draft = SqliteDraftsTest.everything(SqliteDraftsTest.ENROLMENT);
    try {
      archive.drafts().keep(UUID.randomUUID(), "practice", "new.xlsx", draft);
      System.out.println("kept");
    } catch (ArchiveException failed) {
      System.out.println(failed.fault().id() + " " + String.join(" ", failed.fault().details()));
    }
  }
}
