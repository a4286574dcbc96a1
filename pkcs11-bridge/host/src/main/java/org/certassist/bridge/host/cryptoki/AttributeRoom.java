package org.certassist.bridge.host.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Native room for the values of one object's attributes (`CK_ATTRIBUTE`s).
final class AttributeRoom {
  private final CkAbi abi;
  private final CkStruct layout;
  private final MemorySegment list;
  private final List<MemorySegment> rooms = new ArrayList<>();
  private final long[] types;
  private final long size;

  /// @param size most bytes of each value
  AttributeRoom(CkAbi abi, Arena arena, long[] types, long size) {
    this.abi = abi;
    this.layout = CkTemplate.layout(abi);
    this.types = types.clone();
    this.size = size;
    this.list = arena.allocate(layout.size() * types.length, 8);
    for (int i = 0; i < types.length; i++) {
      MemorySegment room = arena.allocate(size, 8);
      rooms.add(room);
      abi.putUlong(at(i), layout.offset(0), types[i]);
      CkAbi.putPointer(at(i), layout.offset(1), room);
      abi.putUlong(at(i), layout.offset(2), size);
    }
  }

  MemorySegment list() {
    return list;
  }

  int count() {
    return types.length;
  }

  /// What the driver wrote.
  ///
  /// @param partly it said that some are missing; a length that it left as it was is one of those
  Map<Long, byte[]> values(boolean partly) {
    Map<Long, byte[]> values = new HashMap<>();
    for (int i = 0; i < types.length; i++) {
      long length = abi.getUlong(at(i), layout.offset(2));
      boolean given = length >= 0 && length <= size && !(partly && length == size);
      if (given) {
        values.put(types[i], rooms.get(i).asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
      }
    }
    return values;
  }

  private MemorySegment at(int index) {
    return list.asSlice(index * layout.size(), layout.size());
  }
}
