package org.certassist.core.rules;

import java.util.regex.Pattern;

/// Rules about the form of one text: name, phone.
final class TextRules {
  private static final Pattern NAME =
      Pattern.compile("[\\p{IsHan}·•〇]{2,30}|[A-Za-z][A-Za-z .,'-]{1,60}");
  private static final Pattern PHONE =
      Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}|(\\+|00)\\d{6,15}");

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
}
