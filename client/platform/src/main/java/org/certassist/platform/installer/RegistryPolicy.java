package org.certassist.platform.installer;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerPolicy;
import org.certassist.platform.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The policy of Windows: the text `DriverFolder` below `HKLM\SOFTWARE\Policies\certassist`, where
/// only an administrator or a group policy writes. What the user's own half of the registry says
/// does not count. Not run on Windows so far.
public final class RegistryPolicy implements InstallerPolicy {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryPolicy.class);
  private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\certassist";
  private static final String VALUE = "DriverFolder";

  /// A folder of a drive, or of a server's share.
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?:[A-Za-z]:\\\\|\\\\\\\\[\\p{L}\\p{N}_.-]{1,255}\\\\)[^\\p{Cntrl}\"<>|?*:/]{1,1000}");

  private final Registry registry;

  public RegistryPolicy(Registry registry) {
    this.registry = registry;
  }

  @Override
  public Rule read() {
    Optional<String> text =
        registry.branch(KEY, Registry.View.WIDE).stream()
            .filter(key -> key.path().equalsIgnoreCase(KEY))
            .findFirst()
            .flatMap(key -> key.text(VALUE));
    return text.isEmpty() ? new Rule.Nothing() : folder(text.get());
  }

  private static Rule folder(String text) {
    try {
      if (FOLDER.matcher(text).matches()) {
        return new Rule.Folder(Path.of(text));
      }
    } catch (InvalidPathException noPath) {
      LOG.debug("{} is no path here", text, noPath);
    }
    LOG.warn("{} of {} is no whole path of a folder: {}", VALUE, KEY, text);
    return new Rule.Ignored(InstallerFault.of("policyIgnored", KEY + "\\" + VALUE));
  }
}
