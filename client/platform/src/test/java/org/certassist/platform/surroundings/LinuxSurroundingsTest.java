package org.certassist.platform.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.surroundings.BrowserFacts;
import org.certassist.core.surroundings.BrowserFacts.Browser;
import org.certassist.core.surroundings.BrowserFacts.By;
import org.certassist.core.surroundings.BrowserFacts.Old;
import org.certassist.core.surroundings.BrowserFacts.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What browsers of Linux may do: by policies, and by what the user told them.
class LinuxSurroundingsTest {
  @TempDir private Path folder;

  private LinuxSurroundings linux() {
    return new LinuxSurroundings(
        folder, SiteSettings.ofLinux(folder, Map.of("HOME", "/home/li")), new PackageFiles(folder));
  }

  private static Rule rule(By by, String name, boolean allows, String... pages) {
    return new Rule(by, name, allows, List.of(pages));
  }

  @Test
  void linuxReadsThePoliciesOfItsBrowsers() throws IOException {
    Path managed = Files.createDirectories(folder.resolve("etc/opt/edge/policies/managed"));
    Files.writeString(
        managed.resolve("it.json"),
        """
        {"LocalNetworkAccessBlockedForUrls": ["*", 7], "HomepageLocation": "x"}
        """);

    assertThat(linux().browsers().orElseThrow().browsers())
        .containsExactly(
            new Browser(
                "Edge", List.of(rule(By.POLICY, "LocalNetworkAccessBlockedForUrls", false, "*"))));

    Files.writeString(managed.resolve("it.json"), "not JSON");
    assertThat(linux().browsers().orElseThrow())
        .isEqualTo(new BrowserFacts(List.of(), Old.UNKNOWN));
  }

  private List<Rule> rulesOfChromium() {
    return linux().browsers().orElseThrow().browsers().stream()
        .filter(browser -> browser.name().equals("Chromium"))
        .flatMap(browser -> browser.rules().stream())
        .toList();
  }

  private Path chromium() throws IOException {
    Path own = folder.resolve("home/li/.config/chromium");
    Files.createDirectories(own.resolve("Default"));
    return own;
  }

  @Test
  void whatTheUserSaidCountsAfterThePolicies() throws IOException {
    Path policies = Files.createDirectories(folder.resolve("etc/chromium/policies/managed"));
    Files.writeString(
        policies.resolve("it.json"),
        "{\"LoopbackNetworkAllowedForUrls\": [\"https://a.example\"]}");
    Files.writeString(
        chromium().resolve("Default/Preferences"),
        """
        {"profile": {
          "default_content_setting_values": {"loopback_network": 2},
          "content_settings": {"exceptions": {"loopback_network": {
            "https://[*.]example:443,*": {"setting": 1},
            "https://b.example:443,*": {"setting": 2},
            "https://cc.example:443,*": {"setting": 1},
            "https://d.example:443,*": {"setting": 3},
            "https://e.example:443,*": 2}}}}}
        """);

    assertThat(rulesOfChromium())
        .containsExactly(
            rule(By.POLICY, "LoopbackNetworkAllowedForUrls", true, "https://a.example"),
            rule(By.USER, "loopback_network", true, "https://cc.example:443"),
            rule(By.USER, "loopback_network", false, "https://b.example:443"),
            rule(By.USER, "loopback_network", true, "https://[*.]example:443"),
            rule(By.USER, "loopback_network", false, "*"));
  }

  @Test
  void aUserWithoutAFolderHasSaidNothing() throws IOException {
    Path policies = Files.createDirectories(folder.resolve("etc/chromium/policies/managed"));
    Files.writeString(
        policies.resolve("it.json"), "{\"LocalNetworkAccessBlockedForUrls\": [\"*\"]}");
    LinuxSurroundings linux =
        new LinuxSurroundings(
            folder, SiteSettings.ofLinux(folder, Map.of()), new PackageFiles(folder));

    assertThat(linux.browsers().orElseThrow().browsers())
        .containsExactly(
            new Browser(
                "Chromium",
                List.of(rule(By.POLICY, "LocalNetworkAccessBlockedForUrls", false, "*"))));
    assertThat(SiteSettings.ofWindows(Map.of()).folders()).isEmpty();
  }

  @Test
  void theOlderSettingCountsWhereTheNewerIsNotThere() throws IOException {
    String older = "\"local_network_access\": {\"https://b.example:443,*\": {\"setting\": 2}}";
    Path preferences = chromium().resolve("Default/Preferences");
    Files.writeString(
        preferences,
        "{\"profile\": {\"content_settings\": {\"exceptions\": {%s}}}}".formatted(older));
    assertThat(rulesOfChromium())
        .containsExactly(rule(By.USER, "local_network_access", false, "https://b.example:443"));

    Files.writeString(
        preferences,
        "{\"profile\": {\"content_settings\": {\"exceptions\": {\"loopback_network\": {}, %s}}}}"
            .formatted(older));
    assertThat(rulesOfChromium()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../Profile 9", "/etc", "", ".", "C:"})
  void aProfileIsAFolderOfTheBrowsers(String name) throws IOException {
    String blocks =
        "{\"profile\": {\"default_content_setting_values\": {\"loopback_network\": 2}}}";
    Path elsewhere = Files.createDirectories(folder.resolve("home/li/Profile 9"));
    Files.writeString(elsewhere.resolve("Preferences"), blocks.replace("2", "7"));
    Files.writeString(
        chromium().resolve("Local State"),
        "{\"profile\": {\"last_used\": \"%s\"}}".formatted(name));
    Files.writeString(chromium().resolve("Default/Preferences"), blocks);

    assertThat(rulesOfChromium()).containsExactly(rule(By.USER, "loopback_network", false, "*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"profile\": 7}",
        "{\"profile\": {\"content_settings\": {\"exceptions\": [1]}}}",
        "{\"profile\": {\"content_settings\": {\"exceptions\": {\"loopback_network\": [2]}}}}",
        "{\"profile\": {\"default_content_setting_values\": {\"loopback_network\": \"2x\"}}}",
        "{\"profile\": {\"default_content_setting_values\": {\"loopback_network\": 1}}}",
        "{\"profile\": {\"default_content_setting_values\": {\"loopback_network\": 3}}}",
        "{\"profile\": {"
      })
  void whatBlocksNothingSaysNothing(String written) throws IOException {
    Files.writeString(chromium().resolve("Local State"), written);
    Files.writeString(chromium().resolve("Default/Preferences"), written);

    assertThat(rulesOfChromium()).isEmpty();
  }

  private Path policy(String browser, String name, String json) throws IOException {
    Path managed = folder.resolve("etc").resolve(browser).resolve("policies/managed");
    return Files.writeString(Files.createDirectories(managed).resolve(name), json);
  }

  private List<Browser> onLinux() {
    return linux().browsers().orElseThrow().browsers();
  }

  private static Browser allowing(String browser, String... pages) {
    return new Browser(
        browser, List.of(rule(By.POLICY, "LocalNetworkAccessAllowedForUrls", true, pages)));
  }

  @Test
  void eachBrowserOfLinuxHasItsFolder() throws IOException {
    for (String browser : List.of("opt/chrome", "chromium", "opt/edge")) {
      policy(
          browser,
          "it.json",
          "{\"LocalNetworkAccessAllowedForUrls\": [\"%s\"]}".formatted(browser));
    }

    assertThat(onLinux())
        .containsExactly(
            allowing("Chrome", "opt/chrome"),
            allowing("Chromium", "chromium"),
            allowing("Edge", "opt/edge"));
  }

  @Test
  void ofTwoFilesThatSetAPolicyTheLaterNameCountsAndADamagedOneHidesNone() throws IOException {
    policy("chromium", "b.json", "{\"LocalNetworkAccessAllowedForUrls\": [\"of b\"]}");
    policy("chromium", "c.json", "{\"LocalNetworkAccessAllowedForUrls\": [\"of c\"]}");
    policy("chromium", "a.json", "not JSON");
    policy("chromium", "d.json", "not JSON");
    policy("chromium", "e.json", "{\"HomepageLocation\": \"x\"}");
    assertThat(onLinux()).containsExactly(allowing("Chromium", "of c"));

    policy("chromium", "f.json", "{\"LocalNetworkAccessAllowedForUrls\": {\"a\": \"x\"}}");
    assertThat(onLinux()).as("no list").isEmpty();
  }

  @Test
  void policiesAreReadWithinBounds() throws IOException {
    String list = "{\"LocalNetworkAccessAllowedForUrls\": [\"x\"]}";
    policy("chromium", "a.json", list);
    policy("opt/edge", "a.json", list + " ".repeat(1 << 20));
    for (int i = 0; i < 99; i++) {
      policy("chromium", "b" + i + ".json", "{}");
    }
    assertThat(onLinux()).as("the hundredth").containsExactly(allowing("Chromium", "x"));

    policy("chromium", "c.json", "{}");
    assertThat(onLinux()).isEmpty();
  }
}
