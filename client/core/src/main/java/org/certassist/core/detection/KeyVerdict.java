package org.certassist.core.detection;

/// What stands between a plugged key and its use.
public enum KeyVerdict {
  /// Nothing: a driver of it shows a key.
  READY("ready"),
  /// A driver of it is there and does not work; its own state says why.
  DRIVER_IN_TROUBLE("driverInTrouble"),
  /// A driver of it works and shows no key, though this one is plugged in.
  NOT_SEEN("notSeen"),
  /// No driver of it is on this PC.
  NOT_INSTALLED("notInstalled"),
  /// Only drivers with the SKF interface are known for it, or were entered by an installer, which
  /// this version does not speak.
  SKF_ONLY("skfOnly"),
  /// The system takes it for a CD-ROM or a disk: it waits for its installer.
  AS_CD_ROM("asCdRom"),
  /// The product is known and no driver of it ever was.
  NO_DRIVER_KNOWN("noDriverKnown"),
  /// A smart-card device that the catalogue does not know.
  UNKNOWN_DEVICE("unknownDevice");

  private final String word;

  KeyVerdict(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }
}
