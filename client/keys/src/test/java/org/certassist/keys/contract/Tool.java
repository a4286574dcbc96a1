package org.certassist.keys.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of the module's own or of OpenSC, run as the judge of what the bridge did.
///
/// @param prefix put before each command, such as what leads into another mount namespace
/// @param variables put into its environment
record Tool(List<String> prefix, Map<String, String> variables) {
  /// How it ended, with all that it wrote.
  record Result(int exit, String output) {
    Result must() throws IOException {
      if (exit != 0) {
        throw new IOException("exit " + exit + ": " + output);
      }
      return this;
    }
  }

  Result run(String... command) throws IOException, InterruptedException {
    return run(Map.of(), "", command);
  }

  /// Runs with this text as its input.
  Result feed(String input, String... command) throws IOException, InterruptedException {
    return run(Map.of(), input, command);
  }

  /// `pkcs11-tool` on a module, logged in with a PIN that stands in no argument.
  Result pkcs11(Path module, String pin, String... arguments)
      throws IOException, InterruptedException {
    return pkcs11(module, pin, List.of("--pin", "env:PIN"), arguments);
  }

  /// The same, logged in as the token's administrator.
  Result asAdministrator(Path module, String pin, String... arguments)
      throws IOException, InterruptedException {
    return pkcs11(module, pin, List.of("--login-type", "so", "--so-pin", "env:PIN"), arguments);
  }

  private Result pkcs11(Path module, String pin, List<String> login, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("pkcs11-tool", "--module", module.toString(), "--login"));
    command.addAll(login);
    command.addAll(List.of(arguments));
    return run(Map.of("PIN", pin), "", command.toArray(String[]::new));
  }

  private Result run(Map<String, String> more, String input, String... command)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    Map<String, String> environment = new HashMap<>(variables);
    environment.putAll(more);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("no end: " + String.join(" ", command));
    }
    return new Result(process.exitValue(), output);
  }
}
