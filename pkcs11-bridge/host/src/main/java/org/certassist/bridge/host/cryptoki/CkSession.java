package org.certassist.bridge.host.cryptoki;

import static org.certassist.bridge.host.cryptoki.CkStruct.POINTER;
import static org.certassist.bridge.host.cryptoki.CkStruct.ULONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.certassist.bridge.protocol.Secret;

/// One open session with a token.
final class CkSession implements AutoCloseable {
  private static final int MOST_OBJECTS = 1024;
  private static final int BATCH = 64;
  private static final long USUAL_VALUE = 4096;
  private static final long LARGEST_VALUE = 64 * 1024;
  private static final int LARGEST_SIGNATURE = 2048;

  /// The two halves of a new key pair.
  record KeyPairHandles(long publicKey, long privateKey) {}

  private final CkModule module;
  private final CkAbi abi;
  private final long handle;

  CkSession(CkModule module, long handle) {
    this.module = module;
    this.abi = module.abi();
    this.handle = handle;
  }

  /// Sends a PIN, once. An empty one stands for "typed on the key".
  void login(long user, Secret pin) throws CkException {
    try (PinRoom room = new PinRoom(pin)) {
      module.require(CkFunction.LOGIN, handle, user, room.pin(), room.length());
    }
  }

  void initPin(Secret pin) throws CkException {
    try (PinRoom room = new PinRoom(pin)) {
      module.require(CkFunction.INIT_PIN, handle, room.pin(), room.length());
    }
  }

  /// Replaces a PIN; the present one is tried once. Empty ones stand for "typed on the key".
  void setPin(Secret pin, Secret newPin) throws CkException {
    try (PinRoom old = new PinRoom(pin);
        PinRoom fresh = new PinRoom(newPin)) {
      module.require(
          CkFunction.SET_PIN, handle, old.pin(), old.length(), fresh.pin(), fresh.length());
    }
  }

  void logout() throws CkException {
    module.require(CkFunction.LOGOUT, handle);
  }

  /// Whether the driver takes this for an open session of a user who is logged in.
  LoginState loginState() {
    CkStruct layout = CkStruct.of(abi, ULONG, ULONG, ULONG, ULONG);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(layout.size(), 8);
      long returned = module.call(CkFunction.GET_SESSION_INFO, handle, info);
      return LoginState.of(returned, abi.getUlong(info, layout.offset(1)));
    }
  }

  /// The objects that fit a template, up to a bound no sane token reaches.
  List<Long> find(CkTemplate template) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      module.require(
          CkFunction.FIND_OBJECTS_INIT, handle, template.allocate(arena), template.count());
      List<Long> found;
      try {
        found = found(arena);
      } catch (CkException e) {
        // Else the session would decline every later search.
        var _ = module.call(CkFunction.FIND_OBJECTS_FINAL, handle);
        throw e;
      }
      module.require(CkFunction.FIND_OBJECTS_FINAL, handle);
      return found;
    }
  }

  private List<Long> found(Arena arena) throws CkException {
    MemorySegment batch = arena.allocate((long) BATCH * abi.ulongBytes(), 8);
    MemorySegment count = arena.allocate(8, 8);
    List<Long> found = new ArrayList<>();
    long got = BATCH;
    while (got == BATCH && found.size() < MOST_OBJECTS) {
      module.require(CkFunction.FIND_OBJECTS, handle, batch, (long) BATCH, count);
      got = abi.getUlong(count, 0);
      if (Long.compareUnsigned(got, BATCH) > 0) {
        throw CkException.absurd(CkFunction.FIND_OBJECTS, got);
      }
      for (long i = 0; i < got; i++) {
        found.add(abi.getUlong(batch, i * abi.ulongBytes()));
      }
    }
    return found;
  }

  /// An object's attributes, as far as the token gives them.
  Attributes attributes(long object, long... types) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      AttributeRoom room = new AttributeRoom(abi, arena, types, USUAL_VALUE);
      long returned = read(object, room);
      if (CkReturn.CKR_BUFFER_TOO_SMALL.is(returned)) {
        room = new AttributeRoom(abi, arena, types, LARGEST_VALUE);
        returned = read(object, room);
      }
      boolean partly =
          CkReturn.CKR_ATTRIBUTE_TYPE_INVALID.is(returned)
              || CkReturn.CKR_ATTRIBUTE_SENSITIVE.is(returned);
      if (!CkReturn.CKR_OK.is(returned) && !partly) {
        throw new CkException(CkFunction.GET_ATTRIBUTE_VALUE, returned);
      }
      return new Attributes(returned, room.values(partly));
    }
  }

  private long read(long object, AttributeRoom room) {
    return module.call(
        CkFunction.GET_ATTRIBUTE_VALUE, handle, object, room.list(), (long) room.count());
  }

  byte[] sign(long mechanism, long key, byte[] data) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      signInit(arena, mechanism, key);
      return sign(arena, data);
    }
  }

  /// Signs with a key that wants the PIN between C_SignInit and C_Sign (CKA_ALWAYS_AUTHENTICATE).
  byte[] signWithPin(long mechanism, long key, byte[] data, Secret pin) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      signInit(arena, mechanism, key);
      login(Ck.CKU_CONTEXT_SPECIFIC, pin);
      return sign(arena, data);
    }
  }

  private void signInit(Arena arena, long mechanism, long key) throws CkException {
    module.require(CkFunction.SIGN_INIT, handle, mechanism(arena, mechanism), key);
  }

  private byte[] sign(Arena arena, byte[] data) throws CkException {
    MemorySegment signature = arena.allocate(LARGEST_SIGNATURE);
    MemorySegment length = arena.allocate(8, 8);
    abi.putUlong(length, 0, LARGEST_SIGNATURE);
    module.require(
        CkFunction.SIGN,
        handle,
        arena.allocateFrom(ValueLayout.JAVA_BYTE, data),
        (long) data.length,
        signature,
        length);
    long size = abi.getUlong(length, 0);
    if (Long.compareUnsigned(size, LARGEST_SIGNATURE) > 0) {
      throw CkException.absurd(CkFunction.SIGN, size);
    }
    return signature.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
  }

  long create(CkTemplate template) throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment object = arena.allocate(8, 8);
      module.require(
          CkFunction.CREATE_OBJECT, handle, template.allocate(arena), template.count(), object);
      return abi.getUlong(object, 0);
    }
  }

  KeyPairHandles generateKeyPair(long mechanism, CkTemplate publicKey, CkTemplate privateKey)
      throws CkException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment publicHandle = arena.allocate(8, 8);
      MemorySegment privateHandle = arena.allocate(8, 8);
      module.require(
          CkFunction.GENERATE_KEY_PAIR,
          handle,
          mechanism(arena, mechanism),
          publicKey.allocate(arena),
          publicKey.count(),
          privateKey.allocate(arena),
          privateKey.count(),
          publicHandle,
          privateHandle);
      return new KeyPairHandles(abi.getUlong(publicHandle, 0), abi.getUlong(privateHandle, 0));
    }
  }

  /// Closes the session; one that the driver has lost already is as good as closed.
  @Override
  public void close() {
    var _ = module.call(CkFunction.CLOSE_SESSION, handle);
  }

  private MemorySegment mechanism(Arena arena, long mechanism) {
    CkStruct layout = CkStruct.of(abi, ULONG, POINTER, ULONG);
    MemorySegment segment = arena.allocate(layout.size(), 8);
    abi.putUlong(segment, layout.offset(0), mechanism);
    return segment;
  }
}
