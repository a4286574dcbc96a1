package org.certassist.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Says in our words what the parser has against a command line: its own are English, and name Java
/// classes.
final class UsageWords {
  private final Texts texts;

  UsageWords(Texts texts) {
    this.texts = texts;
  }

  /// Makes the parser refuse what it would take for a value: a blank path is the current folder to
  /// Java.
  static void register(CommandLine line) {
    line.registerConverter(
        Path.class,
        word -> {
          if (word.isBlank()) {
            throw new CommandLine.TypeConversionException("blank");
          }
          return Path.of(word);
        });
    line.registerConverter(
        Language.class,
        word ->
            Language.parse(word)
                .orElseThrow(() -> new CommandLine.TypeConversionException("unknown")));
    line.registerConverter(
        LogBook.Level.class,
        word ->
            LogBook.Level.of(word)
                .orElseThrow(() -> new CommandLine.TypeConversionException("unknown")));
    line.registerConverter(
        UpgradeGuide.Colour.class,
        word ->
            Arrays.stream(UpgradeGuide.Colour.values())
                .filter(colour -> colour.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("unknown")));
  }

  String sentence(CommandLine.ParameterException wrong) {
    return switch (wrong) {
      case CommandLine.MissingParameterException missing -> missing(missing.getMissing());
      case CommandLine.UnmatchedArgumentException unknown -> unknown(unknown);
      case CommandLine.OverwrittenOptionException twice ->
          texts.get("cli.usage.twice", name(twice.getOverwritten()));
      default ->
          Optional.ofNullable(wrong.getArgSpec())
              .map(argument -> value(argument, String.valueOf(wrong.getValue())))
              .orElseGet(() -> String.valueOf(wrong.getMessage()));
    };
  }

  private String missing(List<ArgSpec> missing) {
    return missing.size() == 1 && missing.getFirst() instanceof OptionSpec option
        ? texts.get("cli.usage.missingValue", name(option), option.paramLabel())
        : texts.get(
            "cli.usage.missing",
            missing.stream().map(UsageWords::name).collect(Collectors.joining(" ")));
  }

  private String unknown(CommandLine.UnmatchedArgumentException unknown) {
    List<String> likely = unknown.getSuggestions();
    String word = String.join(" ", unknown.getUnmatched());
    return likely.isEmpty()
        ? texts.get("cli.usage.unknown", word)
        : texts.get("cli.usage.unknown", word, String.join(" ", likely));
  }

  private String value(ArgSpec argument, String value) {
    String type = "cli.usage.type." + argument.type().getSimpleName();
    return texts.has(type)
        ? texts.get("cli.usage.value", name(argument), value, texts.get(type))
        : texts.get("cli.usage.value", name(argument), value);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
