package org.certassist.platform.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An export of the registry as `reg export` and the Registry Editor write it ("Windows Registry
/// Editor Version 5.00", in UTF-16), or as older ones did ("REGEDIT4").
///
/// Values of kinds that say nothing (links, lists of resources) are left out, and so is a line that
/// is none; what was exported once is not worth an error because one value is odd.
public final class RegistryExport {
  /// The whole branch of a PC's services has about 5 MB.
  private static final long LARGEST = 64L << 20;

  private static final int MOST_KEYS = 500_000;
  private static final Pattern LINE_END = Pattern.compile("\r\n|\n");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern BYTE = Pattern.compile("[0-9A-Fa-f]{2}");
  private static final String BINARY = "hex:";
  private static final Charset OLD = Charset.forName("GBK");

  private RegistryExport() {}

  /// The keys in a file, in its order.
  ///
  /// @throws IOException where it cannot be read, is too large or is no export
  public static List<RegistryKey> read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("an export of more than " + LARGEST + " bytes");
    }
    return parse(text(Files.readAllBytes(file)));
  }

  private static String text(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE
          .decode(ByteBuffer.wrap(bytes, 2, bytes.length - 2))
          .toString();
    }
    return OLD.decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static List<RegistryKey> parse(String text) throws IOException {
    List<String> lines = joined(text);
    String first = lines.isEmpty() ? "" : lines.getFirst();
    if (!first.startsWith("Windows Registry Editor") && !first.equals("REGEDIT4")) {
      throw new IOException("no export of the registry");
    }
    List<RegistryKey> keys = new ArrayList<>();
    String path = "";
    Map<String, List<String>> values = new HashMap<>();
    Map<String, String> binaries = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("[") && line.endsWith("]")) {
        add(keys, path, values, binaries);
        path = line.substring(1, line.length() - 1);
        values = new HashMap<>();
        binaries = new HashMap<>();
      } else {
        value(line, values, binaries);
      }
    }
    add(keys, path, values, binaries);
    return keys;
  }

  private static void add(
      List<RegistryKey> keys,
      String path,
      Map<String, List<String>> values,
      Map<String, String> binaries)
      throws IOException {
    // A key that begins with a minus is one to be deleted.
    if (path.isEmpty() || path.startsWith("-")) {
      return;
    }
    if (keys.size() == MOST_KEYS) {
      throw new IOException("an export of more than " + MOST_KEYS + " keys");
    }
    keys.add(new RegistryKey(path, values, binaries));
  }

  /// Lines that end with a backslash go on in the next; only hexadecimal ones do.
  private static List<String> joined(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : LINE_END.split(text, -1)) {
      String plain = open.isEmpty() ? line : line.stripLeading();
      if (plain.endsWith("\\") && !plain.endsWith("\"")) {
        open.append(plain, 0, plain.length() - 1);
      } else {
        lines.add(open.append(plain).toString());
        open.setLength(0);
      }
    }
    return lines;
  }

  private static void value(
      String line, Map<String, List<String>> values, Map<String, String> binaries) {
    int nameEnd = line.startsWith("@=") ? 1 : closingQuote(line);
    if (nameEnd < 0 || nameEnd + 1 >= line.length() || line.charAt(nameEnd) != '=') {
      return;
    }
    String name = nameEnd == 1 ? "" : unquoted(line.substring(0, nameEnd));
    String data = line.substring(nameEnd + 1);
    if (data.startsWith(BINARY)) {
      octets(data.substring(BINARY.length()))
          .ifPresent(bytes ->
              binaries.put(name.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(bytes)));
      return;
    }
    List<String> texts = texts(data);
    if (!texts.isEmpty()) {
      values.put(name.toLowerCase(Locale.ROOT), texts);
    }
  }

  /// Where a quoted text at the beginning of a line has ended, or −1.
  private static int closingQuote(String line) {
    if (!line.startsWith("\"")) {
      return -1;
    }
    for (int i = 1; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  private static List<String> texts(String data) {
    if (data.startsWith("\"")) {
      return closingQuote(data) == data.length() ? List.of(unquoted(data)) : List.of();
    }
    if (data.startsWith("dword:")) {
      return number(data.substring("dword:".length()));
    }
    // 2: a text with variables, 7: a list of texts.
    return data.startsWith("hex(2):") || data.startsWith("hex(7):")
        ? zeroEnded(data.substring("hex(2):".length()))
        : List.of();
  }

  private static List<String> number(String hex) {
    try {
      return List.of(Long.toString(Long.parseLong(hex.strip(), 16)));
    } catch (NumberFormatException odd) {
      return List.of();
    }
  }

  private static List<String> zeroEnded(String hex) {
    return octets(hex)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_16LE))
        .map(whole ->
            Pattern.compile("\0").splitAsStream(whole).filter(each -> !each.isEmpty()).toList())
        .orElse(List.of());
  }

  /// Bytes as they stand in an export, with commas between; empty where one is none.
  private static Optional<byte[]> octets(String hex) {
    String[] octets = COMMA.split(hex.strip(), -1);
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      String octet = octets[i].strip();
      if (!BYTE.matcher(octet).matches()) {
        return Optional.empty();
      }
      bytes[i] = (byte) Integer.parseInt(octet, 16);
    }
    return Optional.of(bytes);
  }

  private static String unquoted(String quoted) {
    StringBuilder plain = new StringBuilder();
    IntStream.range(1, quoted.length() - 1)
        .forEach(i -> {
          boolean escape = quoted.charAt(i) == '\\' && !isEscaped(quoted, i);
          if (!escape) {
            plain.append(quoted.charAt(i));
          }
        });
    return plain.toString();
  }

  /// Whether an odd number of backslashes stands before a place.
  private static boolean isEscaped(String text, int at) {
    int before = at;
    while (before > 0 && text.charAt(before - 1) == '\\') {
      before--;
    }
    return (at - before) % 2 != 0;
  }
}
