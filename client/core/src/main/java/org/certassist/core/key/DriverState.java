package org.certassist.core.key;

/// What became of a driver when it was probed.
public enum DriverState {
  READY("ready"),
  NO_TOKEN("noToken"),
  NOT_INSTALLED("notInstalled"),
  /// A library that the user named or picked and that is not there.
  DRIVER_GONE("driverGone"),
  WRONG_WORD_SIZE("wrongWordSize"),
  MISSING_DEPENDENCY("missingDependency"),
  SUSPICIOUS("suspicious"),
  /// No library of this system, a damaged one, or one without the functions of PKCS#11.
  NOT_A_DRIVER("notADriver"),
  REFUSED("refused"),
  /// It does not start with the arguments that it was given, or needs some and was given none.
  REFUSES_ARGUMENTS("refusesArguments"),
  /// A key or reader that another program has for itself.
  BUSY("busy"),
  CRASHED("crashed"),
  HUNG("hung"),
  QUARANTINED("quarantined"),
  SKF_ONLY("skfOnly"),
  /// A key in a file, of which nothing is seen without its password.
  PASSWORD_NEEDED("passwordNeeded"),
  /// A file that was named as a key and cannot be used as one.
  FILE_UNUSABLE("fileUnusable"),
  /// A file that was named as a key and is not there.
  FILE_GONE("fileGone");

  private final String word;

  DriverState(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }
}
