package org.certassist.desktop.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.KeyInFile;
import org.certassist.desktop.fx.Words;

/// How one of several keys is named so that it cannot be taken for another: its unit, its
/// certificate's end and the tail of its serial; where the tails agree, its certificate's
/// fingerprint too.
record ChoiceWords(List<Choice> all, Words words) {
  private static final int SERIAL_TAIL = 6;
  private static final int FINGERPRINT_TAIL = 8;

  ChoiceWords {
    all = List.copyOf(all);
  }

  List<String> lines(Choice choice) {
    List<String> lines = new ArrayList<>();
    Optional<CertificateFacts> facts = choice.certificate().facts();
    facts.flatMap(CertificateFacts::creditCode).ifPresent(lines::add);
    facts.ifPresent(
        known -> lines.add(words.get("key.choice.until", words.date(known.notAfter()))));
    lines.add(
        KeyInFile.holds(choice.key().token())
            ? words.get("key.choice.file", choice.key().token().serial())
            : words.get("key.choice.serial", tail(choice)));
    if (isOneOfSeveral(choice)) {
      lines.add(words.get("key.choice.fingerprint", fingerprint(choice)));
    }
    return lines;
  }

  private boolean isOneOfSeveral(Choice choice) {
    return all.stream().filter(other -> tail(other).equals(tail(choice))).count() > 1;
  }

  /// Of a key in a file the whole name.
  static String tail(Choice choice) {
    String serial = choice.key().token().serial();
    return KeyInFile.holds(choice.key().token()) ? serial : tail(serial, SERIAL_TAIL);
  }

  static String fingerprint(Choice choice) {
    return tail(choice.certificate().certificate().sha256(), FINGERPRINT_TAIL);
  }

  private static String tail(String text, int length) {
    return text.length() <= length ? text : "…" + text.substring(text.length() - length);
  }
}
