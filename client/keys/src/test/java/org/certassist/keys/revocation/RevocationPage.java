package org.certassist.keys.revocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The third part of docs/faults.md: what was seen of the lists of [ListCases] and the answers of
/// [AnswerCases].
final class RevocationPage {
  static final String TITLE =
      "\n# What a list of revoked certificates may say, and what is believed\n";

  private static final String INTRODUCTION =
      """

      The sections of PKITS about revocation, asked with lists of our own, and the same for the answers of CAs' servers, about which PKITS does not ask. A unit's certificate stands below an issuing CA below a root, and both publish lists. `must be` is what a careful validator concludes: good, revoked, or that nothing is known. Our word comes with its reason ([certificates](certificates.md#revocation)); what we call not known stops a filing only where the profile demands it. `ListCases` and `AnswerCases` make them, `RevocationCasesTest` holds us to our word, `OtherCheckersTest` writes this part; nothing in it is typed by hand. The last columns say what others make of the same files: Java's and Bouncy Castle's validators with the lists in a store or the answer in hand, and `openssl verify -crl_check_all -extended_crl -use_deltas`; – where one cannot be asked.
      """;

  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("4.4", "4.4 Basic revocation");
    SECTIONS.put("4.5", "4.5 Self-issued certificates: a CA's new key");
    SECTIONS.put("4.14", "4.14 Distribution points");
    SECTIONS.put("4.15", "4.15 Delta lists");
  }

  /// One case as it was seen.
  ///
  /// @param others their words, in the order of [Checker]
  record Line(String title, Duty duty, String ours, List<String> others) {
    String text() {
      return "| %s | %s | `%s` | %s |\n"
          .formatted(title, duty.word(), ours, String.join(" | ", others));
    }
  }

  private RevocationPage() {}

  private static void table(StringBuilder page, String heading, List<Line> lines) {
    page.append("\n## ").append(heading).append("\n\n| case | must be | we say |");
    for (Checker checker : Checker.values()) {
      page.append(' ').append(checker.word()).append(" |");
    }
    page.append("\n|---|---|---|").append("---|".repeat(Checker.values().length)).append('\n');
    page.append(lines.stream().map(Line::text).collect(Collectors.joining()));
  }

  /// @param lists by section
  static String of(Map<String, List<Line>> lists, List<Line> answers) {
    StringBuilder page = new StringBuilder(TITLE).append(INTRODUCTION);
    SECTIONS.forEach(
        (section, heading) -> table(page, heading, lists.getOrDefault(section, List.of())));
    table(page, "Not asked by PKITS: answers of servers (OCSP)", answers);
    return page.toString();
  }
}
