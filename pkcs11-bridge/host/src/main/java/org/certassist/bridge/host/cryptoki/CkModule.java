package org.certassist.bridge.host.cryptoki;

import static org.certassist.bridge.host.cryptoki.CkStruct.POINTER;
import static org.certassist.bridge.host.cryptoki.CkStruct.ULONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Response;

/// A loaded and initialised PKCS#11 driver, its functions callable by name.
///
/// It is never finalised: the JDK's provider shares it, and the process ends with it.
final class CkModule {
  private static final int MOST_SLOTS = 256;
  private static final int MOST_MECHANISMS = 4096;

  private final CkAbi abi;
  private final MemorySegment functions;
  private final long firstFunction;
  private final Map<CkFunction, MethodHandle> handles = new ConcurrentHashMap<>();

  private CkModule(CkAbi abi, MemorySegment functions) {
    this.abi = abi;
    this.firstFunction = CkStruct.of(abi, 2, POINTER).offset(1);
    this.functions =
        functions.reinterpret(firstFunction + CkFunction.COUNT * ValueLayout.ADDRESS.byteSize());
  }

  /// @param arguments what the driver reads when it is initialised; empty for none
  static CkModule load(Path path, CkAbi abi, String arguments) throws HostFault {
    CkModule module = new CkModule(abi, CkLibrary.functionList(path, abi));
    module.initialize(arguments);
    Thread.ofPlatform().daemon().name("first use").start(new FirstUse(module));
    return module;
  }

  /// Makes a function ready to be called, without calling it.
  void link(CkFunction function) {
    var _ = handle(function);
  }

  private MethodHandle handle(CkFunction function) {
    return handles.computeIfAbsent(function, this::linked);
  }

  /// The standard keeps a last field that must be zero. Drivers that read arguments, such as NSS,
  /// find them there and have the zero one field later.
  private void initialize(String arguments) throws CkException {
    CkStruct layout = CkStruct.of(abi, POINTER, POINTER, POINTER, POINTER, ULONG, POINTER, POINTER);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocate(layout.size(), 8);
      abi.putUlong(segment, layout.offset(4), Ck.CKF_OS_LOCKING_OK);
      if (!arguments.isEmpty()) {
        CkAbi.putPointer(segment, layout.offset(5), arena.allocateFrom(arguments));
      }
      long returned = call(CkFunction.INITIALIZE, segment);
      if (!CkReturn.CKR_OK.is(returned)
          && !CkReturn.CKR_CRYPTOKI_ALREADY_INITIALIZED.is(returned)) {
        throw new CkException(CkFunction.INITIALIZE, returned);
      }
    }
  }

  CkAbi abi() {
    return abi;
  }

  Response.Opened info() throws CkException {
    CkStruct layout = CkStruct.of(abi, 2, 32, ULONG, 32, 2);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(layout.size(), 8);
      require(CkFunction.GET_INFO, info);
      return new Response.Opened(
          CkText.padded(info, layout.offset(1), 32),
          CkText.padded(info, layout.offset(3), 32),
          Byte.toUnsignedInt(info.get(ValueLayout.JAVA_BYTE, layout.offset(4))),
          Byte.toUnsignedInt(info.get(ValueLayout.JAVA_BYTE, layout.offset(4) + 1)));
    }
  }

  /// The slots in which a token is present.
  List<Long> slots() throws CkException {
    return slots(true);
  }

  /// Whether a reader declines to say what is in it: another program has it for itself.
  ///
  /// Measured with OpenSC 0.23 while a program held the card with SCARD_SHARE_EXCLUSIVE: the slot
  /// is missing from the list of those with a token, and C_GetSlotInfo gives CKR_DEVICE_ERROR,
  /// where an empty reader gives CKR_OK.
  boolean someSlotIsHeld() throws CkException {
    for (long slot : slots(false)) {
      try {
        var _ = isRemovable(slot);
      } catch (CkException e) {
        if (e.is(CkReturn.CKR_DEVICE_ERROR)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Long> slots(boolean withToken) throws CkException {
    long present = withToken ? 1L : 0L;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(8, 8);
      require(CkFunction.GET_SLOT_LIST, present, MemorySegment.NULL, count);
      long room = counted(CkFunction.GET_SLOT_LIST, count, MOST_SLOTS);
      if (room == 0) {
        return List.of();
      }
      MemorySegment list = arena.allocate(room * abi.ulongBytes(), 8);
      abi.putUlong(count, 0, room);
      require(CkFunction.GET_SLOT_LIST, present, list, count);
      return numbers(list, Math.min(counted(CkFunction.GET_SLOT_LIST, count, MOST_SLOTS), room));
    }
  }

  /// The mechanisms that the token in a slot says it has.
  List<Long> mechanisms(long slot) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(8, 8);
      require(CkFunction.GET_MECHANISM_LIST, slot, MemorySegment.NULL, count);
      long room = counted(CkFunction.GET_MECHANISM_LIST, count, MOST_MECHANISMS);
      if (room == 0) {
        return List.of();
      }
      MemorySegment list = arena.allocate(room * abi.ulongBytes(), 8);
      abi.putUlong(count, 0, room);
      require(CkFunction.GET_MECHANISM_LIST, slot, list, count);
      long given = counted(CkFunction.GET_MECHANISM_LIST, count, MOST_MECHANISMS);
      return numbers(list, Math.min(given, room));
    }
  }

  private List<Long> numbers(MemorySegment list, long count) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      numbers.add(abi.getUlong(list, i * abi.ulongBytes()));
    }
    return numbers;
  }

  private long counted(CkFunction function, MemorySegment count, long most) throws CkException {
    long counted = abi.getUlong(count, 0);
    if (Long.compareUnsigned(counted, most) > 0) {
      throw CkException.absurd(function, counted);
    }
    return counted;
  }

  /// Whether tokens are put into this slot and pulled out of it, as keys are.
  boolean isRemovable(long slot) throws CkException {
    CkStruct layout = CkStruct.of(abi, 64, 32, ULONG, 2, 2);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(layout.size(), 8);
      require(CkFunction.GET_SLOT_INFO, slot, info);
      return (abi.getUlong(info, layout.offset(2)) & Ck.CKF_REMOVABLE_DEVICE) != 0;
    }
  }

  CkTokenInfo tokenInfo(long slot) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(CkTokenInfo.layout(abi).size(), 8);
      require(CkFunction.GET_TOKEN_INFO, slot, info);
      return CkTokenInfo.read(abi, info);
    }
  }

  CkSession openSession(long slot) throws CkException {
    return openSession(slot, Ck.CKF_SERIAL_SESSION);
  }

  CkSession openWritingSession(long slot) throws CkException {
    return openSession(slot, Ck.CKF_SERIAL_SESSION | Ck.CKF_RW_SESSION);
  }

  private CkSession openSession(long slot, long flags) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = arena.allocate(8, 8);
      require(CkFunction.OPEN_SESSION, slot, flags, MemorySegment.NULL, MemorySegment.NULL, handle);
      return new CkSession(this, abi.getUlong(handle, 0));
    }
  }

  /// Calls a function that must succeed.
  void require(CkFunction function, Object... arguments) throws CkException {
    long returned = call(function, arguments);
    if (!CkReturn.CKR_OK.is(returned)) {
      throw new CkException(function, returned);
    }
  }

  /// Calls a function; numbers are passed as `long` whatever their width on the other side.
  long call(CkFunction function, Object... arguments) {
    MethodHandle handle = handle(function);
    try {
      return abi.unsigned((long) handle.invokeExact(arguments));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private MethodHandle linked(CkFunction function) {
    MemorySegment address =
        CkAbi.getPointer(
            functions, firstFunction + function.index() * ValueLayout.ADDRESS.byteSize());
    if (address.address() == 0) {
      return unsupported();
    }
    MemoryLayout[] layouts =
        function.arguments().chars().mapToObj(this::argument).toArray(MemoryLayout[]::new);
    MethodHandle handle =
        Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(abi.ulong(), layouts));
    MethodType wide = handle.type().changeReturnType(long.class);
    for (int i = 0; i < layouts.length; i++) {
      wide = layouts[i] instanceof AddressLayout ? wide : wide.changeParameterType(i, long.class);
    }
    return MethodHandles.explicitCastArguments(handle, wide)
        .asSpreader(Object[].class, layouts.length)
        .asType(MethodType.methodType(long.class, Object[].class));
  }

  private MemoryLayout argument(int letter) {
    return switch (letter) {
      case 'U' -> abi.ulong();
      case 'B' -> ValueLayout.JAVA_BYTE;
      default -> ValueLayout.ADDRESS;
    };
  }

  /// Stands in for a function that the driver's list leaves out.
  private static MethodHandle unsupported() {
    return MethodHandles.dropArguments(
        MethodHandles.constant(long.class, CkReturn.CKR_FUNCTION_NOT_SUPPORTED.number()),
        0,
        Object[].class);
  }
}
