package org.certassist.desktop.fx;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import org.certassist.core.declaration.Kind;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.FaultText;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;

/// All words of the window in one language: the shared texts, and those only a window needs.
///
/// @param shared sentences that the command line says too
/// @param own button names, headings and the like, from `desktop_zh` or `desktop_en`
public record Words(Texts shared, ResourceBundle own) {
  private static final String BUNDLE = "org.certassist.desktop.desktop";

  public static Words in(Texts shared) {
    return new Words(shared, bundle(shared.language()));
  }

  static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        Locale.of(language.word()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Language language() {
    return shared.language();
  }

  /// One of the window's own texts, its places filled as [MessageFormat] does.
  public String get(String id, Object... values) {
    return new MessageFormat(own.getString(id), Locale.of(language().word())).format(values);
  }

  /// A word of a sentence as it stands at the head of a line.
  public String label(String word) {
    return word.isEmpty() ? word : Character.toTitleCase(word.charAt(0)) + word.substring(1);
  }

  /// What happened, what it means, what to do.
  public FaultText fault(Fault fault) {
    return fault instanceof WindowFault
        ? ownFault(fault.id(), fault.details().toArray())
        : shared.fault(fault);
  }

  /// One of the window's own texts in three parts.
  public FaultText ownFault(String id, Object... details) {
    return new FaultText(
        get(id + ".what", details), get(id + ".meaning", details), get(id + ".next", details));
  }

  /// Chosen by language: for data that carries both.
  public String either(String chinese, String english) {
    return language() == Language.ZH || english.isEmpty() ? chinese : english;
  }

  public String kind(Kind kind) {
    return either(kind.title(), kind.titleEnglish());
  }

  /// What a kind is called; its id where the profile does not know it, as with a declaration of
  /// another region.
  public String kind(String id, Profile profile) {
    return profile.kind(id).map(this::kind).orElse(id);
  }

  /// Several things in one line.
  public String list(Collection<String> things) {
    return String.join(get("list.separator"), things);
  }

  public String date(Instant at) {
    return LocalDate.ofInstant(at, ShanghaiTime.ZONE).toString();
  }

  public String time(Instant at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
        .withZone(ShanghaiTime.ZONE)
        .format(at);
  }

  public String month(YearMonth month) {
    return get("month", Integer.toString(month.getYear()), month.getMonthValue());
  }
}
