package org.certassist.bridge.host.cryptoki;

import java.util.ArrayList;
import java.util.List;

/// Where the fields of a PKCS#11 structure lie under one [CkAbi].
///
/// @param offsets of the fields in order
/// @param size the whole structure, with the gap at its end
record CkStruct(List<Long> offsets, long size) {
  /// A field of type `CK_ULONG`.
  static final int ULONG = -1;

  /// A field that holds an address.
  static final int POINTER = -2;

  private static final int POINTER_BYTES = 8;

  /// @param fields [#ULONG], [#POINTER], or a count of plain bytes
  static CkStruct of(CkAbi abi, int... fields) {
    List<Long> offsets = new ArrayList<>();
    long at = 0;
    long widest = 1;
    for (int field : fields) {
      long bytes =
          switch (field) {
            case ULONG -> abi.ulongBytes();
            case POINTER -> POINTER_BYTES;
            default -> field;
          };
      long alignment = abi.packed() || field > 0 ? 1 : bytes;
      at = aligned(at, alignment);
      offsets.add(at);
      at += bytes;
      widest = Math.max(widest, alignment);
    }
    return new CkStruct(List.copyOf(offsets), aligned(at, widest));
  }

  long offset(int field) {
    return offsets.get(field);
  }

  private static long aligned(long at, long alignment) {
    return (at + alignment - 1) / alignment * alignment;
  }
}
