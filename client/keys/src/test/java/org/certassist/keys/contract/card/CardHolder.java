package org.certassist.keys.contract.card;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// A program that takes the card in the named reader for itself (`SCARD_SHARE_EXCLUSIVE`), says
/// "held", and lets go at the end of its input. `javax.smartcardio` cannot ask for that.
///
/// Numbers and types are those of pcsc-lite's `winscard.h` and `wintypes.h` on Linux, where LONG
/// and DWORD are C's long.
public final class CardHolder {
  private static final Path PCSC = Path.of("/usr/lib/x86_64-linux-gnu/libpcsclite.so.1");
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout POINTER = ValueLayout.ADDRESS;
  private static final long SCOPE_SYSTEM = 2;
  private static final long SHARE_EXCLUSIVE = 1;
  private static final long ANY_PROTOCOL = 3;
  private static final long LEAVE_CARD = 0;

  private CardHolder() {}

  public static void main(String[] arguments) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment context = arena.allocate(LONG);
      MemorySegment none = MemorySegment.NULL;
      done(
          (long)
              function("SCardEstablishContext", LONG, POINTER, POINTER, POINTER)
                  .invokeExact(SCOPE_SYSTEM, none, none, context));
      MemorySegment card = arena.allocate(LONG);
      MemorySegment protocol = arena.allocate(LONG);
      done(
          (long)
              function("SCardConnect", LONG, POINTER, LONG, LONG, POINTER, POINTER)
                  .invokeExact(
                      context.get(LONG, 0),
                      arena.allocateFrom(arguments[0]),
                      SHARE_EXCLUSIVE,
                      ANY_PROTOCOL,
                      card,
                      protocol));
      System.out.println("held");
      while (System.in.read() >= 0) {
        // until nobody writes any more
      }
      done(
          (long)
              function("SCardDisconnect", LONG, LONG).invokeExact(card.get(LONG, 0), LEAVE_CARD));
    }
  }

  @SuppressWarnings("restricted") // a program of its own, started with native access
  private static MethodHandle function(String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(
            SymbolLookup.libraryLookup(PCSC, Arena.global()).find(name).orElseThrow(),
            FunctionDescriptor.of(LONG, arguments));
  }

  private static void done(long returned) throws IOException {
    if (returned != 0) {
      throw new IOException("PC/SC says %08x".formatted(returned & 0xffff_ffffL));
    }
  }
}
