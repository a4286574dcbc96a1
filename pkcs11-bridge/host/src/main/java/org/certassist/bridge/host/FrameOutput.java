package org.certassist.bridge.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// The line back to the client: what was standard output, moved where no driver prints.
///
/// After [#take()] file descriptor 1 is the same as 2, so that a driver's `printf` ends in the log.
final class FrameOutput {
  private static final int STDOUT = 1;
  private static final int STDERR = 2;
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private final int descriptor;
  private final MethodHandle write;

  private FrameOutput(int descriptor, MethodHandle write) {
    this.descriptor = descriptor;
    this.write = write;
  }

  static FrameOutput take() throws IOException {
    int moved = (int) call(libc("dup", FunctionDescriptor.of(JAVA_INT, JAVA_INT)), STDOUT);
    int replaced =
        (int)
            call(libc("dup2", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)), STDERR, STDOUT);
    if (moved < 0 || replaced < 0) {
      throw new IOException("standard output could not be moved");
    }
    var size = WINDOWS ? JAVA_INT : JAVA_LONG;
    MethodHandle write = libc("write", FunctionDescriptor.of(size, JAVA_INT, ADDRESS, size));
    return new FrameOutput(
        moved,
        MethodHandles.explicitCastArguments(
            write, MethodType.methodType(long.class, int.class, MemorySegment.class, long.class)));
  }

  synchronized void write(byte[] frame) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocate(frame.length);
      MemorySegment.copy(
          frame, 0, segment, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, frame.length);
      long done = 0;
      while (done < frame.length) {
        long rest = frame.length - done;
        long written = write(segment.asSlice(done), rest);
        if (written <= 0) {
          throw new IOException("the client no longer listens");
        }
        done += written;
      }
    }
  }

  private long write(MemorySegment bytes, long count) {
    try {
      return (long) write.invokeExact(descriptor, bytes, count);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MethodHandle libc(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(WINDOWS ? "_" + name : name), descriptor);
  }

  private static long call(MethodHandle function, Object... arguments) {
    try {
      return ((Number) function.invokeWithArguments(arguments)).longValue();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
