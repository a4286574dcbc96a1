package org.certassist.platform.usb;

import org.certassist.core.driver.UsbDevice.Role;

/// The roles that USB class codes stand for (usb.org, "Defined Class Codes").
final class UsbRoles {
  static final int HUB = 0x09;

  private UsbRoles() {}

  static Role of(int classCode) {
    return switch (classCode) {
      case 0x03 -> Role.HID;
      case 0x08 -> Role.STORAGE;
      case 0x0B -> Role.SMART_CARD;
      default -> Role.OTHER;
    };
  }
}
