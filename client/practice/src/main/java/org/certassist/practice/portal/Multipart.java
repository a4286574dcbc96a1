package org.certassist.practice.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a multipart/form-data body (RFC 7578) that is wholly in memory.
final class Multipart {
  private static final int MOST_PARTS = 8;
  private static final int LONGEST_HEAD = 4096;
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data\\s*;.*\\bboundary=(\"[^\"]{1,70}\"|[^\\s;\"]{1,70}).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("form-data\\s*;.*\\bname=\"([^\"]*)\".*", Pattern.CASE_INSENSITIVE);
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

  /// One part.
  ///
  /// @param mediaType without parameters, lower case; empty where none is given
  record Part(String name, String mediaType, byte[] content) {}

  private Multipart() {}

  static boolean isMultipart(String contentType) {
    return BOUNDARY.matcher(contentType).matches();
  }

  /// The parts in order; empty where the body is not a whole multipart body.
  static Optional<List<Part>> parse(String contentType, byte[] body) {
    Matcher match = BOUNDARY.matcher(contentType);
    if (!match.matches()) {
      return Optional.empty();
    }
    String boundary = match.group(1).replace("\"", "");
    byte[] first = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    if (!startsWith(body, 0, first)) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    int at = first.length;
    while (!startsWith(body, at, new byte[] {'-', '-'})) {
      if (!startsWith(body, at, new byte[] {'\r', '\n'}) || parts.size() == MOST_PARTS) {
        return Optional.empty();
      }
      int end = find(body, delimiter, at);
      Optional<Part> part = end < 0 ? Optional.empty() : part(body, at + 2, end);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
      at = end + delimiter.length;
    }
    return Optional.of(parts);
  }

  private static Optional<Part> part(byte[] body, int from, int to) {
    int blank = find(body, BLANK_LINE, from);
    if (blank < 0 || blank + BLANK_LINE.length > to || blank - from > LONGEST_HEAD) {
      return Optional.empty();
    }
    Map<String, String> head = new HashMap<>();
    for (String line :
        new String(body, from, blank - from, StandardCharsets.UTF_8).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        return Optional.empty();
      }
      head.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    Matcher name = NAME.matcher(head.getOrDefault("content-disposition", ""));
    if (!name.matches()) {
      return Optional.empty();
    }
    String type = head.getOrDefault("content-type", "");
    int parameters = type.indexOf(';');
    String mediaType = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    byte[] content = Arrays.copyOfRange(body, blank + BLANK_LINE.length, to);
    return Optional.of(new Part(name.group(1), mediaType.toLowerCase(Locale.ROOT), content));
  }

  private static boolean startsWith(byte[] body, int at, byte[] word) {
    return at + word.length <= body.length
        && Arrays.equals(body, at, at + word.length, word, 0, word.length);
  }

  private static int find(byte[] body, byte[] word, int from) {
    for (int at = from; at + word.length <= body.length; at++) {
      if (body[at] == word[0] && startsWith(body, at, word)) {
        return at;
      }
    }
    return -1;
  }
}
