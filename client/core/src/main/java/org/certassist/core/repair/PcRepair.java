package org.certassist.core.repair;

import java.util.Arrays;
import java.util.Optional;

/// What the program itself puts right after a click.
public enum PcRepair {
  /// The driver catalogue in the home folder, which was not taken, gets another name.
  SET_ASIDE_CATALOGUE("setAsideCatalogue", Rights.OWN, true),
  /// The same for the knowledge file.
  SET_ASIDE_KNOWLEDGE("setAsideKnowledge", Rights.OWN, true),
  /// Picked libraries whose files are gone leave the list.
  FORGET_GONE_DRIVERS("forgetGoneDrivers", Rights.OWN, true),
  /// Drivers that crashed too often are called again. There is nothing to take back: one that goes
  /// on crashing is set aside again by itself.
  USE_DRIVERS_AGAIN("useDriversAgain", Rights.OWN, false),
  /// The user gets the right to write in her own data folder.
  MAKE_HOME_WRITABLE("makeHomeWritable", Rights.OWN, true),
  /// The service that smart cards are spoken to through is started, and on Windows allowed to
  /// start.
  START_CARD_SERVICE("startCardService", Rights.ADMINISTRATOR, true);

  private final String word;
  private final Rights rights;
  private final boolean undoable;

  PcRepair(String word, Rights rights, boolean undoable) {
    this.word = word;
    this.rights = rights;
    this.undoable = undoable;
  }

  /// Whose rights it takes.
  public enum Rights {
    OWN,
    /// The system itself asks for an administrator's password or yes.
    ADMINISTRATOR
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
    return undoable;
  }

  public static Optional<PcRepair> of(String word) {
    return Arrays.stream(values()).filter(repair -> repair.word.equals(word)).findFirst();
  }
}
