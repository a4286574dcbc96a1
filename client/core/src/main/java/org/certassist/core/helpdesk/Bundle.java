package org.certassist.core.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a clerk sends to the helpdesk: named texts, each a list of lines.
///
/// [#preview()] is all of it: no byte leaves that was not shown. Those of this PC are made by
/// [#redacted]; a stranger's, read from a file, is text and nothing else.
///
/// @param sections no two of one name; at most [#MOST_SECTIONS]
public record Bundle(List<Section> sections) {
  /// More than any version will ever write.
  public static final int MOST_SECTIONS = 40;

  /// @throws IllegalArgumentException where a name stands twice, or there are too many
  public Bundle {
    sections = List.copyOf(sections);
    if (sections.size() > MOST_SECTIONS
        || sections.stream().map(Section::name).distinct().count() != sections.size()) {
      throw new IllegalArgumentException("too many sections, or two of one name");
    }
  }

  /// One text of a bundle.
  ///
  /// @param name a file name such as `checks.json`
  /// @param lines without line breaks; what could steer a terminal is shown as U+FFFD, and of a
  ///   line of more than [#LONGEST_LINE] characters the rest is left out
  public record Section(String name, List<String> lines) {
    /// A day of a chatty log.
    public static final int MOST_LINES = 50_000;

    /// A stack frame or a JSON value is far shorter.
    public static final int LONGEST_LINE = 4000;

    /// Small letters, digits and hyphens, one ending.
    private static final Pattern NAME =
        Pattern.compile("[a-z0-9][a-z0-9-]{0,39}(?:\\.[a-z0-9]{1,8})?");

    /// Controls, format characters (those that turn the direction of writing among them), halves of
    /// characters, and the line and paragraph separators. A tab is shown as a blank.
    private static final Pattern STEERING =
        Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final String CUT = "…";

    /// @throws IllegalArgumentException where the name is none that a version may write, or there
    ///   are too many lines
    public Section {
      if (!NAME.matcher(name).matches() || lines.size() > MOST_LINES) {
        throw new IllegalArgumentException("no name of a section, or too many lines");
      }
      lines = lines.stream().map(Section::harmless).toList();
    }

    private static String harmless(String line) {
      String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + CUT : line;
      return STEERING.matcher(cut.replace('\t', ' ')).replaceAll("\uFFFD");
    }
  }

  /// A bundle of this PC; lines go through the redactor in their order, the last
  /// [Section#MOST_LINES] of each text.
  ///
  /// @param found with line breaks or without
  public static Bundle redacted(List<RawSection> found, Redactor redactor) {
    return new Bundle(found.stream().map(raw -> raw.redacted(redactor)).toList());
  }

  /// A text as it was found, which names people and must not leave.
  public record RawSection(String name, List<String> lines) {
    public RawSection {
      lines = List.copyOf(lines);
    }

    private Section redacted(Redactor redactor) {
      List<String> single = lines.stream().flatMap(String::lines).toList();
      int from = Math.max(0, single.size() - Section.MOST_LINES);
      return new Section(name, redactor.lines(single.subList(from, single.size())));
    }

    @Override
    public String toString() {
      return name + ": " + lines.size();
    }
  }

  /// Every line that leaves, in its order, each text under its name.
  public List<String> preview() {
    List<String> all = new ArrayList<>();
    for (Section section : sections) {
      all.add("== " + section.name() + " ==");
      all.addAll(section.lines());
    }
    return all;
  }
}
