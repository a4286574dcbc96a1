package org.certassist.cli.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// `certassist portal` as a process of its own, until it is closed.
final class RunningPortal implements AutoCloseable {
  private final Process process;
  private final String url;

  private RunningPortal(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static RunningPortal start(Path home) throws IOException {
    Process process =
        RealProcess.builder(
                "org.certassist.cli.Main", Map.of(), "portal", "--home", home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the practice portal did not start");
    }
    return new RunningPortal(
        process, JsonMapper.builder().build().readTree(line).get("url").asString());
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
