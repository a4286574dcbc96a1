package org.certassist.core.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.driver.Product;
import org.certassist.core.key.PinState;

/// What a clerk reads out on the phone: fourteen digits that say what her PC is and what is wrong.
///
/// `1234 5678 9012 34`: twelve digits that carry the parts and two check digits after ISO 7064 MOD
/// 97-10, with which every single wrong digit and every swap of two neighbours is caught. The first
/// digit is the format, so that any version can tell a code of a newer one. The other eleven are
/// one number in mixed radix, the parts in the order below, the last one counting single:
///
/// | part | values | meaning |
/// |---|---|---|
/// | version | 121 | 0 unknown or out of range, else 1 + 30·major + minor |
/// | system | 4 | other, Windows, Linux, macOS |
/// | cause | 1000 | 0 none, else [Cause#number()] |
/// | driver | 100 | 0 none, 1–98 [Product#number()], 99 another |
/// | PIN state | 8 | unknown, ok, wrongTried, lastTry, locked, mustChange, notSet; one left over |
/// | status code | 8 | none, 0, 800, 809, 810, 820, 823; one left over |
/// | days left | 32 | 0 none, else 1 + [DaysLeft#step()] |
///
/// @param version empty where it is unknown or has no room
/// @param cause the number of the first cause, which this program need not know; empty where
///   nothing is wrong
/// @param status what the portal would say of the certificate; empty where there is none
/// @param days how long it lasts; empty where there is none
public record PhoneCode(
    Optional<ProgramVersion> version,
    PcSystem system,
    OptionalInt cause,
    CodedDriver driver,
    PinState pin,
    Optional<StatusCode> status,
    Optional<DaysLeft> days) {
  static final int FORMAT = 1;
  static final int DIGITS = 14;
  static final int CHECK_DIGITS = 2;
  private static final int GROUP = 4;
  private static final int LARGEST_CAUSE = 999;

  /// The last of the two digits for a driver.
  private static final int OTHER_DRIVER = Product.LARGEST_NUMBER + 1;

  private static final int MINORS = ProgramVersion.LARGEST_MINOR + 1;
  private static final int VERSIONS = 1 + (ProgramVersion.LARGEST_MAJOR + 1) * MINORS;

  /// How many values each part has; part of the format.
  private static final int[] RADIXES = {
    VERSIONS, 4, LARGEST_CAUSE + 1, OTHER_DRIVER + 1, 8, 8, DaysLeft.STEPS + 1
  };

  private static final List<PcSystem> SYSTEMS =
      List.of(PcSystem.OTHER, PcSystem.WINDOWS, PcSystem.LINUX, PcSystem.MACOS);
  private static final List<PinState> PINS =
      List.of(
          PinState.UNKNOWN,
          PinState.OK,
          PinState.WRONG_TRIED,
          PinState.LAST_TRY,
          PinState.LOCKED,
          PinState.MUST_CHANGE,
          PinState.NOT_SET);
  private static final List<Optional<StatusCode>> STATUSES =
      List.of(
          Optional.empty(),
          Optional.of(StatusCode.GOOD),
          Optional.of(StatusCode.SIGNATURE_WRONG),
          Optional.of(StatusCode.NOT_VALID),
          Optional.of(StatusCode.EXPIRED),
          Optional.of(StatusCode.CHAIN_BROKEN),
          Optional.of(StatusCode.REVOKED));

  /// @throws IllegalArgumentException where the cause has not one to three digits
  public PhoneCode {
    if (cause.isPresent() && (cause.getAsInt() < 1 || cause.getAsInt() > LARGEST_CAUSE)) {
      throw new IllegalArgumentException("no cause has the number " + cause.getAsInt());
    }
  }

  /// The cause, where this version of the program knows it.
  public Optional<Cause> knownCause() {
    return cause.isPresent() ? Cause.of(cause.getAsInt()) : Optional.empty();
  }

  /// The fourteen digits in their groups: `1234 5678 9012 34`.
  public String digits() {
    int[] values = {
      version.map(known -> 1 + known.major() * MINORS + known.minor()).orElse(0),
      SYSTEMS.indexOf(system),
      cause.orElse(0),
      switch (driver) {
        case CodedDriver.None _ -> 0;
        case CodedDriver.Numbered(int number) -> number;
        case CodedDriver.Other _ -> OTHER_DRIVER;
      },
      PINS.indexOf(pin),
      STATUSES.indexOf(status),
      days.map(left -> 1 + left.step()).orElse(0)
    };
    long packed = 0;
    for (int part = 0; part < RADIXES.length; part++) {
      packed = packed * RADIXES[part] + values[part];
    }
    String payload = FORMAT + String.format(Locale.ROOT, "%011d", packed);
    String whole = payload + checkDigits(payload);
    StringBuilder grouped = new StringBuilder();
    for (int at = 0; at < DIGITS; at++) {
      grouped.append(at > 0 && at % GROUP == 0 ? " " : "").append(whole.charAt(at));
    }
    return grouped.toString();
  }

  @Override
  public String toString() {
    return digits();
  }

  /// Reads what somebody typed who heard it on the phone.
  ///
  /// Blanks, hyphens and full-width digits do not matter.
  public static PhoneCodeReading read(String text) {
    return PhoneCodeReading.of(text);
  }

  /// @param payload the twelve digits that are not check digits
  static String checkDigits(String payload) {
    return String.format(Locale.ROOT, "%02d", 98 - Long.parseLong(payload) * 100 % 97);
  }

  /// What eleven digits say; empty where no program of this format writes them.
  static Optional<PhoneCode> unpacked(long packed) {
    int[] values = new int[RADIXES.length];
    long rest = packed;
    for (int part = RADIXES.length - 1; part >= 0; part--) {
      values[part] = Math.toIntExact(rest % RADIXES[part]);
      rest /= RADIXES[part];
    }
    if (rest != 0 || values[4] >= PINS.size() || values[5] >= STATUSES.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new PhoneCode(
            values[0] == 0
                ? Optional.empty()
                : Optional.of(
                    new ProgramVersion((values[0] - 1) / MINORS, (values[0] - 1) % MINORS)),
            SYSTEMS.get(values[1]),
            values[2] == 0 ? OptionalInt.empty() : OptionalInt.of(values[2]),
            switch (values[3]) {
              case 0 -> new CodedDriver.None();
              case OTHER_DRIVER -> new CodedDriver.Other();
              default -> new CodedDriver.Numbered(values[3]);
            },
            PINS.get(values[4]),
            STATUSES.get(values[5]),
            values[6] == 0 ? Optional.empty() : Optional.of(new DaysLeft(values[6] - 1))));
  }
}
