package org.certassist.platform.usb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// USB devices on macOS, as `system_profiler SPUSBDataType -json` lists them; not run on macOS so
/// far. It tells nothing about what a device can be used as, except that it has a disk.
public final class ProfilerDevices implements PluggedDevices {
  private static final Logger LOG = LoggerFactory.getLogger(ProfilerDevices.class);
  private static final int DEEPEST = 12;
  private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]{4})\\b.*");

  private final JsonMapper mapper = JsonMapper.shared();
  private final Report report;

  /// Gives what the program says.
  public interface Report {
    String text();
  }

  public ProfilerDevices(Report report) {
    this.report = report;
  }

  @Override
  public List<UsbDevice> list() {
    List<UsbDevice> found = new ArrayList<>();
    try {
      JsonNode whole = mapper.readTree(report.text());
      for (String list : List.of("SPUSBDataType", "SPUSBHostDataType")) {
        items(whole.path(list), 0, found);
      }
    } catch (JacksonException e) {
      LOG.info("the system's list of USB devices is not readable", e);
    }
    return found;
  }

  private static void items(JsonNode list, int depth, List<UsbDevice> found) {
    if (depth > DEEPEST) {
      return;
    }
    for (JsonNode item : list) {
      device(item).ifPresent(found::add);
      items(item.path("_items"), depth + 1, found);
    }
  }

  private static Optional<UsbDevice> device(JsonNode item) {
    Optional<Integer> vendor = number(item.path("vendor_id"));
    Optional<Integer> product = number(item.path("product_id"));
    if (vendor.isEmpty() || product.isEmpty()) {
      return Optional.empty();
    }
    Set<Role> roles = item.path("Media").isMissingNode() ? Set.of() : Set.of(Role.STORAGE);
    return Optional.of(
        new UsbDevice(
            new UsbId(vendor.get(), product.get()), item.path("_name").asString(""), roles));
  }

  private static Optional<Integer> number(JsonNode text) {
    Matcher hex = HEX.matcher(text.asString(""));
    return hex.matches() ? Optional.of(Integer.parseInt(hex.group(1), 16)) : Optional.empty();
  }
}
