package org.certassist.core.rules;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// 户籍地址 reads `**省**市**区（县）`; municipalities, autonomous regions, prefectures, leagues, banners and
/// county-level cities do not fit that literally and are right all the same (docs/sources.md, 002
/// part 2 §10).
final class AddressRules {
  private static final String FIELD = "householdAddress";

  private static final Pattern LITERAL =
      Pattern.compile("\\p{IsHan}+省\\p{IsHan}+市\\p{IsHan}+[区县].*");

  private static final String PROVINCE =
      "(河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省";
  private static final String AUTONOMOUS_REGION = "(内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区";

  /// What else is an address: a first part by its full name, then a part of the second or third
  /// step.
  private static final List<Pattern> OTHERS =
      Stream.of(
              "(北京|天津|上海|重庆)市\\p{IsHan}*[区县].*",
              PROVINCE + "\\p{IsHan}*(市|自治州|地区|区|县|旗|行政单位|行政区划).*",
              AUTONOMOUS_REGION + "\\p{IsHan}*(市|自治州|地区|盟|区|县|旗|行政单位|行政区划).*",
              "(香港|澳门)特别行政区.*")
          .map(Pattern::compile)
          .toList();

  private AddressRules() {}

  static void household(CheckedRow row, Situation situation, Report report) {
    row.text(FIELD)
        .filter(address -> !LITERAL.matcher(address).matches())
        .ifPresent(address -> {
          boolean resident = row.is("idType", IdNumberRule.RESIDENT_CARD);
          boolean other = OTHERS.stream().anyMatch(form -> form.matcher(address).matches());
          Rule rule = other || !resident ? Rule.ADDRESS_FORM : Rule.ADDRESS_UNREADABLE;
          report.found(rule, row.row(), FIELD, address);
        });
  }
}
