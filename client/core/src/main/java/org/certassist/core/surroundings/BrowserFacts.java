package org.certassist.core.surroundings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What the browsers of a PC may do with the portal's page.
///
/// @param managed those under a policy
/// @param old whether the PC has a browser, or a mode of one, in which a page by plain http reaches
///   a program of this PC as it did before 2025
public record BrowserFacts(List<Managed> managed, Old old) {
  public BrowserFacts {
    managed = List.copyOf(managed);
  }

  /// A browser with its policies about programs of this PC.
  ///
  /// @param name such as `Chrome`
  /// @param rules the first that fits a page counts
  public record Managed(String name, List<Rule> rules) {
    public Managed {
      rules = List.copyOf(rules);
    }

    /// The policy that forbids a page to speak to programs of this PC.
    Optional<Rule> against(URI page) {
      return rules.stream()
          .filter(rule -> rule.isAbout(page))
          .findFirst()
          .filter(rule -> !rule.allows());
    }
  }

  /// A policy with a list of pages.
  ///
  /// @param policy its name, as the browser's makers write it
  /// @param pages patterns as [UrlPattern] reads them
  public record Rule(String policy, boolean allows, List<String> pages) {
    public Rule {
      pages = List.copyOf(pages);
    }

    boolean isAbout(URI page) {
      return pages.stream().anyMatch(pattern -> UrlPattern.fits(pattern, page));
    }
  }

  /// Whether an older mode can be had.
  public enum Old {
    THERE,
    /// A policy forbids the one mode, and no other browser is there.
    FORBIDDEN,
    UNKNOWN
  }

  /// A browser in which a policy forbids a page to speak to programs of this PC, and that policy.
  public record Blocked(String browser, String policy) {}

  /// The first such browser.
  public Optional<Blocked> blocked(URI page) {
    return managed.stream()
        .flatMap(browser ->
            browser.against(page).stream().map(rule -> new Blocked(browser.name(), rule.policy())))
        .findFirst();
  }
}
