package org.certassist.core.results;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the words in the columns of a line of the portal's list come to.
///
/// The list has only rows with errors, and a row without a message has succeeded (docs/sources.md,
/// 002); where a portal names a status, its word decides.
final class ResultWords {
  /// Looked for before the others: 未通过 contains 通过.
  private static final List<String> WRONG =
      List.of(
          "失败", "错误", "不成功", "未成功", "不通过", "未通过", "驳回", "退回", "不予", "异常", "拒绝", "不正常", "不正确",
          "不合格");

  private static final List<String> PASSED = List.of("成功", "通过", "办结", "已完成", "正常", "正确");

  /// What takes a good word back: 待办结, 没有通过, 尚未审核通过, 部分成功; 待遇 is another word.
  private static final Pattern TAKEN_BACK = Pattern.compile("未|不|没|无法|非正|待(?!遇)|尚|部分|是否");

  private ResultWords() {}

  /// @param status absent where the list has no such column; where it has one and leaves it blank,
  ///   nobody has passed
  static RowResult of(Optional<String> status, String reason) {
    return status
        .filter(word -> !word.isEmpty())
        .map(word -> told(word, reason))
        .orElseGet(() ->
            silent(
                reason,
                status.<RowResult>map(RowResult.Undecided::new).orElseGet(RowResult.Passed::new)));
  }

  /// Without a status a message is an error, unless it says that it went well.
  private static RowResult silent(String reason, RowResult otherwise) {
    return reason.isEmpty() || (!isWrong(reason) && isPassed(reason))
        ? otherwise
        : new RowResult.Wrong(reason);
  }

  private static RowResult told(String status, String reason) {
    if (isWrong(status)) {
      return new RowResult.Wrong(reason.isEmpty() ? status : reason);
    }
    return isPassed(status) ? new RowResult.Passed() : new RowResult.Undecided(status);
  }

  /// The word stands at the end: 处理成功, 审核通过; 请通过窗口办理 is none.
  private static boolean isPassed(String text) {
    return PASSED.stream().anyMatch(text::endsWith) && !TAKEN_BACK.matcher(text).find();
  }

  private static boolean isWrong(String text) {
    return WRONG.stream().anyMatch(text::contains);
  }
}
