package org.certassist.platform.system;

import java.util.List;
import java.util.Locale;

/// How virtual machines call the board that they are.
final class VirtualMachines {
  /// As VMware, VirtualBox, QEMU/KVM, Hyper-V, Parallels and Xen write into the SMBIOS tables.
  private static final List<String> NAMES =
      List.of("vmware", "virtualbox", "qemu", "kvm", "virtual machine", "parallels", "xen");

  private VirtualMachines() {}

  /// @param board maker and product, as the SMBIOS tables say
  static boolean isOne(String board) {
    String words = board.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(words::contains);
  }
}
