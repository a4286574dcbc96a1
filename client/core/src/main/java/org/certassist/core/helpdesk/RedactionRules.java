package org.certassist.core.helpdesk;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.certassist.core.key.PinState;

/// The tables of what is hidden because of its form or of the label before it, and of what looks
/// like it and stays.
final class RedactionRules {
  private static final String GAP = FoldedLine.GAP;

  /// `=`, `:` or a word for it, after the quote that closes a label in JSON.
  private static final String IS = "[\"']?\\s*(?:[=:]|(?<=\\s)(?:is|was)(?=\\s)|是|为)\\s*";

  /// A value with its quotes, or up to the next blank or Chinese stop. A PIN may hold any other
  /// sign.
  private static final String VALUE =
      "(?:\"(?<s1>(?:[^\"\\\\]|\\\\.)*+)\"|'(?<s2>[^']*+)'|(?<s3>[^\\s\"'\u0000,;。；，、}\\]][^\\s\u0000。；，、]*+))";

  /// What a check says of a PIN, which nobody has for a PIN, and pseudonyms.
  private static final String NOT_A_PIN =
      "(?!\"?(?:"
          + Arrays.stream(PinState.values()).map(PinState::word).collect(Collectors.joining("|"))
          + "|true|false|null|none|pin-\\d+|token-\\d+)(?![A-Za-z0-9]))";

  private static final String PIN_LABEL =
      "(?:(?<![A-Za-z])(?i:pin)|(?<=[a-z])P(?:in|IN)|"
          + "(?i:passwo?r?d|passwd|passphrase|pwd|passcode|puk)|口令|密码|密碼)"
          + "(?:[_-]?(?i:code)|码|碼)?";

  private static final String TOKEN_LABEL =
      "(?i:(?:access|refresh|id|auth|session|csrf|bearer)[_-]?token|session[_-]?id|j?sessionid|"
          + "api[_-]?key|client[_-]?secret|secret|otp|captcha)|验证码|校验码|令牌";

  /// Which CA issued a certificate is what the helpdesk asks first.
  private static final String NO_CA = "(?<!(?:认证|证书|电子商务|认证中心)(?:股份|有限|有限责任|股份有限|服务|管理){0,1})";

  private static final String HAN = "\\p{IsHan}";

  /// Labels first: what stands behind one is hidden whatever it looks like.
  static final List<RedactionRule> LABELLED =
      List.of(
          token(
              "(?i:(?:proxy-)?authorization|(?:set-)?cookie|x-[a-z-]*token)"
                  + "[\"']?\\s*[:=]\\s*"
                  + "(?<s>[^\\s\u0000][^\u0000]*)"),
          token("(?i:bearer|basic|digest|negotiate|ntlm)\\s+(?<s>[A-Za-z0-9._~+/-]{8,}=*)"),
          token("(?<s>eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)?)"),
          // a password may have an @ in it, or what else ends the name of a host
          token("://(?!token-\\d+@)(?<s>[^/?#\\s\u0000]+|[^/?#:\\s\u0000]*:[^\\s\u0000]{1,200})@"),
          token(
              "[?&;](?i:[a-z_-]*token|ticket|sid|sign(?:ature)?)=(?!token-\\d)(?<s>[^&;#\\s\u0000\"'<>]+)"));

  /// The same with a value that may stand in quotes.
  static final List<LabelledRule> QUOTED =
      List.of(
          new LabelledRule(Secrecy.PIN, Pattern.compile(PIN_LABEL + IS + NOT_A_PIN + VALUE)),
          new LabelledRule(
              Secrecy.PIN,
              Pattern.compile("--(?:[a-z]+-)*(?:pin|password)\\s+" + NOT_A_PIN + VALUE)),
          new LabelledRule(
              Secrecy.TOKEN, Pattern.compile("(?:" + TOKEN_LABEL + ")" + IS + NOT_A_PIN + VALUE)));

  private static final String MAIL_SIGN = "[\\p{L}\\p{N}._%+-]";

  /// It is looked for once from where a word begins: at every sign anew, a line of some thousand
  /// would take seconds.
  static final RedactionRule MAIL =
      RedactionRule.of(
          Secrecy.MAIL,
          "(?<!" + MAIL_SIGN + ")(?<s>" + MAIL_SIGN + "++@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");

  /// A PIN of digits after its label alone: `PIN 123456`.
  static final RedactionRule BARE_PIN =
      RedactionRule.of(Secrecy.PIN, PIN_LABEL + "\\s*(?<s>(?<![0-9])[0-9]{4,16}(?![0-9A-Za-z]))");

  /// A long opaque value after `token`, which PKCS#11 also calls a key.
  static final RedactionRule BARE_TOKEN =
      RedactionRule.of(
          Secrecy.TOKEN, "(?i:token)[\"']?\\s*[=:]\\s*[\"']?(?<s>[A-Za-z0-9._~+/=-]{16,})");

  /// What looks like a number of somebody's and is none: ids of declarations, digests, points in
  /// time.
  static final List<Pattern> READABLE =
      List.of(
          Pattern.compile(
              "(?<![0-9A-Za-z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z])"),
          Pattern.compile(
              "(?<![0-9A-Za-z])(?=[0-9]{0,127}[a-fA-F])(?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64}|"
                  + "[0-9a-fA-F]{40}|[0-9a-fA-F]{32})(?![0-9A-Za-z])"),
          Pattern.compile(
              "(?<![0-9])(?:19|20)\\d{2}-[01]\\d-[0-3]\\d(?:[T"
                  + " ][0-2]\\d:[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?"
                  + "(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![0-9])"));

  /// Where the user's own folder shows his name.
  static final List<RedactionRule> PATHS =
      List.of(
          RedactionRule.of(
              Secrecy.USER,
              "(?i)(?:[A-Z]:[\\\\/]+(?:Users|Documents and Settings)[\\\\/]+"
                  // of a server
                  + "|(?<!\\\\)\\\\{2,}+[^\\\\/\\s]+\\\\+(?:Users|homes?|profiles)\\$?\\\\+"
                  // Kylin keeps them in /data, others in /var or /export
                  + "|(?<![\\p{L}\\p{N}])(?:/(?:data|var|export))?/(?:home|Users)/)(?!(?:Public|Default|All"
                  + " Users|Shared|user-\\d+)(?![^\\\\/\\s]))(?<s>[^\\\\/:*?\"<>|\\s\u0000,;)]+(?:"
                  + " [^\\\\/:*?\"<>|\\s\u0000]+(?=[\\\\/]))*)"),
          RedactionRule.of(
              Secrecy.USER,
              "(?i)(?<![A-Z])(?:USERNAME|LOGNAME|USER|USERPROFILE|用户名)\\s*[=:]\\s*"
                  + "(?!user-\\d)(?<s>[^\\s\u0000,;\\\\/]+)"));

  static final RedactionRule MOBILE =
      RedactionRule.of(
          Secrecy.PHONE,
          "(?<![0-9])(?<s>(?:\\+?86"
              + GAP
              + "?)?1[3-9]\\d"
              + GAP
              + "?\\d{4}"
              + GAP
              + "?\\d{4})(?![0-9])");

  /// By form or by a label in Chinese or of a distinguished name.
  static final List<RedactionRule> FORMS =
      List.of(
          RedactionRule.of(
              Secrecy.ID,
              "(?i)(?:证件号码?|身份证号?码?|社保号码?|个人编号|人员编号|银行账号|账号|卡号|id[ _-]?number)"
                  + "[\"']?\\s*[=:为是]?\\s*[\"']?(?!id-)(?<s>[0-9A-Za-z][0-9A-Za-z()-]{5,})"),
          RedactionRule.of(
              Secrecy.UNIT,
              "(?i)(?:单位编号|社会保险登记号|统一社会信用代码|credit[ _-]?code)"
                  + "[\"']?\\s*[=:为是]?\\s*[\"']?(?!unit-)(?<s>[0-9A-Za-z][0-9A-Za-z-]{5,})"),
          MOBILE,
          RedactionRule.of(
              Secrecy.PHONE, "(?<![0-9])(?<s>\\(?0\\d{2,3}[)\\p{Pd}][\\s]?\\d{7,8})(?![0-9])"),
          RedactionRule.of(
              Secrecy.PERSON,
              "(?i)(?:姓名|经办人|联系人|法定代表人|法人|持有人|操作员|(?<![a-z])(?:CN|SN|GN|givenName|surname|name))"
                  + "[\"']?\\s*[=:为是]\\s*[\"']?(?<s>"
                  + HAN
                  + "["
                  + HAN
                  + "·]{1,3})(?!["
                  + HAN
                  + "·]|\\s?R?CA(?![A-Za-z]))"),
          RedactionRule.of(
              Secrecy.UNIT,
              "(?<!["
                  + HAN
                  + "()·])(?<s>["
                  + HAN
                  + "()·]{2,40}?"
                  + NO_CA
                  + "(?:有限责任公司|股份有限公司|有限公司|分公司|公司|集团|事务所|合作社))"));

  private RedactionRules() {}

  private static RedactionRule token(String pattern) {
    return RedactionRule.of(Secrecy.TOKEN, pattern);
  }

  /// A label with a value in double quotes, in single ones or in none: group `s1`, `s2` or `s3`.
  record LabelledRule(Secrecy kind, Pattern pattern) {
    private static final List<String> FORMS = List.of("s1", "s2", "s3");

    void apply(FoldedLine line, StandIns standIns) {
      Matcher found = pattern.matcher(line.text());
      while (found.find()) {
        for (String form : FORMS) {
          if (found.start(form) >= 0 && found.start(form) < found.end(form)) {
            line.replace(found.start(form), found.end(form), kind, standIns);
          }
        }
      }
    }
  }
}
