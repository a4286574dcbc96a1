package org.certassist.core.surroundings;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The patterns with which policies of Chrome and Edge name pages (chromeenterprise.google, "URL
/// patterns for enterprise policies"): `*`, `https://example.com:8443`, `[*.]example.com`; a part
/// that is left out fits all, and a path says nothing.
final class UrlPattern {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\*|[A-Za-z][A-Za-z0-9+.-]*)://)?(\\[\\*\\.])?(\\*|[^/:\\[\\]*]+)(?::(\\*|\\d{1,5}))?(?:/.*)?");
  private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
  private static final String ALL = "*";

  private UrlPattern() {}

  /// Whether a page is meant; a pattern that is none means no page.
  static boolean fits(String pattern, URI page) {
    Matcher form = FORM.matcher(pattern.strip());
    if (!form.matches() || page.getHost() == null || page.getScheme() == null) {
      return false;
    }
    String scheme = page.getScheme().toLowerCase(Locale.ROOT);
    String port =
        page.getPort() >= 0
            ? String.valueOf(page.getPort())
            : String.valueOf(USUAL_PORTS.getOrDefault(scheme, -1));
    return part(form.group(1), scheme) && host(form, page.getHost()) && part(form.group(4), port);
  }

  private static boolean host(Matcher form, String host) {
    String wanted = form.group(3).toLowerCase(Locale.ROOT);
    String actual = host.toLowerCase(Locale.ROOT);
    return part(wanted, actual) || (form.group(2) != null && actual.endsWith("." + wanted));
  }

  private static boolean part(@Nullable String wanted, String actual) {
    return Optional.ofNullable(wanted)
        .filter(part -> !part.equals(ALL))
        .map(part -> part.equalsIgnoreCase(actual))
        .orElse(true);
  }
}
