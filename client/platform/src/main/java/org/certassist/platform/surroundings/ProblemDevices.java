package org.certassist.platform.surroundings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.driver.UsbId;
import org.certassist.core.surroundings.TroubledDevice;

/// The USB devices in trouble, out of what `pnputil /enum-devices /connected /problem` says
/// (Microsoft, "PnPUtil command syntax"; Windows 10 1903 and later, earlier ones say nothing of
/// use).
///
/// The labels are in the language of Windows and in its old encoding. What is read is the same in
/// all: a block a device, with a blank line between; its instance id; and the problem as `28 (0x1C)
/// [CM_PROB_FAILED_INSTALL]`.
final class ProblemDevices {
  private static final Pattern BLOCKS = Pattern.compile("(?:\r?\n[ \t]*){2,}");
  private static final Pattern INSTANCE =
      Pattern.compile(
          "\\b((?:USB|HID|USBSTOR)\\\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})\\S*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PROBLEM =
      Pattern.compile("\\b(\\d{1,3}) \\(0x([0-9A-F]{1,2})\\)", Pattern.CASE_INSENSITIVE);

  /// A PC has some dozens of devices at all.
  private static final int MOST = 200;

  private ProblemDevices() {}

  static List<TroubledDevice> in(String said, DevicePolicies policies) {
    Set<TroubledDevice> found = new LinkedHashSet<>();
    BLOCKS
        .splitAsStream(said)
        .flatMap(block -> device(block, policies))
        .limit(MOST)
        .forEach(found::add);
    return List.copyOf(found);
  }

  private static Stream<TroubledDevice> device(String block, DevicePolicies policies) {
    Matcher instance = INSTANCE.matcher(block);
    if (!instance.find()) {
      return Stream.empty();
    }
    UsbId id =
        new UsbId(Integer.parseInt(instance.group(2), 16), Integer.parseInt(instance.group(3), 16));
    return problem(block).stream()
        .map(code -> new TroubledDevice(id, code, policies.forbids(id, instance.group(1), code)));
  }

  /// Only where both ways of writing it agree is it the problem's number.
  private static Optional<Integer> problem(String block) {
    return PROBLEM
        .matcher(block)
        .results()
        .filter(match -> Integer.parseInt(match.group(1)) == Integer.parseInt(match.group(2), 16))
        .map(match -> Integer.valueOf(match.group(1)))
        .findFirst();
  }
}
