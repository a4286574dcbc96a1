package org.certassist.core.driver;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A driver's file that an installer has entered into the system's registry.
///
/// @param path as it stands there; it need not exist, nor be absolute
/// @param by who entered it: the name of a cryptographic service provider, or a CA's own entry
/// @param devices the keys that it is said to be for; none where the entry does not say
public record RegisteredModule(String path, Spoken spoken, String by, List<UsbId> devices) {
  /// A drive's letter and a way from its root; longer ones are none of Windows'.
  private static final Pattern LOCAL_FILE =
      Pattern.compile("[A-Za-z]:\\\\[^\\p{Cntrl}\"<>|?*:]{1,1000}");

  public RegisteredModule {
    devices = List.copyOf(devices);
  }

  /// Whether the path names one file on a drive of Windows: nothing relative, no other computer's,
  /// nothing that this system takes for no path.
  public boolean isLocalFile() {
    return LOCAL_FILE.matcher(path).matches() && isPath();
  }

  private boolean isPath() {
    try {
      return !Path.of(path).toString().isEmpty();
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /// How a program speaks to it.
  public enum Spoken {
    PKCS11("pkcs11"),
    /// GM/T 0016, China's own interface.
    SKF("skf"),
    /// Microsoft's cryptographic service providers.
    CSP("csp");

    private final String word;

    Spoken(String word) {
      this.word = word;
    }

    /// The name in `--json` output.
    public String word() {
      return word;
    }
  }
}
