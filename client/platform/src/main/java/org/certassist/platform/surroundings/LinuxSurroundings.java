package org.certassist.platform.surroundings;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.surroundings.BrowserFacts;
import org.certassist.core.surroundings.BrowserFacts.Rule;
import org.certassist.core.surroundings.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What lies around the program on Linux: policies of browsers as files, and the program's own
/// package. The system has no store of the user's certificates, and no problem codes of devices.
///
/// @param root `/`; another folder in tests
/// @param sites what the user told the browsers
/// @param program the package that this program was installed as
public record LinuxSurroundings(Path root, SiteSettings sites, PackageFiles program)
    implements Surroundings {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxSurroundings.class);

  /// Where each reads its policies (chromium.org, "Linux Quick Start").
  private static final Map<String, String> FOLDERS =
      Map.of(
          "Chrome", "etc/opt/chrome/policies/managed",
          "Chromium", "etc/chromium/policies/managed",
          "Edge", "etc/opt/edge/policies/managed");

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST = 1 << 20;
  private static final int MOST_FILES = 100;

  @Override
  public Optional<BrowserFacts> browsers() {
    return Optional.of(new BrowserFacts(sites.after(this::policies), BrowserFacts.Old.UNKNOWN));
  }

  private List<Rule> policies(String browser) {
    List<JsonNode> files = files(root.resolve(FOLDERS.getOrDefault(browser, "")));
    return BrowserPolicies.rules(policy ->
        files.stream()
            .filter(file -> file.has(policy))
            .map(file -> file.path(policy))
            .findFirst()
            .filter(JsonNode::isArray)
            .map(LinuxSurroundings::texts)
            .orElse(List.of()));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }

  /// Of two that set the same policy the later in the alphabet counts, so that it comes first here;
  /// one that is damaged hides no other (Chromium, config_dir_policy_loader.cc).
  private static List<JsonNode> files(Path folder) {
    return named(folder).stream()
        .sorted(Comparator.reverseOrder())
        .limit(MOST_FILES)
        .map(LinuxSurroundings::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Path> named(Path folder) {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, "*.json")) {
      each.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      LOG.info("{} cannot be looked into", folder, e);
    }
    return found;
  }

  private static Optional<JsonNode> read(Path file) {
    try {
      return Files.size(file) <= LARGEST
          ? Optional.of(JSON.readTree(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      LOG.info("the policies in {} cannot be read", file, e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<List<String>> missingFiles() {
    return program.missing();
  }
}
