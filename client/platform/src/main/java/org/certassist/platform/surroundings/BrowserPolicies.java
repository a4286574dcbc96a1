package org.certassist.platform.surroundings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.certassist.core.surroundings.BrowserFacts.By;
import org.certassist.core.surroundings.BrowserFacts.Old;
import org.certassist.core.surroundings.BrowserFacts.Rule;
import org.certassist.platform.registry.Registry;
import org.certassist.platform.registry.RegistryKey;

/// The policies of Chrome and Edge about programs of this PC, and whether an older mode of a
/// browser can be had.
final class BrowserPolicies {
  /// By which browser; each may stand for the PC or for the user.
  private static final Map<String, String> KEYS =
      Map.of(
          "Chrome", "\\SOFTWARE\\Policies\\Google\\Chrome",
          "Edge", "\\SOFTWARE\\Policies\\Microsoft\\Edge");

  private static final List<String> ROOTS = List.of("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER");
  private static final String PROGRAMS =
      "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths";

  /// Browsers with a compatible mode, as their installers enter them.
  private static final Set<String> COMPATIBLE =
      Set.of(
          "360se.exe",
          "360se6.exe",
          "360chrome.exe",
          "360chromex.exe",
          "qqbrowser.exe",
          "sogouexplorer.exe",
          "2345explorer.exe");

  private BrowserPolicies() {}

  /// The rules of a browser, by its name.
  static List<Rule> of(Registry registry, String browser) {
    return rules(policy -> pages(keys(registry, browser), policy));
  }

  /// In the order in which they count (Microsoft, "LoopbackNetworkBlockedForUrls"): what is said of
  /// this PC itself before what is said of the local network, and to forbid before to allow.
  ///
  /// @param pages the pages of a policy, by its name
  static List<Rule> rules(Function<String, List<String>> pages) {
    return Stream.of(
            new Rule(By.POLICY, "LoopbackNetworkBlockedForUrls", false, List.of()),
            new Rule(By.POLICY, "LoopbackNetworkAllowedForUrls", true, List.of()),
            new Rule(By.POLICY, "LocalNetworkAccessBlockedForUrls", false, List.of()),
            new Rule(By.POLICY, "LocalNetworkAccessAllowedForUrls", true, List.of()))
        .map(rule -> new Rule(rule.by(), rule.name(), rule.allows(), pages.apply(rule.name())))
        .filter(rule -> !rule.pages().isEmpty())
        .toList();
  }

  private static List<List<RegistryKey>> keys(Registry registry, String browser) {
    String path = KEYS.getOrDefault(browser, "");
    return ROOTS.stream().map(root -> registry.branch(root + path, Registry.View.WIDE)).toList();
  }

  /// What is set for the PC counts before what is set for the user.
  private static List<String> pages(List<List<RegistryKey>> branches, String policy) {
    return branches.stream()
        .map(branch ->
            branch.stream()
                .filter(key -> key.name().equalsIgnoreCase(policy))
                .flatMap(key -> key.values().values().stream())
                .flatMap(List::stream)
                .toList())
        .filter(pages -> !pages.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  static Old old(Registry registry) {
    List<RegistryKey> edge = keys(registry, "Edge").stream().flatMap(List::stream).toList();
    List<RegistryKey> chrome = keys(registry, "Chrome").stream().flatMap(List::stream).toList();
    boolean asBefore =
        Stream.concat(edge.stream(), chrome.stream())
            .anyMatch(key -> key.has("LocalNetworkAccessRestrictionsTemporaryOptOut", 1));
    boolean mode =
        edge.stream()
            .anyMatch(key ->
                key.has("InternetExplorerIntegrationLevel", 1)
                    || key.has("InternetExplorerIntegrationReloadInIEModeAllowed", 1));
    if (asBefore || mode || hasCompatible(registry)) {
      return Old.THERE;
    }
    return edge.stream()
            .anyMatch(key -> key.has("InternetExplorerIntegrationReloadInIEModeAllowed", 0))
        ? Old.FORBIDDEN
        : Old.UNKNOWN;
  }

  private static boolean hasCompatible(Registry registry) {
    return ROOTS.stream()
        .flatMap(root ->
            Stream.of(Registry.View.values())
                .flatMap(view -> registry.branch(root + PROGRAMS, view).stream()))
        .anyMatch(key -> COMPATIBLE.contains(key.name().toLowerCase(Locale.ROOT)));
  }
}
