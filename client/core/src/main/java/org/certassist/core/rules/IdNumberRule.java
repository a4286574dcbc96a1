package org.certassist.core.rules;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The identity number must fit its document type (GB 11643; docs/sources.md for the other
/// documents).
final class IdNumberRule implements RowRule {
  static final String RESIDENT_CARD = "居民身份证";
  private static final String RESIDENCE_PERMIT = "港澳台居民居住证";
  private static final String FOREIGNER_CARD = "外国人永久居留身份证";

  /// Hong Kong, Macao and Taiwan.
  private static final Set<String> PERMIT_REGIONS = Set.of("810000", "820000", "830000");

  private static final Pattern EARLIER_FOREIGNER_CARD = Pattern.compile("[A-Z]{3}\\d{12}");

  /// Documents known only by their outer form.
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "港澳居民来往内地通行证", Pattern.compile("[HM]\\d{8}(\\d{2})?"),
          "台湾居民来往大陆通行证", Pattern.compile("\\d{8}"),
          "护照", Pattern.compile("[A-Z0-9]{5,20}"));

  @Override
  public void check(CheckedRow row, Situation situation, Report report) {
    row.text("idNumber")
        .ifPresent(number ->
            row.text("idType")
                .ifPresent(type -> checkNumber(row.row(), type, number, situation, report)));
  }

  private static void checkNumber(
      int row, String type, String number, Situation situation, Report report) {
    switch (type) {
      case RESIDENT_CARD, RESIDENCE_PERMIT -> checkEighteen(row, type, number, situation, report);
      case FOREIGNER_CARD -> {
        if (number.startsWith("9")) {
          checkEighteen(row, type, number, situation, report);
        } else if (!EARLIER_FOREIGNER_CARD.matcher(number).matches()) {
          report.found(Rule.ID_FORM, row, "idNumber", number, type);
        }
      }
      default -> {
        Pattern form = FORMS.get(type);
        if (form != null && !form.matcher(number).matches()) {
          report.found(Rule.ID_FORM, row, "idNumber", number, type);
        }
      }
    }
  }

  /// Which document has numbers that begin so (docs/sources.md).
  private static String documentOf(String number) {
    if (number.startsWith("9")) {
      return FOREIGNER_CARD;
    }
    return PERMIT_REGIONS.contains(number.substring(0, 6)) ? RESIDENCE_PERMIT : RESIDENT_CARD;
  }

  private static void checkEighteen(
      int row, String type, String number, Situation situation, Report report) {
    if (!IdNumbers.hasForm(number)) {
      report.found(Rule.ID_FORM, row, "idNumber", number, type);
    } else if (!IdNumbers.checkAgrees(number)) {
      report.found(Rule.ID_CHECK_CHARACTER, row, "idNumber", number);
    } else if (!type.equals(documentOf(number))) {
      report.found(Rule.ID_OTHER_DOCUMENT, row, "idNumber", number, type);
    } else if (IdNumbers.birthDate(number, situation.today()).isEmpty()) {
      report.found(Rule.ID_BIRTH_DATE, row, "idNumber", number);
    } else if (type.equals(RESIDENT_CARD) && !RegionCodes.isKnown(number)) {
      report.found(Rule.ID_REGION, row, "idNumber", number);
    }
  }
}
