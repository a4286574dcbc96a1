package org.certassist.datafiles;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.certassist.core.profile.Contact;

/// Reads whom to ask and where to go in a region, from a profile.
final class ContactReader {
  private static final Map<String, Contact.Role> ROLES =
      Arrays.stream(Contact.Role.values())
          .collect(Collectors.toMap(Contact.Role::word, Function.identity()));

  private ContactReader() {}

  static Contact read(JsonObject json) throws DataFileException {
    return new Contact(
        json.word("role", ROLES),
        json.text("name"),
        json.optionalText("address"),
        json.optionalText("phone"),
        json.optionalText("web"),
        hours(json),
        ProfileReader.source(json, true));
  }

  /// Spans such as 09:00-11:30.
  private static List<Contact.Span> hours(JsonObject json) throws DataFileException {
    List<Contact.Span> spans = new ArrayList<>();
    for (String text : json.optionalTexts("hours")) {
      String[] ends = text.split("-", -1);
      try {
        spans.add(new Contact.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
      } catch (java.time.DateTimeException
          | IllegalArgumentException
          | IndexOutOfBoundsException e) {
        throw json.invalid("hours", "not understood: " + text);
      }
    }
    return spans;
  }
}
