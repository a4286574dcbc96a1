package org.certassist.cli.json;

import java.time.LocalDateTime;
import java.util.List;
import org.certassist.core.knowledge.Answer;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.profile.Contact;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// The document of `explain --json`.
///
/// @param answers in order of fit; none where nothing is known
public record ExplainJson(List<AnswerJson> answers) {
  /// @param meaning for the declaration
  /// @param who you · it · ca · bureau · portal
  /// @param action what the program can do itself; always null for now
  /// @param contact where it ends at a counter; else null
  public record AnswerJson(
      String id,
      String cause,
      String meaning,
      String who,
      List<String> steps,
      @Nullable String action,
      @Nullable CounterJson contact) {}

  /// @param role portal, ca or bureau
  /// @param places those that the region's profile has; may be none
  public record CounterJson(String role, List<PlaceJson> places) {}

  /// @param open open, closed or notKnown, as this is asked
  public record PlaceJson(RegionJson.ContactJson contact, String open) {}

  public static ExplainJson of(
      List<Answer> answers, List<Contact> contacts, LocalDateTime now, Texts texts) {
    return new ExplainJson(
        answers.stream().map(answer -> answer(answer.entry(), contacts, now, texts)).toList());
  }

  private static AnswerJson answer(
      KnowledgeEntry entry, List<Contact> contacts, LocalDateTime now, Texts texts) {
    return new AnswerJson(
        entry.id(),
        texts.sentence(entry.cause()),
        texts.sentence(entry.meaning()),
        entry.who().word(),
        entry.steps().stream().map(step -> texts.sentence(step)).toList(),
        null,
        entry.counter().map(counter -> counter(counter, contacts, now)).orElse(null));
  }

  private static CounterJson counter(
      KnowledgeEntry.Counter counter, List<Contact> contacts, LocalDateTime now) {
    return new CounterJson(
        counter.role().word(),
        counter.among(contacts).stream()
            .map(
                place -> new PlaceJson(RegionJson.ContactJson.of(place), place.opening(now).word()))
            .toList());
  }
}
