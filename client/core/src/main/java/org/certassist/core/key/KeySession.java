package org.certassist.core.key;

/// A key that has been logged in to with one PIN; closing it logs out.
public interface KeySession extends AutoCloseable {
  SigningKey key();

  /// Signs data of at most a few kilobytes: the DER of signed attributes, never a document.
  ///
  /// @throws KeyException when the key, its driver or its host fails; no PIN is sent again
  RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned)
      throws KeyException, InterruptedException;

  /// Logs out; a failure to do so is logged, the host is then ended.
  @Override
  void close();
}
