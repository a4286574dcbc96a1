package org.certassist.datafiles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.certassist.core.workbook.HeaderWords;

/// What portals write over their columns, from `header-words.json`.
public final class HeaderWordsFile {
  public HeaderWords builtIn() {
    try {
      JsonObject json = JsonFile.builtIn("header-words.json").object();
      Map<String, List<String>> synonyms = new HashMap<>();
      List<Map.Entry<String, List<String>>> entries =
          json.objects("words", word -> Map.entry(word.text("header"), word.texts("also")));
      entries.forEach(entry -> synonyms.put(entry.getKey(), entry.getValue()));
      HeaderWords words = new HeaderWords(synonyms, new HashSet<>(json.texts("ignored")));
      json.done();
      return words;
    } catch (DataFileException ours) {
      throw new IllegalStateException("the built-in header words cannot be read", ours);
    }
  }
}
