package org.certassist.keys.bridge;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How a host process is started: which Java, which class path, which few variables.
///
/// @param javaHome the Java to run it with
/// @param classPath the host and the protocol, nothing else
/// @param provisioning the host may make tokens, for practice
public record HostLaunch(Path javaHome, List<Path> classPath, boolean provisioning) {
  private static final String MAIN = "org.certassist.bridge.host.HostMain";

  /// Never passed on, whoever names them: they make the loader, Java or the driver do other things.
  private static final List<String> FORBIDDEN =
      List.of("LD_", "DYLD_", "PKCS11SPY", "JAVA_", "_JAVA", "JDK_JAVA");

  /// Without these Windows loads no system library.
  private static final List<String> WINDOWS_NEEDS = List.of("SystemRoot", "SystemDrive", "windir");

  public HostLaunch {
    classPath = List.copyOf(classPath);
  }

  /// With the Java that runs this program.
  public static HostLaunch withThisJava(List<Path> classPath) {
    return new HostLaunch(Path.of(System.getProperty("java.home")), classPath, false);
  }

  HostLaunch forProvisioning() {
    return new HostLaunch(javaHome, classPath, true);
  }

  Process start(Map<String, String> variables) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command()).directory(javaHome.toFile());
    Map<String, String> environment = builder.environment();
    Map<String, String> own = Map.copyOf(environment);
    environment.clear();
    WINDOWS_NEEDS.stream().filter(own::containsKey).forEach(n -> environment.put(n, own.get(n)));
    variables.forEach((name, value) -> {
      if (!forbidden(name)) {
        environment.put(name, value);
      }
    });
    environment.put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static boolean forbidden(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return FORBIDDEN.stream().anyMatch(upper::startsWith);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            // A crash must leave no dump in which a PIN could lie, and nobody may ask for one.
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            // Anything the VM logs to standard output would break the frames.
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    if (provisioning) {
      command.add("--provisioning");
    }
    return command;
  }
}
