package org.certassist.platform.surroundings;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.platform.registry.Registry;

/// The programs for keys in the list of installed programs of Windows: assistants of CAs, tools of
/// makers.
final class InstalledPrograms {
  private static final String UNINSTALL =
      "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

  /// How they call themselves: 数字证书, 证书助手 and 证书应用环境 by whatever CA, the CAs that leave the word
  /// out, and the makers' products.
  private static final Pattern FOR_KEYS =
      Pattern.compile(
          "(?i)证书(?:助手|应用环境|客户端|管家|工具|驱动|管理)|数字证书|密钥宝|BJCA|NETCA|网证通|USB ?Key|UKey"
              + "|ePass|mToken|GM3000|HaiKey|HaiTai|Watch(?:Data|Key)|ExcelSecu|HSIC");

  /// Its own name has one of the words, too.
  private static final Pattern OURS = Pattern.compile("(?i)certassist");

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 100;

  private InstalledPrograms() {}

  static List<String> forKeys(Registry registry) {
    return Stream.concat(
            Stream.of(Registry.View.values())
                .flatMap(view -> registry.branch("HKEY_LOCAL_MACHINE" + UNINSTALL, view).stream()),
            registry.branch("HKEY_CURRENT_USER" + UNINSTALL, Registry.View.WIDE).stream())
        .filter(key -> !key.has("SystemComponent", 1))
        .flatMap(key -> key.text("DisplayName").stream())
        .map(String::strip)
        .filter(name -> name.length() <= LONGEST_NAME)
        .filter(name -> FOR_KEYS.matcher(name).find() && !OURS.matcher(name).find())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
