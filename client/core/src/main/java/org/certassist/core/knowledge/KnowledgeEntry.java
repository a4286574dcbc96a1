package org.certassist.core.knowledge;

import java.util.List;
import java.util.Optional;
import org.certassist.core.diagnosis.Who;
import org.certassist.core.profile.Contact;

/// What is known of one cause, one code or one message, and what to do.
///
/// @param id never changes; that of a [org.certassist.core.diagnosis.Cause] where it is one
/// @param who must act
/// @param codes by which it is found: numbers (`800`), hexadecimal ones (`0xA4`), names
///   (`CKR_PIN_LOCKED`)
/// @param patterns messages that mean it, as [MessagePattern] reads them
/// @param words what a clerk may call it, for the search
/// @param meaning for the declaration
/// @param steps in their order, each one act
/// @param counter where it ends, if it ends at one
/// @param links ids of entries to look at as well
/// @param faults ids of this program's own faults that it explains
public record KnowledgeEntry(
    String id,
    Who who,
    List<String> codes,
    List<String> patterns,
    List<String> words,
    Bilingual cause,
    Bilingual meaning,
    List<Bilingual> steps,
    Optional<Counter> counter,
    List<String> links,
    List<String> faults) {
  public KnowledgeEntry {
    codes = List.copyOf(codes);
    patterns = List.copyOf(patterns);
    words = List.copyOf(words);
    steps = List.copyOf(steps);
    links = List.copyOf(links);
    faults = List.copyOf(faults);
  }

  /// Whom to ask, out of the contacts of a region.
  ///
  /// @param name of the one contact that is meant; empty where any of the role will do
  public record Counter(Contact.Role role, Optional<String> name) {
    /// The contacts that are meant: the named one where the region has it, else all of the role.
    public List<Contact> among(List<Contact> contacts) {
      List<Contact> ofRole = contacts.stream().filter(contact -> contact.role() == role).toList();
      List<Contact> named =
          ofRole.stream()
              .filter(contact -> name.filter(contact.name()::equals).isPresent())
              .toList();
      return named.isEmpty() ? ofRole : named;
    }
  }
}
