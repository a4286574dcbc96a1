package org.certassist.bridge.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// Ends this process without asking anybody.
///
/// `Runtime.halt` ends it through the system's `exit`, which waits for the loader, and a driver may
/// hang in the loader's arms: in what it does while it is loaded. It must be made before a driver
/// is loaded, since looking for a function waits for the loader, too.
final class SuddenEnd {
  private static final MemorySegment THIS_PROCESS = MemorySegment.ofAddress(-1);

  private final Optional<MethodHandle> function;
  private final boolean windows;

  private SuddenEnd(Optional<MethodHandle> function, boolean windows) {
    this.function = function;
    this.windows = windows;
  }

  /// Of the C library, or of Windows (not run there so far).
  static SuddenEnd ofThisSystem() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    Linker linker = Linker.nativeLinker();
    return windows
        ? new SuddenEnd(
            SymbolLookup.libraryLookup("kernel32", Arena.global())
                .find("TerminateProcess")
                .map(address ->
                    linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))),
            true)
        : new SuddenEnd(
            linker
                .defaultLookup()
                .find("_exit")
                .map(address ->
                    linker.downcallHandle(
                        address, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))),
            false);
  }

  /// Does not return.
  void with(int status) {
    try {
      if (function.isPresent()) {
        if (windows) {
          var _ = (int) function.get().invokeExact(THIS_PROCESS, status);
        } else {
          function.get().invokeExact(status);
        }
      }
    } catch (Throwable notCalled) {
      System.err.println("host: " + notCalled);
    }
    Runtime.getRuntime().halt(status);
  }
}
