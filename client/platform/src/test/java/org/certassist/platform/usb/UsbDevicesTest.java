package org.certassist.platform.usb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.certassist.platform.registry.RecordedRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is plugged in, from records that were written by hand after each system's own.
class UsbDevicesTest {
  private static final UsbId EPASS = new UsbId(0x096E, 0x0309);
  private static final UsbId WATCHKEY = new UsbId(0x163C, 0x0423);
  private static final UsbId OLD_GM3000 = new UsbId(0x055C, 0xDB08);

  @TempDir private Path folder;

  private Path sysfs(String name, String vendor, String product, String text, String... classes)
      throws IOException {
    Path device = Files.createDirectories(folder.resolve("real").resolve(name));
    Files.writeString(device.resolve("idVendor"), vendor + "\n");
    Files.writeString(device.resolve("idProduct"), product + "\n");
    Files.writeString(device.resolve("bDeviceClass"), "00\n");
    Files.writeString(device.resolve("product"), text + "\n");
    for (int i = 0; i < classes.length; i++) {
      Path part = Files.createDirectories(device.resolve(name + ":1." + i));
      Files.writeString(part.resolve("bInterfaceClass"), classes[i] + "\n");
      Path link = folder.resolve("devices").resolve(name + ":1." + i);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, part);
    }
    Files.createSymbolicLink(folder.resolve("devices").resolve(name), device);
    return device;
  }

  @Test
  void linuxTellsIdNameAndRoles() throws IOException {
    Path hub = sysfs("usb1", "1d6b", "0002", "xHCI Host Controller", "09");
    Files.writeString(hub.resolve("bDeviceClass"), "09\n");
    sysfs("1-1", "096e", "0309", "ePass 飞天", "03");
    sysfs("1-2", "055c", "db08", "", "08");
    sysfs("1-3.1", "163c", "0423", "WatchKey", "0b", "03", "ff");
    Path pulled = sysfs("1-4", "1234", "5678", "pulled while it was read", "03");
    Files.delete(pulled.resolve("idProduct"));
    assertThat(new SysfsDevices(folder.resolve("devices")).list())
        .containsExactlyInAnyOrder(
            new UsbDevice(EPASS, "ePass 飞天", Set.of(Role.HID)),
            new UsbDevice(OLD_GM3000, "", Set.of(Role.STORAGE)),
            new UsbDevice(WATCHKEY, "WatchKey", Set.of(Role.SMART_CARD, Role.HID, Role.OTHER)));
  }

  @Test
  void linuxTellsOneStayFromTheNext() throws IOException {
    Path key = sysfs("1-1", "096e", "0309", "ePass", "03");
    SysfsDevices devices = new SysfsDevices(folder.resolve("devices"));
    Files.writeString(key.resolve("devnum"), "7\n");
    List<UsbDevice> before = devices.list();
    Files.writeString(key.resolve("devnum"), "8\n");
    assertThat(devices.list()).isNotEqualTo(before);
    assertThat(before).containsExactly(new UsbDevice(EPASS, "ePass", Set.of(Role.HID), 7));
  }

  @Test
  void linuxWithoutUsbHasNone() {
    assertThat(new SysfsDevices(folder.resolve("nothing")).list()).isEmpty();
  }

  @Test
  void windowsTellsWhatIsThereNowAndNotWhatWasThereOnce() {
    assertThat(new RegistryDevices(RecordedRegistry.of("office-pc.reg", folder)).list())
        .containsExactlyInAnyOrder(
            new UsbDevice(EPASS, "USB 输入设备", Set.of(Role.HID)),
            new UsbDevice(WATCHKEY, "USB Composite Device", Set.of(Role.HID, Role.SMART_CARD)));
  }

  @Test
  void macosTellsIdsAtEveryDepth() {
    String report =
        """
        {"SPUSBDataType": [{"_name": "USB31Bus", "_items": [
          {"_name": "Hub", "vendor_id": "0x05e3  (Genesys Logic, Inc.)", "product_id": "0x0608",
           "_items": [
             {"_name": "ePass3000GM", "vendor_id": "0x096e  (Feitian Technologies, Inc.)",
              "product_id": "0x0309"},
             {"_name": "USB MASS", "vendor_id": "0x055c", "product_id": "0xdb08",
              "Media": [{"_name": "GM3000"}]}]},
          {"_name": "odd", "vendor_id": "apple_vendor_id", "product_id": 7}]}]}
        """;
    assertThat(new ProfilerDevices(() -> report).list())
        .containsExactly(
            new UsbDevice(new UsbId(0x05E3, 0x0608), "Hub", Set.of()),
            new UsbDevice(EPASS, "ePass3000GM", Set.of()),
            new UsbDevice(OLD_GM3000, "USB MASS", Set.of(Role.STORAGE)));
  }

  @Test
  void aReportThatIsNoneHasNoDevices() {
    assertThat(new ProfilerDevices(() -> "not json").list()).isEmpty();
    assertThat(new ProfilerDevices(() -> "[]").list()).isEmpty();
    assertThat(new ProfilerDevices(() -> "[".repeat(100_000)).list()).isEmpty();
  }
}
