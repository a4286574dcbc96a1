package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.certassist.core.fault.FaultException;
import org.certassist.core.knowledge.Explain;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Newer knowledge, and what a hostile file may not do, with a key of the test's own.
class KnowledgeShelfTest {
  private static final int OWN = new KnowledgeFile().builtIn().edition();

  @TempDir private Path folder;
  private KeyPair keys;

  @BeforeEach
  void aKeyOfItsOwn() throws GeneralSecurityException {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private KnowledgeShelf shelf() {
    return new KnowledgeShelf(
        folder.resolve("home"),
        CatalogueKey.of(Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())),
        new KnowledgeFile());
  }

  private Path signed(String text) throws IOException, GeneralSecurityException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(keys.getPrivate());
    signing.update(bytes);
    Files.writeString(
        folder.resolve("given.json.sig"), Base64.getEncoder().encodeToString(signing.sign()));
    return Files.write(folder.resolve("given.json"), bytes);
  }

  private static String own(int edition) throws IOException {
    try (InputStream in = KnowledgeShelf.class.getResourceAsStream("knowledge.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String own = "\"edition\": " + OWN + ",";
      assertThat(text).contains(own);
      return text.replace(own, "\"edition\": " + edition + ",");
    }
  }

  /// One entry, with these patterns.
  private static String only(String patterns) {
    return """
    {"version": 1, "edition": %d, "source": {"document": "test", "date": "2026-11-29"},
     "entries": [{"id": "test.one", "who": "you", "patterns": [%s],
       "cause": {"zh": "甲", "en": "a"}, "meaning": {"zh": "乙", "en": "b"},
       "steps": [{"zh": "丙", "en": "c"}]}]}
    """
        .formatted(OWN + 1, patterns);
  }

  private void assertRefused(Path file, String id) {
    KnowledgeShelf shelf = shelf();
    Knowledge before = shelf.knowledge();
    assertThatThrownBy(() -> shelf.update(file))
        .isInstanceOfSatisfying(
            FaultException.class, refused -> assertThat(refused.fault().id()).isEqualTo(id));
    assertThat(shelf.knowledge()).isEqualTo(before);
  }

  @Test
  void theProgramsOwnCountsUntilANewerOneIsTaken() throws Exception {
    KnowledgeShelf shelf = shelf();
    assertThat(shelf.knowledge()).isEqualTo(new KnowledgeFile().builtIn());

    assertThat(shelf.update(signed(own(OWN + 1)))).isEqualTo(OWN + 1);

    assertThat(shelf.knowledge().edition()).isEqualTo(OWN + 1);
    assertThat(shelf().knowledge().edition()).isEqualTo(OWN + 1);
    assertThat(shelf().fault()).isEmpty();
    assertRefused(signed(own(OWN + 1)), "knowledge.older");
  }

  @Test
  void alteredUnsignedOrNoKnowledgeIsRefused() throws Exception {
    Path file = signed(own(OWN + 1));
    Files.writeString(file, Files.readString(file).replace("口令", "密码"));
    assertRefused(file, "knowledge.altered");

    Files.delete(folder.resolve("given.json.sig"));
    assertRefused(file, "knowledge.unsigned");

    assertRefused(signed("{}"), "knowledge.unusable");
    assertRefused(
        signed(own(OWN + 1).replace("\"steps\": [", "\"steps\": [7, ")), "knowledge.unusable");
    assertThat(new KnowledgeShelf(folder, Optional.empty(), new KnowledgeFile()).knowledge())
        .isEqualTo(new KnowledgeFile().builtIn());
  }

  @Test
  void oneAtHomeThatMayNotCountIsNamedAndLeft() throws Exception {
    shelf().update(signed(own(OWN + 1)));
    Path there = folder.resolve("home/knowledge.json");
    Files.writeString(there, Files.readString(there) + " ");

    assertThat(shelf().knowledge().edition()).isEqualTo(OWN);
    assertThat(shelf().fault()).contains(UpdateFault.of("knowledge", "altered", there));
    assertThat(there).exists();
  }

  private static String withProgram(String program) {
    return only("").replace("\"entries\":", "\"program\": %s, \"entries\":".formatted(program));
  }

  @Test
  void itMayNameTheReleasesOfTheProgram() throws Exception {
    KnowledgeShelf shelf = shelf();
    assertThat(shelf.knowledge().releases()).isEmpty();

    shelf.update(signed(withProgram("{\"newest\": \"1.10.2\", \"least\": \"1.9\"}")));

    assertThat(shelf.knowledge().releases())
        .contains(new Releases(Version.parse("1.10.2"), Version.parse("1.9")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"newest\": \"1.9\", \"least\": \"1.10\"}",
        "{\"newest\": \"\", \"least\": \"1.9\"}",
        "{\"newest\": \"2.0 <a href=x>\", \"least\": \"1.9\"}",
        "{\"newest\": \"2.0\", \"least\": \"1.9\", \"download\": \"http://a.example\"}"
      })
  void releasesThatAreNoneMakeItUnusable(String program) throws Exception {
    assertRefused(signed(withProgram(program)), "knowledge.unusable");
  }

  @Test
  void aCatalogueIsNoKnowledge() throws Exception {
    try (InputStream in = KnowledgeShelf.class.getResourceAsStream("catalogue.json")) {
      assertRefused(
          signed(new String(in.readAllBytes(), StandardCharsets.UTF_8)), "knowledge.unusable");
    }
  }

  @Test
  void aPatternOfManyPlacesIsRefused() throws Exception {
    assertRefused(signed(only("\"" + "甲…".repeat(100) + "乙\"")), "knowledge.unusable");
    assertRefused(
        signed(
            only(
                IntStream.range(0, 101)
                    .mapToObj(at -> "\"甲乙丙丁" + at + "\"")
                    .collect(Collectors.joining(",")))),
        "knowledge.unusable");
  }

  /// The dearest file that is taken, against the text that was made for it.
  @Test
  @Timeout(60)
  void theDearestKnowledgeTakesLittleTime() throws Exception {
    String piece = "甲".repeat(20);
    String pattern = "\"" + (piece + "…").repeat(KnowledgeFile.MOST_PIECES - 1) + piece + "7\"";
    String entry = only(String.join(",", Collections.nCopies(100, pattern)));
    String one = entry.substring(entry.indexOf("{\"id\""), entry.lastIndexOf("]}"));
    int entries = KnowledgeFile.MOST_PIECES_IN_ALL / KnowledgeFile.MOST_PIECES / 100;
    String many =
        entry.substring(0, entry.indexOf("{\"id\""))
            + IntStream.range(0, entries)
                .mapToObj(at -> one.replace("test.one", "test." + at))
                .collect(Collectors.joining(","))
            + "]}";
    KnowledgeShelf shelf = shelf();
    shelf.update(signed(many));
    long begun = System.nanoTime();

    assertThat(new Explain(shelf.knowledge()).of("甲".repeat(4000))).isEmpty();

    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
  }
}
