package org.certassist.texts;

import java.util.Set;
import java.util.regex.Pattern;
import org.certassist.core.certificate.CertificateFacts;

/// Hides personal data in a cell's value or a certificate, leaving as much as a clerk needs to
/// recognise the row or the person.
public final class Mask {
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "端木",
          "南宫", "独孤", "呼延", "轩辕", "闻人", "赫连", "澹台", "公冶", "太史", "申屠");
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])(\\d{17}[\\dXx]|\\d{15}|1\\d{10})(?![0-9A-Za-z])");

  private Mask() {}

  /// @param field the json name of the column
  public static String of(String field, String value) {
    String text = value.strip();
    return switch (field) {
      case "idNumber" -> idNumber(text);
      case "name" -> name(text);
      case "phone" -> keepLast(text, 4);
      default ->
          field.startsWith("unit.")
              ? value
              : LONG_NUMBER.matcher(value).replaceAll(match -> idNumber(match.group()));
    };
  }

  /// The same facts without the whole numbers of people.
  public static CertificateFacts of(CertificateFacts facts) {
    return facts.masked(number -> of("idNumber", number));
  }

  private static String idNumber(String text) {
    int length = length(text);
    if (length >= 15) {
      return keep(text, 3, 2);
    }
    return length >= 8 ? keep(text, 1, 2) : keep(text, 0, 0);
  }

  private static String name(String text) {
    int length = length(text);
    if (length > 2 && text.length() > 2 && COMPOUND_SURNAMES.contains(text.substring(0, 2))) {
      return keep(text, 2, 0);
    }
    return length > 1 ? keep(text, 1, 0) : text;
  }

  private static String keepLast(String text, int last) {
    return length(text) > 2 * last ? keep(text, 0, last) : keep(text, 0, 0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String keep(String text, int first, int last) {
    int length = length(text);
    String head = text.substring(0, text.offsetByCodePoints(0, first));
    String tail = text.substring(text.offsetByCodePoints(text.length(), -last));
    return head + "*".repeat(length - first - last) + tail;
  }
}
