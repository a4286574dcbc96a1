package org.certassist.keys.certificate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The second part of docs/faults.md: what was seen of the certificates of [PathCases].
final class PathPage {
  static final String TITLE = "\n# What a certificate may have wrong, and what becomes of it\n";

  private static final String INTRODUCTION =
      """

      The questions of NIST's Public Key Interoperability Test Suite (PKITS), section by section, asked with certificates of our own; those about revocation (4.4, 4.5, 4.14, 4.15) are the next part. `PathCases` makes the certificates, `PathCasesTest` holds us to code and reason, `OtherValidatorsTest` writes this part; nothing in it is typed by hand. The last column says who else accepts the chain, whatever the certificate is for: Java's and Bouncy Castle's validators, told nothing but the anchor and the time, and `openssl verify -x509_strict -policy_check`.
      """;

  private static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("4.1", "4.1 Signature verification"),
          Map.entry("4.2", "4.2 Validity periods"),
          Map.entry("4.3", "4.3 Name chaining"),
          Map.entry("4.6", "4.6 Basic constraints"),
          Map.entry("4.7", "4.7 Key usage"),
          Map.entry("4.8", "4.8 Certificate policies"),
          Map.entry("4.9", "4.9 Require explicit policy"),
          Map.entry("4.10", "4.10 Policy mappings"),
          Map.entry("4.11", "4.11 Inhibit policy mapping"),
          Map.entry("4.12", "4.12 Inhibit any policy"),
          Map.entry("4.13", "4.13 Name constraints"),
          Map.entry("4.16", "4.16 Private certificate extensions"),
          Map.entry("more", "Not asked by PKITS: keys and form"));

  /// One case as it was seen.
  record Line(PathCase one, Set<Peer> acceptedBy) {
    String text() {
      String others =
          acceptedBy.isEmpty()
              ? "nobody"
              : acceptedBy.stream().sorted().map(Peer::word).collect(Collectors.joining(", "));
      int space = one.expected().indexOf(' ');
      return "| %s | %s | `%s` | %s |\n"
          .formatted(
              one.title(),
              one.expected().substring(0, space),
              one.expected().substring(space + 1),
              others);
    }
  }

  private PathPage() {}

  static Set<String> sections() {
    return SECTIONS.keySet();
  }

  static String of(List<Line> lines) {
    StringBuilder page = new StringBuilder(TITLE).append(INTRODUCTION);
    String section = "";
    for (Line line : lines) {
      if (!line.one().section().equals(section)) {
        section = line.one().section();
        page.append("\n## ")
            .append(SECTIONS.get(section))
            .append("\n\n| certificate | code | reason | accepted by |\n|---|---|---|---|\n");
      }
      page.append(line.text());
    }
    return page.toString();
  }
}
