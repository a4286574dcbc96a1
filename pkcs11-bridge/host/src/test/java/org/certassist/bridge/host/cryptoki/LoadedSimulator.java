package org.certassist.bridge.host.cryptoki;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.certassist.bridge.simulator.Simulator;

/// The simulated driver for use inside this process: a copy of its file, so that every test loads
/// one with a memory of its own.
record LoadedSimulator(Simulator simulator, Path module, CkAbi abi) {

  static LoadedSimulator in(Path folder, Simulator.Layout layout, String configuration)
      throws IOException {
    Simulator simulator = Simulator.in(folder, configuration);
    Path module = folder.resolve("driver.so");
    Files.copy(Simulator.module(layout), module);
    simulator.variables().forEach(LoadedSimulator::setVariable);
    return new LoadedSimulator(simulator, module, abi(layout));
  }

  private static CkAbi abi(Simulator.Layout layout) {
    return switch (layout) {
      case UNIX -> new CkAbi(8, false);
      case WINDOWS -> new CkAbi(4, true);
    };
  }

  /// Java cannot change its own environment, C can.
  private static void setVariable(String name, String value) {
    Linker linker = Linker.nativeLinker();
    MethodHandle setenv =
        linker.downcallHandle(
            linker.defaultLookup().find("setenv").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int done = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      if (done != 0) {
        throw new IllegalStateException("setenv gives " + done);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  CryptokiEngine engine() throws Exception {
    return CryptokiEngine.open(module, abi);
  }

  CkModule load() throws Exception {
    return CkModule.load(module, abi, "");
  }
}
