package org.certassist.core.surroundings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What the browsers of a PC may do with the portal's page.
///
/// @param browsers those of which something is laid down
/// @param old whether the PC has a browser, or a mode of one, in which a page by plain http reaches
///   a program of this PC as it did before 2025
public record BrowserFacts(List<Browser> browsers, Old old) {
  public BrowserFacts {
    browsers = List.copyOf(browsers);
  }

  /// A browser with what is laid down about programs of this PC.
  ///
  /// @param name such as `Chrome`
  /// @param rules the first that fits a page counts
  public record Browser(String name, List<Rule> rules) {
    public Browser {
      rules = List.copyOf(rules);
    }

    /// The rule that forbids a page to speak to programs of this PC.
    Optional<Rule> against(URI page) {
      return rules.stream()
          .filter(rule -> rule.isAbout(page))
          .findFirst()
          .filter(rule -> !rule.allows());
    }
  }

  /// A rule about a list of pages.
  ///
  /// @param name of the policy or setting, as the browser's makers write it
  /// @param pages patterns as [UrlPattern] reads them
  public record Rule(By by, String name, boolean allows, List<String> pages) {
    public Rule {
      pages = List.copyOf(pages);
    }

    boolean isAbout(URI page) {
      return pages.stream().anyMatch(pattern -> UrlPattern.fits(pattern, page));
    }
  }

  /// Who laid a rule down.
  public enum By {
    /// IT, for all; the user cannot change it.
    POLICY,
    /// The user, when the browser asked.
    USER
  }

  /// Whether an older mode can be had.
  public enum Old {
    THERE,
    /// A policy forbids the one mode, and no other browser is there.
    FORBIDDEN,
    UNKNOWN
  }

  /// A browser in which a page may not speak to programs of this PC, and the rule that says so.
  public record Blocked(String browser, Rule rule) {}

  /// The first such browser.
  public Optional<Blocked> blocked(URI page) {
    return browsers.stream()
        .flatMap(browser ->
            browser.against(page).stream().map(rule -> new Blocked(browser.name(), rule)))
        .findFirst();
  }
}
