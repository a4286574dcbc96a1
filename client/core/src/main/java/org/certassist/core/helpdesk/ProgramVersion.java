package org.certassist.core.helpdesk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first two numbers of a version of this program, as far as a phone code has room for them.
///
/// @param major 0 to [#LARGEST_MAJOR]
/// @param minor 0 to [#LARGEST_MINOR]
public record ProgramVersion(int major, int minor) {
  public static final int LARGEST_MAJOR = 3;
  public static final int LARGEST_MINOR = 29;

  private static final Pattern FORM = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(?!\\d).*");

  /// @throws IllegalArgumentException where a phone code has no room for it
  public ProgramVersion {
    if (major < 0 || major > LARGEST_MAJOR || minor < 0 || minor > LARGEST_MINOR) {
      throw new IllegalArgumentException("no room for " + major + "." + minor);
    }
  }

  /// The version in a text such as `0.1.0`; empty where there is none, or none that fits.
  public static Optional<ProgramVersion> of(String text) {
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(found.group(1));
    int minor = Integer.parseInt(found.group(2));
    return major <= LARGEST_MAJOR && minor <= LARGEST_MINOR
        ? Optional.of(new ProgramVersion(major, minor))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
