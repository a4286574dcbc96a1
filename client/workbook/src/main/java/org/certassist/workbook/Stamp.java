package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.declaration.Kind;

/// What our templates carry, hidden, to be recognised by: the kind and the version of its columns.
///
/// It stands in a hidden name and in the document's properties, since either may be lost when
/// another program saves the file.
record Stamp(String kind, int version) {
  static final String NAME = "certassist_template";
  private static final Pattern FORM = Pattern.compile("certassist/([a-z][a-z-]{0,60})/(\\d{1,6})");

  static Stamp of(Kind kind) {
    return new Stamp(kind.id(), kind.version());
  }

  /// Such as `certassist/enrolment/1`.
  String text() {
    return "certassist/" + kind + "/" + version;
  }

  static Optional<Stamp> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(new Stamp(form.group(1), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  static Optional<Stamp> find(WorkbookParts parts, PackageFile file) throws IOException {
    Optional<Stamp> named = Optional.ofNullable(parts.names().get(NAME)).flatMap(Stamp::parse);
    return named.isPresent() ? named : inProperties(parts, file);
  }

  private static Optional<Stamp> inProperties(WorkbookParts parts, PackageFile file)
      throws IOException {
    if (parts.properties().isEmpty()) {
      return Optional.empty();
    }
    Optional<InputStream> content = file.part(parts.properties().get());
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Optional<Stamp> found = Optional.empty();
    try (XmlPart part = new XmlPart(content.get())) {
      boolean ours = false;
      while (part.next()) {
        if (part.starts("property")) {
          ours = part.attribute("name", "").equals(NAME);
        } else if (ours && part.starts("lpwstr")) {
          found = parse(part.text());
          ours = false;
        }
      }
    }
    return found;
  }
}
