package org.certassist.datafiles;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.certassist.core.diagnosis.Who;
import org.certassist.core.knowledge.Bilingual;
import org.certassist.core.knowledge.Explain;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.knowledge.Releases;
import org.certassist.core.profile.Contact;

/// Reads what is known of causes, codes and messages, from `knowledge.json` (docs/knowledge.md).
public final class KnowledgeFile {
  /// A sentence; what is longer is no step that somebody could follow.
  private static final int LONGEST_TEXT = 400;

  private static final int MOST_STEPS = 12;

  /// Pieces of a pattern between its places. Messages of portals have one or two; each costs time
  /// at every character of the text that somebody pastes.
  static final int MOST_PIECES = 4;

  private static final int MOST_PATTERNS = 100;

  /// Of all patterns together: what counts today are about 160.
  static final int MOST_PIECES_IN_ALL = 1_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.]{1,60}");
  private static final Pattern CODE =
      Pattern.compile("0x[0-9A-Fa-f]{1,8}|[0-9]{1,6}|[A-Za-z][A-Za-z0-9_.]{3,59}");

  private static final Pattern RELEASE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){1,3}");

  private static final Map<String, Who> WHO =
      Arrays.stream(Who.values()).collect(Collectors.toMap(Who::word, Function.identity()));
  private static final Map<String, Contact.Role> ROLES =
      Arrays.stream(Contact.Role.values())
          .collect(Collectors.toMap(Contact.Role::word, Function.identity()));

  /// What the program itself brings.
  public Knowledge builtIn() {
    try {
      return read(JsonFile.builtIn("knowledge.json"));
    } catch (DataFileException ours) {
      throw new IllegalStateException("the built-in knowledge cannot be read", ours);
    }
  }

  Knowledge read(JsonFile file) throws DataFileException {
    JsonObject json = file.object();
    json.whole("version", 1, 1);
    int edition = json.whole("edition", 1, Integer.MAX_VALUE);
    JsonObject source = json.object("source");
    source.text("document");
    source.text("date");
    source.done();
    Knowledge knowledge =
        new Knowledge(edition, json.objects("entries", KnowledgeFile::entry), releases(json));
    json.done();
    int pieces =
        knowledge.entries().stream()
            .flatMap(entry -> entry.patterns().stream())
            .mapToInt(Explain::pieces)
            .sum();
    if (pieces > MOST_PIECES_IN_ALL) {
      throw json.invalid("entries", "more than " + MOST_PIECES_IN_ALL + " pieces of patterns");
    }
    refuse(json, knowledge.twice(), "an id stands twice");
    refuse(json, knowledge.deadLink(), "a link to no entry");
    return knowledge;
  }

  private static Optional<Releases> releases(JsonObject json) throws DataFileException {
    if (!json.has("program")) {
      return Optional.empty();
    }
    JsonObject program = json.object("program");
    Version newest = program.text("newest", KnowledgeFile::release);
    Releases releases = program.text("least", text -> new Releases(newest, release(text)));
    program.done();
    return Optional.of(releases);
  }

  private static Version release(String text) {
    return Version.parse(formed(text, RELEASE));
  }

  private static void refuse(JsonObject json, Optional<String> id, String reason)
      throws DataFileException {
    if (id.isPresent()) {
      throw json.invalid("entries", reason + ": " + id.get());
    }
  }

  private static KnowledgeEntry entry(JsonObject json) throws DataFileException {
    return new KnowledgeEntry(
        json.text("id", id -> formed(id, ID)),
        json.word("who", WHO),
        all(json, "codes", code -> CODE.matcher(code).matches()),
        patterns(json),
        all(json, "words", _ -> true),
        bilingual(json, "cause"),
        bilingual(json, "meaning"),
        steps(json),
        json.has("counter") ? Optional.of(counter(json.object("counter"))) : Optional.empty(),
        all(json, "links", id -> ID.matcher(id).matches()),
        all(json, "faults", id -> ID.matcher(id).matches()));
  }

  private static List<String> patterns(JsonObject json) throws DataFileException {
    List<String> patterns =
        all(
            json,
            "patterns",
            written -> Explain.isUsablePattern(written) && Explain.pieces(written) <= MOST_PIECES);
    if (patterns.size() > MOST_PATTERNS) {
      throw json.invalid("patterns", "more than " + MOST_PATTERNS);
    }
    return patterns;
  }

  private static String formed(String text, Pattern form) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static List<Bilingual> steps(JsonObject json) throws DataFileException {
    List<Bilingual> steps = json.objects("steps", KnowledgeFile::sentence);
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      throw json.invalid("steps", "1 to " + MOST_STEPS + " are expected");
    }
    return steps;
  }

  private static KnowledgeEntry.Counter counter(JsonObject json) throws DataFileException {
    var counter = new KnowledgeEntry.Counter(json.word("role", ROLES), json.optionalText("name"));
    json.done();
    return counter;
  }

  private static Bilingual bilingual(JsonObject json, String name) throws DataFileException {
    JsonObject object = json.object(name);
    Bilingual sentence = sentence(object);
    object.done();
    return sentence;
  }

  private static Bilingual sentence(JsonObject json) throws DataFileException {
    return new Bilingual(bounded(json, "zh"), bounded(json, "en"));
  }

  private static String bounded(JsonObject json, String name) throws DataFileException {
    String text = json.text(name);
    if (text.length() > LONGEST_TEXT) {
      throw json.invalid(name, "longer than " + LONGEST_TEXT);
    }
    return text;
  }

  private static List<String> all(JsonObject json, String name, Predicate<String> form)
      throws DataFileException {
    List<String> texts = json.optionalTexts(name);
    for (String text : texts) {
      if (text.length() > LONGEST_TEXT || !form.test(text)) {
        throw json.invalid(name, "not understood: " + text);
      }
    }
    return texts;
  }
}
