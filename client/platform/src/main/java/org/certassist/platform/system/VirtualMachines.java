package org.certassist.platform.system;

import java.util.regex.Pattern;

/// How virtual machines call the board that they are.
final class VirtualMachines {
  /// As VMware, VirtualBox, QEMU/KVM, Hyper-V, Parallels, Xen and the clouds write into the SMBIOS
  /// tables; whole words, since there is a laptop by the name of Xenia.
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)\\b(?:vmware|virtualbox|qemu|kvm|virtual machine|parallels|xen|openstack|alibaba"
              + " cloud)(?:\\b|\\d)");

  private VirtualMachines() {}

  /// @param board maker and product, as the SMBIOS tables say
  static boolean isOne(String board) {
    return NAMES.matcher(board).find();
  }
}
