package org.certassist.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.log.Logs;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Output;
import org.certassist.cli.terminal.PinEntry;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Streams;
import org.certassist.cli.wiring.Home;
import org.certassist.cli.wiring.Wiring;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `certassist`: the options that every command knows, and, without a command, the window.
@Command(
    name = "certassist",
    versionProvider = VersionCommand.Version.class,
    subcommands = {
      KeysCommand.class,
      DriversCommand.class,
      DoctorCommand.class,
      LogCommand.class,
      SelftestCommand.class,
      PinCommand.class,
      TemplateCommand.class,
      CheckCommand.class,
      FillCommand.class,
      SendCommand.class,
      SaveCommand.class,
      PrintCommand.class,
      OutboxCommand.class,
      ResultsCommand.class,
      ReconcileCommand.class,
      SignCommand.class,
      VerifyCommand.class,
      CertificateCommand.class,
      CalendarCommand.class,
      RegionCommand.class,
      ExplainCommand.class,
      KnowledgeCommand.class,
      PortalCommand.class,
      PracticeCommand.class,
      VersionCommand.class
    })
@SuppressWarnings("UnusedVariable") // help, version and lang are read by the parser alone
public final class CertassistCommand implements Callable<Integer> {
  private static final String DEFAULT_PROFILE = "practice";

  private final Streams streams;
  private final Language language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  private boolean version;

  @Option(names = "--profile", paramLabel = "ID", scope = ScopeType.INHERIT)
  private String profile = DEFAULT_PROFILE;

  @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path home;

  @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
  private @Nullable Language lang;

  @Option(names = "--module", paramLabel = "PATH", scope = ScopeType.INHERIT)
  private @Nullable Path module;

  @Option(names = "--key-file", paramLabel = "FILE.p12", scope = ScopeType.INHERIT)
  private @Nullable Path keyFile;

  @Option(names = "-v", scope = ScopeType.INHERIT)
  private boolean verbose;

  public CertassistCommand(Streams streams, Language language) {
    this.streams = streams;
    this.language = language;
  }

  /// A session for a command.
  ///
  /// @param json whether its answer is one JSON document
  Session open(boolean json) {
    Home place =
        Home.of(
            Optional.ofNullable(home),
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    Logs.configure(place.logs(), verbose);
    return new Session(
        new Texts(language),
        new Output(streams, json),
        new PinEntry(streams.in(), System.console()),
        called(),
        new Wiring(
            place,
            profile,
            Optional.ofNullable(module),
            Optional.ofNullable(keyFile),
            Clock.systemUTC()));
  }

  /// What is piped or pasted into this run.
  InputStream in() {
    return streams.in();
  }

  /// As the launcher says it was called, with the home folder where one was named.
  private String called() {
    String program = System.getProperty("certassist.command", "certassist");
    return Optional.ofNullable(home).map(folder -> program + " --home " + folder).orElse(program);
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = open(false)) {
      if (!hasDisplay()) {
        session.say("cli.noDisplay");
        return ExitCode.USAGE.number();
      }
      session.wiring().openWindow(session.texts().language());
      return ExitCode.DONE.number();
    }
  }

  /// Whether a window can be opened here.
  static boolean hasDisplay() {
    String os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    boolean linux = !os.startsWith("windows") && !os.startsWith("mac");
    return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(value -> !value.isBlank())
        .isPresent();
  }
}
