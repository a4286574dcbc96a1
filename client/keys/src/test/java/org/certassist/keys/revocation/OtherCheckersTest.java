package org.certassist.keys.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.keys.certificate.PagePart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The lists of [ListCases] and the answers of [AnswerCases] shown to other validators. What they
/// say is the third part of docs/faults.md; run with `-Dcertassist.write-pages=true` this test
/// writes it.
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherCheckersTest {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  /// What is good to us and revoked to others, with why we are right.
  private static final Map<String, Set<Checker>> REVOKED_TO_OTHERS =
      Map.of(
          "4.4 taken off the list again", EnumSet.of(Checker.JAVA), // what the entry says
          "4.15 the next one was due four days ago",
              EnumSet.of(Checker.OPENSSL), // RFC 5280 §5.2.4: no longer to be combined
          "4.15 suspended by the base, and lifted",
              EnumSet.of(Checker.JAVA, Checker.BOUNCY_CASTLE), // read no delta lists here
          "good, and in an older word revoked", EnumSet.of(Checker.JAVA)); // the newer counts

  private final Map<String, List<RevocationPage.Line>> lists = new LinkedHashMap<>();
  private final List<RevocationPage.Line> answers = new ArrayList<>();
  private final Map<String, Set<Checker>> revokedToOthers = new TreeMap<>();

  @BeforeAll
  void askTheOthers(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "no openssl");
    for (ListCase one : ListCases.all()) {
      Map<Checker, Duty> words = new EnumMap<>(Checker.class);
      for (Checker checker : Checker.values()) {
        checker.of(one, folder).ifPresent(word -> words.put(checker, word));
      }
      lists
          .computeIfAbsent(one.section(), _ -> new ArrayList<>())
          .add(line(one.toString(), one.title(), one.duty(), Duty.words(one.ours()), words));
    }
    for (AnswerCase one : AnswerCases.all()) {
      Map<Checker, Duty> words = new EnumMap<>(Checker.class);
      for (Checker checker : Checker.values()) {
        checker.of(one).ifPresent(word -> words.put(checker, word));
      }
      answers.add(line(one.toString(), one.title(), one.duty(), Duty.words(one.ours()), words));
    }
  }

  private RevocationPage.Line line(
      String name, String title, Duty duty, String ours, Map<Checker, Duty> words) {
    Set<Checker> revoked =
        words.keySet().stream()
            .filter(checker -> words.get(checker) == Duty.REVOKED)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Checker.class)));
    if (ours.equals("good") && !revoked.isEmpty()) {
      revokedToOthers.put(name, revoked);
    }
    return new RevocationPage.Line(
        title,
        duty,
        ours,
        Stream.of(Checker.values())
            .map(checker -> Optional.ofNullable(words.get(checker)).map(Duty::word).orElse("–"))
            .toList());
  }

  @Test
  void nothingIsGoodThatOthersCallRevokedWithoutAReason() {
    assertThat(revokedToOthers).isEqualTo(REVOKED_TO_OTHERS);
  }

  @Test
  void thePageSaysWhatWasSeen() throws Exception {
    new PagePart(RevocationPage.TITLE).holds(RevocationPage.of(lists, answers));
  }
}
