package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Several PINs that are looked for at once, in every form; whatever is found is one too many.
final class Canaries {
  private static final int CHUNK = 16 << 20;

  private record Needle(String name, byte[] bytes) {}

  private final List<Needle> needles = new ArrayList<>();

  /// Which two bytes a needle begins with: few, so that a look at a heap takes no time.
  private final boolean[] beginning = new boolean[1 << 16];

  private final int longest;

  Canaries(List<Canary> canaries) {
    for (Canary canary : canaries) {
      canary
          .forms()
          .forEach((form, bytes) -> needles.add(new Needle(canary + " as " + form, bytes)));
    }
    needles.forEach(needle -> beginning[pair(needle.bytes(), 0)] = true);
    longest = needles.stream().mapToInt(needle -> needle.bytes().length).max().orElseThrow();
  }

  private static int pair(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /// What stands in a stream, to its end.
  Set<String> in(InputStream stream) throws IOException {
    Set<String> found = new HashSet<>();
    byte[] window = new byte[longest + CHUNK];
    int kept = 0;
    int length = stream.readNBytes(window, 0, CHUNK);
    while (length > 0) {
      search(window, kept + length, found);
      int end = kept + length;
      kept = Math.min(longest, end);
      System.arraycopy(window, end - kept, window, 0, kept);
      length = stream.readNBytes(window, kept, CHUNK);
    }
    return found;
  }

  private void search(byte[] bytes, int length, Set<String> found) {
    for (int at = 0; at + 1 < length; at++) {
      if (beginning[pair(bytes, at)]) {
        for (Needle needle : needles) {
          int end = at + needle.bytes().length;
          if (end <= length && Arrays.equals(bytes, at, end, needle.bytes(), 0, end - at)) {
            found.add(needle.name());
          }
        }
      }
    }
  }

  Set<String> in(byte[] bytes) throws IOException {
    return in(new ByteArrayInputStream(bytes));
  }

  Set<String> in(String text) throws IOException {
    return in(text.getBytes(UTF_8));
  }

  /// What stands in the files below a folder, each with the file's name.
  List<String> inFiles(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    if (files.isEmpty()) {
      throw new AssertionError("nothing to search in " + folder);
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      try (InputStream content = Files.newInputStream(file)) {
        in(content).forEach(what -> found.add(file + ": " + what));
      }
    }
    return found;
  }
}
