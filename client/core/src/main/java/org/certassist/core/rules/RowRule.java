package org.certassist.core.rules;

/// One check of a row whose cells could be read.
interface RowRule {
  /// Looks at fields that may be absent: an absent one is another rule's business.
  void check(CheckedRow row, Situation situation, Report report);
}
