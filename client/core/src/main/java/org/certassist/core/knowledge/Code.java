package org.certassist.core.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A code by which an entry is found: a hexadecimal number, a decimal one or a name.
sealed interface Code {
  boolean standsIn(PlainText text);

  /// @param written such as `0xA4`, `800` or `CKR_PIN_LOCKED`
  static Code of(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (Hexadecimal.FORM.matcher(lower).matches()) {
      return new Hexadecimal(Hexadecimal.number(lower));
    }
    return Decimal.FORM.matcher(lower).matches()
        ? new Decimal(PlainText.of(written).text())
        : new Name(PlainText.of(written).text());
  }

  /// However many zeros it is written with.
  record Hexadecimal(String number) implements Code {
    private static final Pattern FORM = Pattern.compile("0x[0-9a-f]{1,8}");
    private static final String MARK = "0x";
    private static final int MOST_DIGITS = 16;

    private static String number(String written) {
      return stripped(PlainText.of(written).text().substring(MARK.length()));
    }

    @Override
    public boolean standsIn(PlainText text) {
      String all = text.text();
      int at = all.indexOf(MARK);
      while (at >= 0) {
        int end = at + MARK.length();
        while (end < all.length() && end - at < MOST_DIGITS && !text.isWhole(at, end)) {
          end++;
        }
        if (text.isWhole(at, end)
            && text.hasDigit(at, end)
            && stripped(all.substring(at + MARK.length(), end)).equals(number)) {
          return true;
        }
        at = all.indexOf(MARK, at + 1);
      }
      return false;
    }

    private static String stripped(String digits) {
      int first = 0;
      while (first < digits.length() - 1 && digits.charAt(first) == '0') {
        first++;
      }
      return digits.substring(first);
    }
  }

  /// A bare number means a code only by itself or after a word that says so: 800 yuan are none.
  record Decimal(String number) implements Code {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,6}");

    private static final List<String> LABELS =
        plain(
            "状态码", "错误码", "错误代码", "错误号", "代码", "返回码", "返回值", "错误", "报错", "提示", "显示", "状态", "error",
            "code", "status", "http", "https", "err", "errno", "rv", "系统错误", "异常", "故障码");

    /// What may follow a number that is asked for by itself.
    private static final List<String> QUESTIONS =
        plain(
            "是什么意思", "什么意思", "怎么办", "怎么处理", "怎么解决", "错误", "报错", "是什么", "error", "meaning", "what");

    private static final List<String> UNITS =
        plain("元", "块", "人", "年", "月", "日", "号", "天", "个", "条", "行", "份", "次", "万", "千", "岁");

    private static List<String> plain(String... words) {
      return Stream.of(words).map(word -> PlainText.of(word).text()).toList();
    }

    @Override
    public boolean standsIn(PlainText text) {
      String all = text.text();
      int at = all.indexOf(number);
      while (at >= 0) {
        int end = at + number.length();
        if (text.isWhole(at, end) && text.hasDigit(at, end) && isMeant(all, at, end)) {
          return true;
        }
        at = all.indexOf(number, at + 1);
      }
      return false;
    }

    private static boolean isMeant(String all, int at, int end) {
      String before = all.substring(0, at);
      String after = all.substring(end);
      if (before.isEmpty()) {
        return after.isEmpty() || QUESTIONS.contains(after);
      }
      return LABELS.stream().anyMatch(before::endsWith)
          && UNITS.stream().noneMatch(after::startsWith);
    }
  }

  /// Found also where its underscores were lost.
  record Name(String name) implements Code {
    @Override
    public boolean standsIn(PlainText text) {
      int at = text.text().indexOf(name);
      while (at >= 0) {
        if (text.isWhole(at, at + name.length())) {
          return true;
        }
        at = text.text().indexOf(name, at + 1);
      }
      return false;
    }
  }
}
