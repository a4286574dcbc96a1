package org.certassist.core.rules;

import java.util.regex.Pattern;

/// Rules about the form of one text: name, phone, address.
final class TextRules {
  private static final Pattern NAME =
      Pattern.compile("[\\p{IsHan}·•〇]{2,30}|[A-Za-z][A-Za-z .,'-]{1,60}");
  private static final Pattern PHONE =
      Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}|(\\+|00)\\d{6,15}");
  private static final Pattern ADDRESS =
      Pattern.compile("\\p{IsHan}+省\\p{IsHan}+市\\p{IsHan}+[区县].*");

  private TextRules() {}

  static void name(CheckedRow row, Situation situation, Report report) {
    row.text("name")
        .filter(name -> !NAME.matcher(name).matches())
        .ifPresent(name -> report.found(Rule.NAME_FORM, row.row(), "name", name));
  }

  static void phone(CheckedRow row, Situation situation, Report report) {
    row.text("phone")
        .filter(phone -> !PHONE.matcher(phone).matches())
        .ifPresent(phone -> report.found(Rule.PHONE_FORM, row.row(), "phone", phone));
  }

  /// 户籍地址 reads `**省**市**区（县）`; municipalities, regions and banners do not fit literally: a warning
  /// (docs/sources.md, 002 part 2 §10).
  static void householdAddress(CheckedRow row, Situation situation, Report report) {
    row.text("householdAddress")
        .filter(address -> !ADDRESS.matcher(address).matches())
        .ifPresent(
            address -> report.found(Rule.ADDRESS_FORM, row.row(), "householdAddress", address));
  }
}
