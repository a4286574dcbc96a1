package org.certassist.keys.cms;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Takes a content by and by and digests it in every way that its signers need.
final class ContentDigests extends OutputStream {
  private static final int SET = 0x31;

  private final Map<String, MessageDigest> running;
  private final List<Signature> verifiers;
  private final Map<String, byte[]> done = new HashMap<>();
  private int first = -1;

  /// @param names of digests
  /// @param verifiers what the content itself goes through
  ContentDigests(Collection<String> names, List<Signature> verifiers) {
    this.running =
        names.stream().distinct().collect(Collectors.toMap(name -> name, Digests::named));
    this.verifiers = List.copyOf(verifiers);
  }

  @Override
  public void write(int next) throws IOException {
    write(new byte[] {(byte) next}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (first < 0 && length > 0) {
      first = bytes[offset] & 0xFF;
    }
    for (MessageDigest digest : running.values()) {
      digest.update(bytes, offset, length);
    }
    try {
      for (Signature verifier : verifiers) {
        verifier.update(bytes, offset, length);
      }
    } catch (SignatureException impossible) { // they were all made ready
      throw new IOException(impossible);
    }
  }

  /// Of the content as far as it was taken when this was first asked.
  byte[] digest(String name) {
    return done.computeIfAbsent(
        name, _ -> Objects.requireNonNull(running.get(name), name).digest());
  }

  boolean beginsLikeAttributes() {
    return first == SET;
  }

  /// The other took the same content, as far as the digests that both have can tell.
  boolean sameAs(ContentDigests other) {
    return running.keySet().stream()
        .allMatch(name -> MessageDigest.isEqual(digest(name), other.digest(name)));
  }
}
