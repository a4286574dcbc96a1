package org.certassist.print;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Kind;
import org.certassist.core.paper.Paper;
import org.certassist.core.profile.Profile;

/// What is to be printed, and the words that every form of it shares.
record Order(
    DeclarationId id,
    Kind kind,
    Content content,
    Profile profile,
    LocalDate day,
    List<Paper.Gap> gaps) {
  private static final int MOST_NAMED = 30;
  private static final int LONGEST_NAME = 18;

  /// Stands at the foot of each page.
  String mark() {
    String name = content.unit().name();
    String unit = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    return unit + "　" + content.unit().creditCode() + "　申报单编号 " + id;
  }

  String month() {
    YearMonth month = content.settlementMonth();
    return month.getYear() + " 年 " + month.getMonthValue() + " 月";
  }

  String today() {
    return day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日";
  }

  /// What is filed on this way at all, whatever the kind, so that nobody takes the paper for more
  /// than it is; empty where nothing is known.
  String coverage() {
    String covers = String.join("、", profile.covers());
    String elsewhere = String.join("、", profile.notCovered());
    if (elsewhere.isEmpty()) {
      return covers.isEmpty() ? "" : "此处办理的险种：" + covers + "。";
    }
    return covers.isEmpty()
        ? "不包括" + elsewhere + "，须另行办理。"
        : "此处办理的险种：" + covers + "；不包括" + elsewhere + "，须另行办理。";
  }

  /// Whose pen is needed, and where; empty where nothing is missing.
  List<String> boxes() {
    if (gaps.isEmpty()) {
      return List.of();
    }
    String places =
        gaps.stream()
            .limit(MOST_NAMED)
            .map(gap -> place(gap.row()) + "（" + gap.character() + "）")
            .collect(Collectors.joining("、"));
    return List.of(
        "下列各处有本机字库没有的字，方框处请手写补上，并加盖单位印章：" + places + (gaps.size() > MOST_NAMED ? " 等" : "") + "。");
  }

  private String place(int row) {
    for (int index = 0; index < content.rows().size(); index++) {
      if (content.rows().get(index).row() == row) {
        return "序号 " + (index + 1);
      }
    }
    return "单位名称";
  }
}
