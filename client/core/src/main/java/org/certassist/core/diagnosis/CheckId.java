package org.certassist.core.diagnosis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The questions that are asked about a PC, each after the one that must hold before it means
/// anything; of several that fail the earlier one is named first.
public enum CheckId {
  SYSTEM("system"),
  /// Whether the installed program is whole.
  PROGRAM("program"),
  STORAGE("storage"),
  ARCHIVE("archive", STORAGE),
  FONTS("fonts"),
  CATALOGUE("catalogue"),
  KNOWLEDGE("knowledge"),
  /// Whether the program is new enough for what the portals ask for.
  UPDATES("updates"),
  /// Whether a key is plugged in, as far as that shows without a driver.
  PLUGGED("plugged"),
  CARD_SERVICE("cardService", PLUGGED),
  DRIVER("driver", CARD_SERVICE),
  PIN("pin", DRIVER),
  /// Whether the key holds a certificate that can sign.
  SIGNING_CERTIFICATE("signingCertificate", DRIVER),
  /// What the portal would say of it.
  STATUS_CODE("statusCode", SIGNING_CERTIFICATE),
  EXPIRY("expiry", STATUS_CODE),
  /// Whether the certificate names its unit by a number, where the region looks for one.
  UNITS_NUMBER("unitsNumber", SIGNING_CERTIFICATE),
  /// Whether its algorithm is one that the region still takes.
  ALGORITHM("algorithm", SIGNING_CERTIFICATE),
  /// Whether the unit that the outbox waits for is the key's.
  UNIT("unit", SIGNING_CERTIFICATE),
  /// Whether the system's certificate store would hand the page the right certificate.
  STORE("store", SIGNING_CERTIFICATE),
  /// What a portal's page would see of the key.
  PAGE("page"),
  PORTAL("portal"),
  CLOCK("clock", PORTAL),
  /// What the CAs say, who are reached by the same network.
  REVOCATION("revocation", PORTAL),
  CALENDAR("calendar"),
  /// Whether a browser lets the portal's page reach a program of this PC.
  BROWSER("browser"),
  /// Which other programs for keys are there.
  ASSISTANTS("assistants");

  private final String word;
  private final @Nullable CheckId after;

  CheckId(String word) {
    this(word, null);
  }

  CheckId(String word, @Nullable CheckId after) {
    this.word = word;
    this.after = after;
  }

  /// The name in `--json` output, in texts and in docs/faults.md.
  public String word() {
    return word;
  }

  /// What must not have failed before; nothing for those that begin.
  public Optional<CheckId> after() {
    return Optional.ofNullable(after);
  }
}
