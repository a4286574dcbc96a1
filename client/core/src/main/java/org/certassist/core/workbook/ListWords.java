package org.certassist.core.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds our own code words among the words of a portal's list, which may carry a number before
/// them or a remark behind them: 01-居民身份证（户口簿）.
final class ListWords {
  private ListWords() {}

  /// Our word by the portal's, for each of ours that exactly one of the portal's means.
  static Map<String, String> join(List<String> ours, List<String> portals) {
    Map<String, String> joined = new HashMap<>();
    for (String word : ours) {
      only(word, portals).ifPresent(portal -> joined.putIfAbsent(portal, word));
    }
    return Map.copyOf(joined);
  }

  private static Optional<String> only(String word, List<String> portals) {
    String wanted = HeaderWords.comparable(word);
    List<String> same =
        portals.stream().filter(each -> HeaderWords.comparable(each).equals(wanted)).toList();
    List<String> found =
        same.isEmpty()
            ? portals.stream().filter(each -> plain(each).equals(wanted)).toList()
            : same;
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String plain(String portal) {
    return HeaderWords.comparable(portal)
        .replaceFirst("^[0-9A-Za-z]{1,6}[-_.:、|]?(?=\\P{ASCII})", "")
        .replaceFirst("(?<=.)\\([^()]*\\)$", "");
  }
}
