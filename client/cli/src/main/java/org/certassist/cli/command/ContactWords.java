package org.certassist.cli.command;

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
}
