package org.certassist.core.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All entries of one edition of the knowledge file.
///
/// @param edition counts up with every file that is given out
/// @param releases those of this program, where the edition names them
public record Knowledge(int edition, List<KnowledgeEntry> entries, Optional<Releases> releases) {
  public Knowledge {
    entries = List.copyOf(entries);
  }

  public Optional<KnowledgeEntry> entry(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /// An id that stands twice; empty where there is none.
  public Optional<String> twice() {
    Map<String, Long> counts =
        entries.stream().collect(Collectors.groupingBy(KnowledgeEntry::id, Collectors.counting()));
    return entries.stream()
        .map(KnowledgeEntry::id)
        .filter(id -> counts.getOrDefault(id, 0L) > 1)
        .findFirst();
  }

  /// A link that leads to no entry; empty where all lead somewhere.
  public Optional<String> deadLink() {
    Map<String, KnowledgeEntry> byId =
        entries.stream()
            .collect(
                Collectors.toMap(
                    KnowledgeEntry::id, Function.identity(), (first, second) -> first));
    return entries.stream()
        .flatMap(entry -> entry.links().stream())
        .filter(link -> !byId.containsKey(link))
        .findFirst();
  }
}
