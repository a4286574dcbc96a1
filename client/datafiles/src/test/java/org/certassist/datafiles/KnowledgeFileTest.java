package org.certassist.datafiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeFileTest {
  private static final String ENTRY =
      """
      {"id": "a", "who": "you", "cause": {"zh": "因", "en": "c"}, "meaning": {"zh": "义", "en": "m"},
       "steps": [{"zh": "步", "en": "s"}]}\
      """;

  private final Knowledge builtIn = new KnowledgeFile().builtIn();

  @Test
  void everyCauseHasAnEntry() {
    assertEquals(
        List.of(),
        Arrays.stream(Cause.values())
            .map(Cause::id)
            .filter(id -> builtIn.entry(id).isEmpty())
            .toList());
  }

  @Test
  void everyStatusCodeHasAnEntry() {
    assertEquals(
        List.of(),
        Arrays.stream(StatusCode.values())
            .filter(code -> code != StatusCode.GOOD)
            .map(code -> String.valueOf(code.number()))
            .filter(
                code -> builtIn.entries().stream().noneMatch(entry -> entry.codes().contains(code)))
            .toList());
  }

  /// Faults of keys, drivers, PINs and portals say what happened; entries say what to do. They are
  /// found in the source, so that a new one is not forgotten.
  @ParameterizedTest
  @ValueSource(strings = {"key/KeyFault.java", "portal/PortalFault.java"})
  void everyFaultHasAnEntry(String file) throws Exception {
    String source =
        Files.readString(Path.of("../core/src/main/java/org/certassist/core").resolve(file));
    List<String> known =
        builtIn.entries().stream().flatMap(entry -> entry.faults().stream()).toList();

    List<String> faults =
        Pattern.compile("\"([a-z][A-Za-z]*[.][a-z][A-Za-z]*)\"")
            .matcher(source)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertNotEquals(List.of(), faults);
    assertEquals(List.of(), faults.stream().filter(id -> !known.contains(id)).toList());
  }

  /// English may quote what a button of the portal says.
  @Test
  void chineseIsChineseAndEnglishIsEnglish() {
    assertEquals(
        List.of(),
        builtIn.entries().stream()
            .filter(entry ->
                Stream.concat(Stream.of(entry.cause(), entry.meaning()), entry.steps().stream())
                    .anyMatch(words -> !isChinese(words.chinese()) || !isEnglish(words.english())))
            .map(KnowledgeEntry::id)
            .toList());
  }

  private static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN);
  }

  private static boolean isEnglish(String text) {
    return text.codePoints()
        .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.LATIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "who": "you"|"who": "nobody"
          [{"zh": "步", "en": "s"}]|[]
          , "en": "c"|
          "en": "m"|"en": ""
          "id": "a"|"id": "a b"
          "id": "a"|"id": "a", "links": ["b"]
          "id": "a"|"id": "a", "codes": ["1 2"]
          "id": "a"|"id": "a", "patterns": ["否"]
          "id": "a"|"id": "a", "counter": {"role": "shop"}
          "id": "a"|"id": "a", "counter": {"role": "ca", "town": "x"}
          "id": "a"|"id": "a", "run": "rm"
          """)
  void refusesAFieldThatIsWrong(String right, String wrong) {
    assertEquals("a", read(ENTRY).entries().getFirst().id());
    String broken = ENTRY.replace(right, wrong == null ? "" : wrong);
    assertEquals(
        "data.invalid",
        assertThrows(RefusedFile.class, () -> read(broken)).fault.fault().id(),
        broken);
  }

  @Test
  void refusesAnIdThatStandsTwice() {
    assertThrows(RefusedFile.class, () -> read(ENTRY + "," + ENTRY));
  }

  @Test
  void refusesATextThatIsTooLong() {
    assertThrows(RefusedFile.class, () -> read(ENTRY.replace("步", "步".repeat(401))));
  }

  private static final class RefusedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final DataFileException fault;

    RefusedFile(DataFileException fault) {
      super(fault);
      this.fault = fault;
    }
  }

  private static Knowledge read(String entries) {
    String whole =
        """
        {"version": 1, "edition": 1, "source": {"document": "d", "date": "2026-11"},
         "entries": [%s]}\
        """
            .formatted(entries);
    try {
      return new KnowledgeFile()
          .read(new JsonFile("knowledge.json", whole.getBytes(StandardCharsets.UTF_8)));
    } catch (DataFileException refused) {
      throw new RefusedFile(refused);
    }
  }

  /// An entry is read by somebody whose declaration may have arrived: only the outbox knows.
  @Test
  void noEntrySaysOfAllDeclarationsThatNothingWasSent() {
    assertEquals(
        List.of(),
        builtIn.entries().stream()
            .filter(entry ->
                entry.meaning().chinese().contains("没有提交")
                    || entry
                        .meaning()
                        .english()
                        .toLowerCase(Locale.ROOT)
                        .contains("nothing was sent"))
            .map(KnowledgeEntry::id)
            .toList());
  }
}
