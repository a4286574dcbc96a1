package org.certassist.core.repair;

import java.util.Arrays;
import java.util.Optional;

/// What the program itself puts right after a click.
public enum PcRepair {
  /// The driver catalogue in the home folder, which was not taken, gets another name.
  SET_ASIDE_CATALOGUE("setAsideCatalogue", Rights.OWN, WrittenDown.FIRST),
  /// The same for the knowledge file.
  SET_ASIDE_KNOWLEDGE("setAsideKnowledge", Rights.OWN, WrittenDown.FIRST),
  /// Picked libraries whose files are gone leave the list.
  FORGET_GONE_DRIVERS("forgetGoneDrivers", Rights.OWN, WrittenDown.FIRST),
  /// Drivers that crashed too often are called again. There is nothing to take back: one that goes
  /// on crashing is set aside again by itself.
  USE_DRIVERS_AGAIN("useDriversAgain", Rights.OWN, WrittenDown.NEVER),
  /// The user gets the right to write in her own data folder, where the journal lies, too.
  MAKE_HOME_WRITABLE("makeHomeWritable", Rights.OWN, WrittenDown.AFTERWARDS),
  /// The service that smart cards are spoken to through is started, and on Windows allowed to
  /// start.
  START_CARD_SERVICE("startCardService", Rights.ADMINISTRATOR, WrittenDown.FIRST);

  private final String word;
  private final Rights rights;
  private final WrittenDown writtenDown;

  PcRepair(String word, Rights rights, WrittenDown writtenDown) {
    this.word = word;
    this.rights = rights;
    this.writtenDown = writtenDown;
  }

  /// Whose rights it takes.
  public enum Rights {
    OWN,
    /// The system itself asks for an administrator's password or yes.
    ADMINISTRATOR
  }

  /// When what was before is written into the journal.
  enum WrittenDown {
    /// There is nothing to take back.
    NEVER,
    /// Before anything is touched, so that a repair that was cut off can be taken back.
    FIRST,
    /// Once it is done, because without it the journal cannot be written; it is taken back at once
    /// where even then the journal cannot.
    AFTERWARDS
  }

  /// The name in `--json` output, in texts and in the journal.
  public String word() {
    return word;
  }

  public Rights rights() {
    return rights;
  }

  /// Whether there is anything to take back.
  public boolean isUndoable() {
    return writtenDown != WrittenDown.NEVER;
  }

  WrittenDown writtenDown() {
    return writtenDown;
  }

  public static Optional<PcRepair> of(String word) {
    return Arrays.stream(values()).filter(repair -> repair.word.equals(word)).findFirst();
  }
}
