package org.certassist.core.installer;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A maker's or a CA's installer of a driver for this system, as a signed catalogue vouches for it.
///
/// @param fileName without a folder
/// @param address where it can be downloaded; https
/// @param sha256 of its bytes, 64 digits in lower case
/// @param publisher whom its code signature must name, where the system has such signatures; shown
///   to the user everywhere
/// @param arguments what it is started with
/// @param bytes how large it is
public record Installer(
    String fileName,
    URI address,
    String sha256,
    String publisher,
    List<String> arguments,
    long bytes) {
  /// The largest driver package that is known of has 200 MB.
  public static final long LARGEST = 512L << 20;

  /// Nothing that leads out of a folder, stands for a switch or is hidden; the ends are those of
  /// files that [InstallerStart] knows how to start on some system.
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{N} ._()+-]{0,99}\\.(?:exe|msi|deb|rpm|run|sh|pkg|dmg)");

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /// What no program takes apart or reads anything into: Windows hands over one line of text.
  private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z0-9/_.,:=+-]{1,200}");

  private static final int MOST_ARGUMENTS = 20;
  private static final int LONGEST_PUBLISHER = 200;

  /// @throws IllegalArgumentException with what is wrong, technical, for who made the catalogue
  public Installer {
    arguments = List.copyOf(arguments);
    Optional<String> flaw = flaw(fileName, address, sha256, publisher, arguments, bytes);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException(flaw.get());
    }
  }

  private static Optional<String> flaw(
      String fileName,
      URI address,
      String sha256,
      String publisher,
      List<String> arguments,
      long bytes) {
    if (!FILE_NAME.matcher(fileName).matches()) {
      return Optional.of("file: not understood: " + fileName);
    }
    if (!isSecure(address)) {
      return Optional.of("address: no https address: " + address);
    }
    if (!SHA_256.matcher(sha256).matches()) {
      return Optional.of("sha256: 64 hexadecimal digits in lower case are expected");
    }
    if (publisher.length() > LONGEST_PUBLISHER
        || publisher.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("publisher: not understood");
    }
    if (arguments.size() > MOST_ARGUMENTS
        || !arguments.stream().allMatch(each -> ARGUMENT.matcher(each).matches())) {
      return Optional.of("arguments: not understood: " + arguments);
    }
    return bytes < 1 || bytes > LARGEST
        ? Optional.of("bytes: must lie between 1 and " + LARGEST)
        : Optional.empty();
  }

  /// Whether an address names a server that proves who it is, and nobody's name or password.
  private static boolean isSecure(URI address) {
    return "https".equals(address.getScheme())
        && address.getHost() != null
        && address.getRawUserInfo() == null;
  }

  /// The end of the file's name, which says of what kind it is: `exe`.
  public String kind() {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
