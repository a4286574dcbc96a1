package org.certassist.practice.people;

/// A company that exists in practice only.
///
/// @param creditCode the unified social credit code with its check character (GB 32100-2015)
/// @param socialInsuranceNumber the provincial social-insurance number bound to its certificate
public record PracticeUnit(String name, String creditCode, String socialInsuranceNumber) {
  /// The unit that the practice key belongs to.
  public static final PracticeUnit PRACTICE =
      new PracticeUnit("苏州练习制造有限公司", "91320509MA0PRACT8U", "3205099900001");

  /// Another unit, to show that nobody files with somebody else's key.
  public static final PracticeUnit OTHER =
      new PracticeUnit("吴江练习劳务派遣有限公司", "91320509MA1PRACTX3", "3205099900002");
}
