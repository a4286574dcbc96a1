package org.certassist.datafiles;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.Act;

/// Reads what a clerk sets out to do in a region, and the filings and errands it takes, from a
/// profile.
final class ActReader {
  private static final Map<String, Act.When> WHEN =
      Arrays.stream(Act.When.values())
          .collect(Collectors.toMap(Act.When::word, Function.identity()));

  private final Map<String, Kind> kinds;

  ActReader(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  Act read(JsonObject json) throws DataFileException {
    ProfileReader.source(json, true);
    return new Act(
        json.text("id"),
        json.text("name"),
        json.text("nameEnglish"),
        json.objects("parts", this::part));
  }

  private Act.Part part(JsonObject json) throws DataFileException {
    return json.has("errand")
        ? new Act.Part.Errand(json.text("errand"), json.text("english"))
        : new Act.Part.Filing(
            json.word("kind", kinds), json.text("portalName"), json.word("when", WHEN));
  }
}
