package org.certassist.platform.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.certassist.core.surroundings.BrowserFacts.Browser;
import org.certassist.core.surroundings.BrowserFacts.By;
import org.certassist.core.surroundings.BrowserFacts.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What the user told Chromium and its children when they asked whether a page may speak to
/// programs of this PC.
///
/// Of several profiles the one used last counts: a page is opened in it. The form of the files is
/// Chromium's own, documented nowhere but in its source (components/content_settings).
///
/// @param browsers their names
/// @param folders with the data of each, where the user has a place for such
public record SiteSettings(Set<String> browsers, Map<String, Path> folders) {
  private static final Logger LOG = LoggerFactory.getLogger(SiteSettings.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Some hundred kilobytes are usual, some megabytes have been seen.
  private static final long LARGEST = 8L << 20;

  private static final String USUAL_PROFILE = "Default";

  /// As the file names them, newest first. Chrome 145 made one for this PC alone of the older one
  /// and took over only what was allowed: where the newer is, the older counts no longer.
  private static final List<String> SETTINGS = List.of("loopback_network", "local_network_access");

  private static final int ALLOW = 1;
  private static final int BLOCK = 2;

  public SiteSettings {
    browsers = Set.copyOf(browsers);
    folders = Map.copyOf(folders);
  }

  /// @param environment names the folder of the user's data
  public static SiteSettings ofWindows(Map<String, String> environment) {
    return in(
        Optional.ofNullable(environment.get("LOCALAPPDATA")).map(Path::of),
        Map.of("Chrome", "Google/Chrome/User Data", "Edge", "Microsoft/Edge/User Data"));
  }

  /// @param root `/`; another folder in tests
  /// @param environment names the user's home folder
  public static SiteSettings ofLinux(Path root, Map<String, String> environment) {
    return in(
        Optional.ofNullable(environment.get("HOME"))
            .map(home -> Path.of("/").relativize(Path.of("/").resolve(home)))
            .map(home -> root.resolve(home).resolve(".config")),
        Map.of("Chrome", "google-chrome", "Chromium", "chromium", "Edge", "microsoft-edge"));
  }

  private static SiteSettings in(Optional<Path> folder, Map<String, String> browsers) {
    Map<String, Path> folders = new HashMap<>();
    folder.ifPresent(
        there -> browsers.forEach((name, own) -> folders.put(name, there.resolve(own))));
    return new SiteSettings(browsers.keySet(), folders);
  }

  /// The browsers of this system with their rules; a policy counts before what the user said.
  ///
  /// @param policies by the name of a browser
  List<Browser> after(Function<String, List<Rule>> policies) {
    return browsers.stream()
        .sorted()
        .map(name ->
            new Browser(
                name, Stream.concat(policies.apply(name).stream(), of(name).stream()).toList()))
        .filter(browser -> !browser.rules().isEmpty())
        .toList();
  }

  /// The rules of a browser; none where it has no such files, or they cannot be read.
  private List<Rule> of(String browser) {
    Optional<Path> folder = Optional.ofNullable(folders.get(browser)).filter(Files::isDirectory);
    if (folder.isEmpty()) {
      return List.of();
    }
    String last = read(folder.get().resolve("Local State")).at("/profile/last_used").asString("");
    Path profile = folder.get().resolve(isName(last) ? last : USUAL_PROFILE);
    JsonNode settings = read(profile.resolve("Preferences")).path("profile");
    JsonNode pages = settings.at("/content_settings/exceptions");
    JsonNode usual = settings.path("default_content_setting_values");
    return SETTINGS.stream()
        .filter(name -> pages.has(name) || usual.has(name))
        .findFirst()
        .map(name -> rules(name, pages.path(name), usual.path(name)))
        .orElse(List.of());
  }

  /// The folder of a profile is a plain name.
  private static boolean isName(String folder) {
    return folder.matches("[A-Za-z0-9 ]{1,64}");
  }

  /// The pattern that says most counts first, and what holds for all pages last.
  private static List<Rule> rules(String name, JsonNode pages, JsonNode usual) {
    Stream<Rule> each =
        pages
            .propertyStream()
            .filter(page -> Set.of(ALLOW, BLOCK).contains(setting(page.getValue())))
            .sorted(
                Comparator.comparing((Map.Entry<String, JsonNode> page) -> isOfMany(page.getKey()))
                    .thenComparingInt(page -> -page.getKey().length()))
            .map(page -> rule(name, setting(page.getValue()) == ALLOW, pattern(page.getKey())));
    Stream<Rule> all = usual.asInt(0) == BLOCK ? Stream.of(rule(name, false, "*")) : Stream.empty();
    return Stream.concat(each, all).toList();
  }

  private static Rule rule(String name, boolean allows, String pattern) {
    return new Rule(By.USER, name, allows, List.of(pattern));
  }

  private static int setting(JsonNode page) {
    return page.path("setting").asInt(0);
  }

  private static boolean isOfMany(String key) {
    return pattern(key).contains("*");
  }

  /// A key holds the pattern of the page and that of the one around it (`https://a.example:443,*`).
  private static String pattern(String key) {
    return key.split(",", 2)[0];
  }

  private static JsonNode read(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? JSON.readTree(Files.readAllBytes(file))
          : MissingNode.getInstance();
    } catch (IOException | JacksonException e) {
      LOG.info("a browser's settings in {} cannot be read: {}", file, e.getClass().getName());
      return MissingNode.getInstance();
    }
  }
}
