package org.certassist.bridge.host.cryptoki;

import static org.certassist.bridge.host.cryptoki.CkStruct.POINTER;
import static org.certassist.bridge.host.cryptoki.CkStruct.ULONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// A list of attributes with values, for finding and for making objects.
final class CkTemplate {
  private record Attribute(long type, byte[] value) {}

  private final CkAbi abi;
  private final List<Attribute> attributes = new ArrayList<>();

  CkTemplate(CkAbi abi) {
    this.abi = abi;
  }

  static CkStruct layout(CkAbi abi) {
    return CkStruct.of(abi, ULONG, POINTER, ULONG);
  }

  CkTemplate number(long type, long value) {
    return bytes(type, abi.bytes(value));
  }

  CkTemplate flag(long type, boolean value) {
    return bytes(type, new byte[] {(byte) (value ? 1 : 0)});
  }

  CkTemplate bytes(long type, byte[] value) {
    attributes.add(new Attribute(type, value.clone()));
    return this;
  }

  long count() {
    return attributes.size();
  }

  MemorySegment allocate(Arena arena) {
    CkStruct layout = layout(abi);
    MemorySegment list = arena.allocate(layout.size() * Math.max(1, attributes.size()), 8);
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      MemorySegment at = list.asSlice(i * layout.size(), layout.size());
      abi.putUlong(at, layout.offset(0), attribute.type());
      CkAbi.putPointer(
          at, layout.offset(1), arena.allocateFrom(ValueLayout.JAVA_BYTE, attribute.value()));
      abi.putUlong(at, layout.offset(2), attribute.value().length);
    }
    return list;
  }
}
