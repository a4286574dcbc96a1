package org.certassist.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.certassist.cli.command.CertassistCommand;
import org.certassist.cli.json.ErrorJson;
import org.certassist.cli.json.FailureJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Output;
import org.certassist.cli.terminal.Streams;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.helpdesk.SupportCode;
import org.certassist.texts.FaultText;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// One run of the program: from arguments to an exit code.
public final class Program {
  private final Streams streams;

  public Program(Streams streams) {
    this.streams = streams;
  }

  public int run(String... arguments) {
    Language language = language(arguments);
    CertassistCommand root = new CertassistCommand(streams, language);
    CommandLine line = new CommandLine(root);
    line.setResourceBundle(
        ResourceBundle.getBundle(
            "org.certassist.cli.help",
            locale(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    // An argument that begins with @ is a file's name, not a file of arguments.
    line.setExpandAtFiles(false);
    // Profile and command are both called practice.
    line.setAllowSubcommandsAsOptionParameters(true);
    line.setUsageHelpAutoWidth(true);
    line.setAdjustLineBreaksForWideCJKCharacters(true);
    UsageWords.register(line);
    line.setParameterExceptionHandler((wrong, args) -> wrongUsage(wrong, language, args));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> failed(failure, new Texts(language), json(parsed)));
    try {
      return line.execute(arguments);
    } catch (Error broken) {
      // The last boundary: a missing class or no memory must not end in a stack trace on a clerk's
      // screen.
      return unexpected(broken, new Texts(language), List.of(arguments).contains("--json"));
    }
  }

  /// Says that what was answered did not reach anybody, so that nobody takes silence for a success.
  ///
  /// @param code how the command itself ended
  /// @return `code` where that tells of trouble already
  int answerLost(int code, String... arguments) {
    Texts texts = new Texts(language(arguments));
    streams.err().println(texts.get("cli.answerLost"));
    streams.err().println(texts.get("cli.answerLost.meaning"));
    streams.err().println(texts.get("cli.answerLost.next"));
    return code == ExitCode.DONE.number() ? ExitCode.STORAGE.number() : code;
  }

  private int wrongUsage(
      CommandLine.ParameterException wrong, Language language, String... arguments) {
    FaultText text =
        new FaultText(
            new Texts(language)
                .get("cli.wrongUsage", new UsageWords(new Texts(language)).sentence(wrong)),
            new Texts(language).get("cli.wrongUsage.meaning"),
            new Texts(language)
                .get(
                    "cli.wrongUsage.next",
                    wrong.getCommandLine().getCommandSpec().qualifiedName()));
    say("usage.arguments", text, List.of(arguments).contains("--json"));
    return ExitCode.USAGE.number();
  }

  private int failed(Exception failure, Texts texts, boolean json) {
    if (failure instanceof FaultException known) {
      log(known);
      say(known.fault().id(), texts.fault(known.fault()), json);
      return ExitCode.of(known.fault().area()).number();
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return unexpected(failure, texts, json);
  }

  /// A choice that cannot be carried out is the user's and no trouble of the program: one line says
  /// it, where nothing lies behind it.
  private static void log(FaultException known) {
    Logger log = LoggerFactory.getLogger(Program.class);
    if (known.fault() instanceof UsageFault
        && known.getCause() == null
        && known.getSuppressed().length == 0) {
      log.info("ended with {}", known.getMessage());
    } else {
      log.info("ended with {}", known.fault().id(), known);
    }
  }

  private int unexpected(Throwable failure, Texts texts, boolean json) {
    String code = SupportCode.of(failure);
    LoggerFactory.getLogger(Program.class).error("unexpected, support code {}", code, failure);
    say(
        "internal",
        new FaultText(
            texts.get("cli.internal"),
            texts.get("cli.internal.meaning"),
            texts.get("cli.internal.next", code)),
        json);
    return ExitCode.INTERNAL.number();
  }

  private void say(String id, FaultText text, boolean json) {
    Output output = new Output(streams, json);
    if (json) {
      output.document(FailureJson.of(ErrorJson.of(id, text)));
    } else {
      output.note(text.what());
      output.note(text.meaning());
      output.note(text.next());
    }
  }

  private static boolean json(CommandLine.ParseResult parsed) {
    return Optional.ofNullable(parsed.subcommand()).map(Program::json).orElse(false)
        || parsed.hasMatchedOption("--json");
  }

  /// Looked up before parsing, because the help and the parser's own complaints need it.
  private static Language language(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--lang=")) {
        return Language.parse(arguments[i].substring("--lang=".length())).orElse(Language.ZH);
      }
      if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        return Language.parse(arguments[i + 1]).orElse(Language.ZH);
      }
    }
    return Language.ZH;
  }

  private static Locale locale(Language language) {
    return language == Language.EN ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }
}
