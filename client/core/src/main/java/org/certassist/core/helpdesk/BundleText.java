package org.certassist.core.helpdesk;

/// The names of a bundle's texts and of what is read again in them.
final class BundleText {
  static final String ABOUT = "about.txt";
  static final String CHECKS = "checks.txt";
  static final String DRIVERS = "drivers.txt";
  static final String LOG = "log.txt";
  static final String TRACES = "traces.txt";

  static final String ABOUT_BLOCK = "bundle";
  static final String PHONE_CODE = "phoneCode";
  static final String STATE = "state";
  static final String CAUSE = "cause";
  static final String WORD = "word";
  static final String EVIDENCE = "evidence";

  private BundleText() {}
}
