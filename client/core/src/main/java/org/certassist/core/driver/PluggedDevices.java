package org.certassist.core.driver;

import java.util.List;

/// The port to what is plugged in at the USB sockets.
public interface PluggedDevices {
  /// Where nothing can be seen.
  PluggedDevices NONE = List::of;

  /// The devices that are plugged in now; hubs are left out. None where the system does not tell.
  List<UsbDevice> list();
}
