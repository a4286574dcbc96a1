package org.certassist.core.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// 附件名称 names photographed papers, parted by semicolons: files, not folders, each once.
final class AttachmentRules {
  private static final String FIELD = "attachments";
  private static final String ENDINGS = "jpg · jpeg · png · bmp · pdf";
  private static final Pattern NAME =
      Pattern.compile("(?i)[^\\\\/:*?\"<>|]*[^\\\\/:*?\"<>|. ]\\.(jpg|jpeg|png|bmp|pdf)");

  private AttachmentRules() {}

  static void names(CheckedRow row, Situation situation, Report report) {
    row.text(FIELD)
        .filter(all -> !parts(all).stream().allMatch(name -> NAME.matcher(name).matches()))
        .ifPresent(all -> report.found(Rule.ATTACHMENT_NAME, row.row(), FIELD, all, ENDINGS));
  }

  static void twice(CheckedRow row, Situation situation, Report report) {
    Set<String> seen = new HashSet<>();
    row.text(FIELD)
        .filter(all ->
            !parts(all).stream().map(name -> name.toLowerCase(Locale.ROOT)).allMatch(seen::add))
        .ifPresent(all -> report.found(Rule.ATTACHMENT_TWICE, row.row(), FIELD, all));
  }

  /// A semicolon may be full-width, and one at the end parts nothing.
  private static List<String> parts(String all) {
    return Arrays.stream(all.replaceFirst("[;；]\\s*$", "").split("[;；]", -1))
        .map(CellText::clean)
        .toList();
  }
}
