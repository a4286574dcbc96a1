package org.certassist.core.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a bundle's text that a program reads again: its name in brackets, then a key and its
/// value a line.
///
/// ```
/// [driver]
/// state: failed
/// evidence: /usr/lib/libgone.so
/// ```
///
/// One value stands on each line, so that what is hidden of one never reaches into the next.
record Block(String name, List<Entry> entries) {
  private static final Pattern HEAD = Pattern.compile("\\[([A-Za-z0-9._-]{1,60})]");
  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9]{1,40}): ?(.*)");

  Block {
    entries = List.copyOf(entries);
  }

  /// A key with its value; of several of one key the order counts.
  record Entry(String key, String value) {}

  /// The first value of a key; empty where it is not there, or nothing stands behind it.
  Optional<String> value(String key) {
    return values(key).stream().findFirst().filter(value -> !value.isEmpty());
  }

  List<String> values(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value).toList();
  }

  static List<String> lines(List<Block> blocks) {
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      lines.add("[" + block.name() + "]");
      block.entries().forEach(entry -> lines.add(entry.key() + ": " + flat(entry.value())));
    }
    return lines;
  }

  /// A message may have lines of its own.
  private static String flat(String value) {
    return value.replaceAll("\\R", " / ");
  }

  /// What can be read of lines that anybody may have written; others are passed over.
  static List<Block> read(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    String name = "";
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      Matcher head = HEAD.matcher(line);
      Matcher entry = LINE.matcher(line);
      if (head.matches()) {
        add(blocks, name, entries);
        name = head.group(1);
        entries = new ArrayList<>();
      } else if (entry.matches()) {
        entries.add(new Entry(entry.group(1), entry.group(2)));
      }
    }
    add(blocks, name, entries);
    return blocks;
  }

  private static void add(List<Block> blocks, String name, List<Entry> entries) {
    if (!name.isEmpty()) {
      blocks.add(new Block(name, entries));
    }
  }
}
