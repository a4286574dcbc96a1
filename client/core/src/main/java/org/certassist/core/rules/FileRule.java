package org.certassist.core.rules;

/// One check of a declaration as a whole: may such a one be filed by this unit today?
interface FileRule {
  void check(Situation situation, Report report);
}
