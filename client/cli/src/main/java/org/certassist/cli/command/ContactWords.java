package org.certassist.cli.command;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.cli.terminal.Table;
import org.certassist.core.profile.Contact;
import org.certassist.texts.Texts;

/// Whom to ask and where to go, one a line.
final class ContactWords {
  private ContactWords() {}

  static List<String> lines(List<Contact> contacts, Texts texts) {
    Table table = new Table();
    for (Contact contact : contacts) {
      table.row(
          "  " + texts.get("contact.role." + contact.role().word()),
          contact.name(),
          contact.phone().orElse(""),
          Stream.of(contact.address(), contact.web())
              .flatMap(Optional::stream)
              .collect(Collectors.joining(" ")),
          contact.hours().stream()
              .map(span -> span.from() + "-" + span.to())
              .collect(Collectors.joining(" ")));
    }
    return table.lines();
  }

  /// The same, each with whether it is open at a moment.
  static List<String> lines(List<Contact> contacts, LocalDateTime now, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (Contact contact : contacts) {
      lines.addAll(lines(List.of(contact), texts));
      if (contact.hasPeople()) {
        lines.add("    " + texts.get("contact.opening." + contact.opening(now).word()));
      }
    }
    return lines;
  }
}
