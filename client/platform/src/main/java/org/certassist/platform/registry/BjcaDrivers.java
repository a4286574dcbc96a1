package org.certassist.platform.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.driver.UsbId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// BJCA's map from devices to drivers: the `driver.ini` of its client, `BJCAClient`.
///
/// Which value of the registry names the client's folder is not known, so every text below BJCA's
/// own key is looked at; what is no local folder of that name is left alone. Nothing of what is
/// found is loaded or run.
public final class BjcaDrivers implements RegisteredModules {
  private static final Logger LOG = LoggerFactory.getLogger(BjcaDrivers.class);
  private static final String BJCA = "HKEY_LOCAL_MACHINE\\SOFTWARE\\BJCA";
  private static final String BY = "BJCA";

  /// The client's folder at the end of a local path or on the way along it.
  private static final Pattern CLIENT =
      Pattern.compile(
          "([A-Za-z]:\\\\(?:[^\\\\\\p{Cntrl}\"<>|?*:/]{1,100}\\\\){0,10}BJCAClient)(?:\\\\.*)?",
          Pattern.CASE_INSENSITIVE);

  /// The client's own file is below 1 KB.
  private static final int LARGEST = 64 << 10;

  /// More versions of the client beside each other are none.
  private static final int MOST_VERSIONS = 20;

  private static final int MOST_CLIENTS = 5;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Charset OLD = Charset.forName("GBK");
  private static final Pattern NUMBER = Pattern.compile("0[xX]([0-9A-Fa-f]{1,4})");
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_.()\\- ]{1,100}\\.dll");

  /// `SKFGB` is what the client calls the same interface in some keys. Its other words say how
  /// BJCA's own library speaks to a key, and name no file that another program could use.
  private static final Map<String, Spoken> TYPES = Map.of("skf", Spoken.SKF, "skfgb", Spoken.SKF);

  private final Registry registry;
  private final Function<String, Path> files;

  /// @param files from a path as the registry has it
  public BjcaDrivers(Registry registry, Function<String, Path> files) {
    this.registry = registry;
    this.files = files;
  }

  @Override
  public List<RegisteredModule> list() {
    return clients().flatMap(this::versions).flatMap(BjcaDrivers::modules).distinct().toList();
  }

  private Stream<String> clients() {
    Set<String> clients = new LinkedHashSet<>();
    for (Registry.View view : Registry.View.values()) {
      registry.branch(BJCA, view).stream()
          .flatMap(key -> key.values().values().stream().flatMap(List::stream))
          .map(CLIENT::matcher)
          .filter(Matcher::matches)
          .map(match -> match.group(1))
          .forEach(clients::add);
    }
    return clients.stream().limit(MOST_CLIENTS);
  }

  private Stream<Path> versions(String client) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> versions =
        Files.newDirectoryStream(files.apply(client), "CertAppEnv*")) {
      for (Path version : versions) {
        if (found.size() == MOST_VERSIONS) {
          break;
        }
        found.add(version.resolve("Driver"));
      }
    } catch (IOException | InvalidPathException | DirectoryIteratorException e) {
      LOG.info("BJCA's client {} cannot be looked into", client, e);
    }
    return found.stream();
  }

  /// @param drivers the folder of one version's drivers
  private static Stream<RegisteredModule> modules(Path drivers) {
    Path map = drivers.resolve("driver.ini");
    if (!Files.isRegularFile(map)) {
      return Stream.empty();
    }
    try {
      return IniFile.sections(text(map)).stream().flatMap(section -> module(section, drivers));
    } catch (IOException e) {
      LOG.info("{} cannot be read", map, e);
      return Stream.empty();
    }
  }

  private static String text(Path map) throws IOException {
    if (Files.size(map) > LARGEST) {
      throw new IOException("more than " + LARGEST + " bytes");
    }
    byte[] bytes = Files.readAllBytes(map);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException old) {
      LOG.debug("{} is not UTF-8", map, old);
      return new String(bytes, OLD);
    }
  }

  /// The client has a folder of libraries for each word size; without a file there is its name
  /// alone.
  private static Stream<RegisteredModule> module(Map<String, String> section, Path drivers) {
    Optional<Spoken> spoken =
        Optional.ofNullable(TYPES.get(value(section, "type").toLowerCase(Locale.ROOT)));
    Optional<UsbId> device =
        number(section, "vid")
            .flatMap(vid -> number(section, "pid").map(pid -> new UsbId(vid, pid)));
    String name = value(section, "dll");
    if (spoken.isEmpty() || device.isEmpty() || !FILE_NAME.matcher(name).matches()) {
      return Stream.empty();
    }
    String wide = name.substring(0, name.length() - ".dll".length()) + "_x64.dll";
    List<String> there =
        Stream.of(
                drivers.resolve("x64").resolve(wide),
                drivers.resolve("x64").resolve(name),
                drivers.resolve("x86").resolve(name))
            .filter(Files::isRegularFile)
            .map(Path::toString)
            .toList();
    return (there.isEmpty() ? Stream.of(name) : there.stream())
        .map(path -> new RegisteredModule(path, spoken.get(), BY, List.of(device.get())));
  }

  private static String value(Map<String, String> section, String name) {
    return section.getOrDefault(name, "");
  }

  private static Optional<Integer> number(Map<String, String> section, String name) {
    Matcher form = NUMBER.matcher(value(section, name));
    return form.matches() ? Optional.of(Integer.parseInt(form.group(1), 16)) : Optional.empty();
  }
}
