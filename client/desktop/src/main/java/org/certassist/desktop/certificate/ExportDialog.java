package org.certassist.desktop.certificate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.certassist.core.filing.ExportCertificate.Form;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.desktop.check.SaveCopy;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Words;

/// Asks where a certificate is to be written; a file is only replaced where the dialog asked.
record ExportDialog(Asking asking, Words words) {
  /// What some system refuses in the name of a file.
  private static final Pattern REFUSED = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

  private static final int LONGEST = 60;

  void ask(SeenCertificate seen, Form form, Consumer<Path> write) {
    SaveCopy.named(out -> completed(out, form), asking)
        .ask(words.get("certificates.exportTitle"), name(seen) + ending(form), write);
  }

  private String name(SeenCertificate seen) {
    String name = REFUSED.matcher(new CertificateNames(words).title(seen)).replaceAll("_").strip();
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }

  private static Path completed(Path out, Form form) {
    String name = String.valueOf(out.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(ending(form))
        ? out
        : out.resolveSibling(name + ending(form));
  }

  private static String ending(Form form) {
    return "." + form.word();
  }
}
