package org.certassist.bridge.host.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;

/// A driver's file, loaded for the life of the process, and the list of functions that it gives.
final class CkLibrary {
  private static final String GET_FUNCTION_LIST = "C_GetFunctionList";

  private CkLibrary() {}

  /// @throws HostFault MODULE_NOT_FOUND, MODULE_NOT_LOADABLE or NOT_A_MODULE
  static MemorySegment functionList(Path path, CkAbi abi) throws HostFault {
    if (!Files.isRegularFile(path)) {
      throw new HostFault(FaultCode.MODULE_NOT_FOUND, path.toString());
    }
    MemorySegment getFunctionList =
        load(path)
            .find(GET_FUNCTION_LIST)
            .orElseThrow(
                () -> new HostFault(FaultCode.NOT_A_MODULE, "there is no " + GET_FUNCTION_LIST));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment list = arena.allocate(ValueLayout.ADDRESS);
      long returned = call(getFunctionList, abi, list);
      MemorySegment functions = CkAbi.getPointer(list, 0);
      if (!CkReturn.CKR_OK.is(returned) || functions.address() == 0) {
        throw notAModule(returned);
      }
      return functions;
    }
  }

  private static long call(MemorySegment getFunctionList, CkAbi abi, MemorySegment list) {
    MethodHandle handle =
        Linker.nativeLinker()
            .downcallHandle(
                getFunctionList, FunctionDescriptor.of(abi.ulong(), ValueLayout.ADDRESS));
    MethodHandle wide = handle.asType(handle.type().changeReturnType(long.class));
    try {
      return abi.unsigned((long) wide.invokeExact(list));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static HostFault notAModule(long returned) {
    return new HostFault(
        new Fault(
            FaultCode.NOT_A_MODULE,
            GET_FUNCTION_LIST,
            returned,
            PinState.UNKNOWN,
            CkReturn.name(returned)));
  }

  private static SymbolLookup load(Path path) throws HostFault {
    try {
      return SymbolLookup.libraryLookup(path, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new HostFault(FaultCode.MODULE_NOT_LOADABLE, loadersWords(path));
    }
  }

  /// Why the system's loader declines; only this call passes its words on.
  private static String loadersWords(Path path) {
    try {
      System.load(path.toString());
      return "";
    } catch (UnsatisfiedLinkError e) {
      return String.valueOf(e.getMessage());
    }
  }
}
