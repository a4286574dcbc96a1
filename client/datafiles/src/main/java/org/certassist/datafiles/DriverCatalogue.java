package org.certassist.datafiles;

import static java.lang.String.CASE_INSENSITIVE_ORDER;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.certassist.core.driver.Atr;
import org.certassist.core.driver.DriverSource;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.UsbId;
import org.certassist.core.installer.Installer;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Sm2Way;

/// Reads catalogues of PKCS#11 drivers, and of the keys that they are for, for one kind of PC.
///
/// A file name alone is looked for in the system's own folders; a module is never taken from the
/// working folder or the search path.
public final class DriverCatalogue {
  private static final Pattern VARIABLE = Pattern.compile("%([A-Za-z0-9_()]+)%");
  private static final Map<String, DriverSource> SOURCES =
      Arrays.stream(DriverSource.values())
          .collect(Collectors.toMap(DriverSource::word, source -> source));

  /// NSS, with the longest arguments known, wants two paths and some names.
  private static final int LONGEST_ARGUMENTS = 4096;

  private final Os os;
  private final Map<String, String> environment;

  /// @param osName as the system property `os.name`
  /// @param environment fills `%NAME%` in Windows paths and the variables an entry passes on to the
  ///   host
  public DriverCatalogue(String osName, Map<String, String> environment) {
    this.os = Os.of(osName);
    // Windows does not tell SystemRoot from SYSTEMROOT.
    this.environment = os == Os.WINDOWS ? new TreeMap<>(CASE_INSENSITIVE_ORDER) : new HashMap<>();
    this.environment.putAll(environment);
  }

  /// The catalogue inside the program.
  Whole builtIn() {
    try {
      return read(JsonFile.builtIn("catalogue.json"));
    } catch (DataFileException ours) {
      throw new IllegalStateException("the built-in catalogue cannot be read", ours);
    }
  }

  /// All that a catalogue says.
  ///
  /// @param edition counts up with every catalogue that is given out
  /// @param drivers those that exist for this system, whether or not they are installed
  /// @param sm2Guess how a driver that is not in the list may sign with SM2
  /// @param installers the makers' installers for this system by the product's id; the program's
  ///   own catalogue has none
  public record Whole(
      int edition,
      List<Driver> drivers,
      Products products,
      List<Sm2Way> sm2Guess,
      Map<String, Installer> installers) {
    public Whole {
      drivers = List.copyOf(drivers);
      installers = Map.copyOf(installers);
      sm2Guess = List.copyOf(sm2Guess);
    }
  }

  Whole read(JsonFile file) throws DataFileException {
    JsonObject json = file.object();
    json.whole("version", 1, 1);
    int edition = json.whole("edition", 1, Integer.MAX_VALUE);
    JsonObject source = json.object("source");
    source.text("document");
    source.text("date");
    source.done();
    List<String> folders = ofThisSystem(json.object("folders"));
    Sm2Families sm2 = Sm2Families.of(json.object("sm2"));
    List<Driver> drivers = json.objects("drivers", entry -> driver(entry, folders, sm2));
    List<String> ids = drivers.stream().map(Driver::id).toList();
    if (ids.stream().distinct().count() != ids.size()) {
      throw json.invalid("drivers", "an id stands twice");
    }
    Map<String, Installer> installers = new HashMap<>();
    Products products =
        new Products(
            json.objects("products", entry -> product(entry, Set.copyOf(ids), installers)));
    json.done();
    Optional<String> shared = products.sharedSign();
    if (shared.isPresent()) {
      throw json.invalid("products", "a sign of two products: " + shared.get());
    }
    OptionalInt number = products.sharedNumber();
    if (number.isPresent()) {
      throw json.invalid("products", "two products have the number " + number.getAsInt());
    }
    return new Whole(
        edition,
        drivers.stream().filter(driver -> !driver.paths().isEmpty()).toList(),
        products,
        sm2.guess(),
        installers);
  }

  /// @param installers takes the product's installer up, where there is one
  private Product product(JsonObject json, Set<String> drivers, Map<String, Installer> installers)
      throws DataFileException {
    List<String> own = json.texts("drivers");
    List<String> others = json.optionalTexts("others");
    if (!drivers.containsAll(own)) {
      throw json.invalid("drivers", "no such driver among " + own);
    }
    if (!drivers.containsAll(others)) {
      throw json.invalid("others", "no such driver among " + others);
    }
    String id = json.text("id");
    if (json.has("installer")) {
      installer(json.object("installer")).ifPresent(one -> installers.put(id, one));
    }
    return new Product(
        id,
        json.text("name"),
        own,
        all(json, "usb", UsbId::of),
        all(json, "atrs", Atr::of),
        json.has("skf") ? ofThisSystem(json.object("skf")) : List.of(),
        json.optionalTexts("csps"),
        sources(json),
        others,
        json.has("number") ? json.whole("number", 1, Product.LARGEST_NUMBER) : Product.NO_NUMBER);
  }

  /// That of this system; those of the others must be sound, too.
  private Optional<Installer> installer(JsonObject bySystem) throws DataFileException {
    Map<Os, Installer> installers = new HashMap<>();
    for (Os each : Os.values()) {
      if (bySystem.has(each.word)) {
        installers.put(each, installer(bySystem, each.word));
      }
    }
    bySystem.done();
    return Optional.ofNullable(installers.get(os));
  }

  private static Installer installer(JsonObject bySystem, String system) throws DataFileException {
    JsonObject json = bySystem.object(system);
    String file = json.text("file");
    URI address = json.text("address", URI::create);
    String sha256 = json.text("sha256");
    String publisher = json.text("publisher");
    List<String> arguments = json.optionalTexts("arguments");
    long bytes = json.whole("bytes", 1, Math.toIntExact(Installer.LARGEST));
    json.done();
    try {
      return new Installer(file, address, sha256, publisher, arguments, bytes);
    } catch (IllegalArgumentException flawed) {
      throw bySystem.invalid(system, String.valueOf(flawed.getMessage()));
    }
  }

  /// Left out where its driver comes from the CA alone.
  private static List<DriverSource> sources(JsonObject json) throws DataFileException {
    if (!json.has("from")) {
      return List.of(DriverSource.CA);
    }
    List<DriverSource> from = json.words("from", SOURCES);
    if (from.isEmpty()) {
      throw json.invalid("from", "at least one is expected");
    }
    return from;
  }

  private static <T> List<T> all(JsonObject json, String member, Function<String, Optional<T>> form)
      throws DataFileException {
    List<T> found = new ArrayList<>();
    for (String text : json.optionalTexts(member)) {
      found.add(
          form.apply(text).orElseThrow(() -> json.invalid(member, "not understood: " + text)));
    }
    return found;
  }

  private Driver driver(JsonObject json, List<String> folders, Sm2Families sm2)
      throws DataFileException {
    List<Path> paths = new ArrayList<>();
    for (String path : ofThisSystem(json.object("paths"))) {
      boolean nameOnly = !path.contains(os.separator);
      for (String folder : nameOnly ? folders : List.of("")) {
        String whole = nameOnly ? folder + os.separator + path : path;
        if (!os.isAbsolute(whole)) {
          throw json.invalid("paths", "not absolute: " + whole);
        }
        Optional<String> expanded = expanded(whole);
        if (expanded.isPresent()) {
          paths.add(path(json, expanded.get()));
        }
      }
    }
    Map<String, String> variables = new HashMap<>();
    for (String name : json.optionalTexts("variables")) {
      String value = environment.get(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    return new Driver(
        json.text("id"),
        json.text("product"),
        Driver.Interface.PKCS11,
        paths,
        variables,
        arguments(json),
        sm2.of(json, "sm2"));
  }

  /// They are one line of plain text: what lies behind a zero byte would not reach the driver.
  private static String arguments(JsonObject json) throws DataFileException {
    String arguments = json.optionalText("arguments").orElse("");
    if (arguments.length() > LONGEST_ARGUMENTS) {
      throw json.invalid("arguments", "longer than " + LONGEST_ARGUMENTS);
    }
    if (arguments.chars().anyMatch(Character::isISOControl)) {
      throw json.invalid("arguments", "a control character");
    }
    return arguments;
  }

  private static Path path(JsonObject json, String whole) throws DataFileException {
    try {
      return Path.of(whole);
    } catch (InvalidPathException noName) {
      throw json.invalid("paths", "no file has such a name");
    }
  }

  private List<String> ofThisSystem(JsonObject bySystem) throws DataFileException {
    Map<Os, List<String>> lists = new HashMap<>();
    for (Os each : Os.values()) {
      lists.put(each, bySystem.texts(each.word));
    }
    bySystem.done();
    return lists.getOrDefault(os, List.of());
  }

  /// Empty where a variable is not set.
  private Optional<String> expanded(String path) {
    if (os != Os.WINDOWS) {
      return Optional.of(path);
    }
    Matcher found = VARIABLE.matcher(path);
    StringBuilder whole = new StringBuilder();
    while (found.find()) {
      String value = environment.get(found.group(1));
      if (value == null) {
        return Optional.empty();
      }
      found.appendReplacement(whole, Matcher.quoteReplacement(value));
    }
    found.appendTail(whole);
    return Optional.of(whole.toString());
  }

  /// The systems that the catalogue knows, with their way of writing paths.
  private enum Os {
    LINUX("linux", "/", "/.*"),
    WINDOWS("windows", "\\", "(?:[A-Za-z]:|%[A-Za-z0-9_()]+%)\\\\.*"),
    MACOS("macos", "/", "/.*");

    final String word;
    final String separator;
    private final Pattern absolute;

    Os(String word, String separator, String absolute) {
      this.word = word;
      this.separator = separator;
      this.absolute = Pattern.compile(absolute);
    }

    static Os of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("windows")) {
        return WINDOWS;
      }
      return lower.startsWith("mac") ? MACOS : LINUX;
    }

    boolean isAbsolute(String path) {
      return absolute.matcher(path).matches();
    }
  }
}
