package org.certassist.core.driver;

import java.util.Set;

/// A device that is plugged in.
///
/// @param name what it calls itself, empty where it says nothing
/// @param roles what it says that it can be used as
/// @param stay tells one stay at the socket from the next, where the system counts them; else 0
public record UsbDevice(UsbId id, String name, Set<Role> roles, long stay) {
  public UsbDevice {
    roles = Set.copyOf(roles);
  }

  /// A device of a system that does not count.
  public UsbDevice(UsbId id, String name, Set<Role> roles) {
    this(id, name, roles, 0);
  }

  /// What a device, or one of its interfaces, can be used as: the USB class codes that keys have.
  public enum Role {
    /// Class 0B: a smart card with its reader.
    SMART_CARD,
    /// Class 03: what keyboards are, too; keys that want no driver of the system's.
    HID,
    /// Class 08: a disk or a CD-ROM. Keys carry their installer so.
    STORAGE,
    OTHER
  }

  /// Whether the system takes it for a disk or a CD-ROM and nothing else.
  public boolean isStorageAlone() {
    return roles.equals(Set.of(Role.STORAGE));
  }
}
