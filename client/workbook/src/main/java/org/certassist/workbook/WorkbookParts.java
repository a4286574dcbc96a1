package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of contents of a workbook: its sheets, its names and where its other parts lie.
///
/// @param names the defined names that hold a text, without its quotes
record WorkbookParts(
    List<Sheet> sheets,
    Map<String, String> names,
    boolean from1904,
    Optional<String> texts,
    Optional<String> styles,
    Optional<String> properties) {

  /// @param part the sheet's part name
  record Sheet(String name, String part) {}

  private record Link(String type, String part) {}

  static WorkbookParts read(PackageFile file) throws IOException {
    Map<String, Link> root = links(file, "");
    String book =
        root.values().stream()
            .filter(link -> link.type().equals("officeDocument"))
            .findFirst()
            .map(Link::part)
            .orElse("");
    Optional<InputStream> content = book.isEmpty() ? Optional.empty() : file.part(book);
    if (content.isEmpty()) {
      throw new Unusable("no workbook inside");
    }
    Map<String, Link> links = links(file, book);
    List<Sheet> sheets = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    boolean from1904 = false;
    try (XmlPart part = new XmlPart(content.get())) {
      if (!part.next() || !part.starts("workbook")) {
        throw new Unusable("not a workbook");
      }
      while (part.next()) {
        if (part.starts("workbookPr")) {
          from1904 = part.flag("date1904");
        } else if (part.starts("sheet")) {
          Link link = links.get(part.attribute("id", ""));
          if (link != null && link.type().equals("worksheet")) {
            sheets.add(new Sheet(part.attribute("name", ""), link.part()));
          }
        } else if (part.starts("definedName")) {
          String name = part.attribute("name", "");
          String text = part.text().strip();
          if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            names.put(name, text.substring(1, text.length() - 1));
          }
        }
      }
    }
    return new WorkbookParts(
        List.copyOf(sheets),
        Map.copyOf(names),
        from1904,
        target(links, "sharedStrings"),
        target(links, "styles"),
        target(root, "custom-properties"));
  }

  /// The parts of a type that a part names.
  static List<String> linked(PackageFile file, String part, String type) throws IOException {
    return links(file, part).values().stream()
        .filter(link -> link.type().equals(type))
        .map(Link::part)
        .toList();
  }

  private static Optional<String> target(Map<String, Link> links, String type) {
    return links.values().stream()
        .filter(link -> link.type().equals(type))
        .map(Link::part)
        .findFirst();
  }

  /// The relationships of a part by id; of the whole package where `part` is empty.
  private static Map<String, Link> links(PackageFile file, String part) throws IOException {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    Map<String, Link> links = new HashMap<>();
    Optional<InputStream> content =
        file.part(folder + "_rels/" + part.substring(slash + 1) + ".rels");
    if (content.isEmpty()) {
      return links;
    }
    try (XmlPart rels = new XmlPart(content.get())) {
      while (rels.next()) {
        if (rels.starts("Relationship") && !rels.attribute("TargetMode", "").equals("External")) {
          String type = rels.attribute("Type", "");
          links.put(
              rels.attribute("Id", ""),
              new Link(
                  type.substring(type.lastIndexOf('/') + 1),
                  resolve(folder, rels.attribute("Target", ""))));
        }
      }
    }
    return links;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String base = folder;
    String rest = target;
    while (rest.startsWith("../")) {
      rest = rest.substring(3);
      base = base.isEmpty() ? "" : base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
    }
    return base + rest;
  }
}
