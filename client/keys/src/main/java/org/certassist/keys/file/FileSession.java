package org.certassist.keys.file;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;

/// A private key out of a file, until it is closed.
final class FileSession implements KeySession {
  private final SigningKey key;
  private final Provider provider;
  private volatile Optional<PrivateKey> open;

  FileSession(SigningKey key, PrivateKey privateKey, Provider provider) {
    this.key = key;
    this.open = Optional.of(privateKey);
    this.provider = provider;
  }

  @Override
  public SigningKey key() {
    return key;
  }

  @Override
  public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned) throws KeyException {
    PrivateKey own = open.orElseThrow(() -> new KeyException(new KeyFault.NoPin()));
    try {
      Signature signature = Signature.getInstance(algorithm.jcaName(), provider);
      signature.initSign(own);
      signature.update(toBeSigned);
      return new RawSignature(signature.sign(), Engine.FILE);
    } catch (GeneralSecurityException | RuntimeException unfit) { // Bouncy Castle's, of an odd key
      throw new KeyException(new KeyFault.AlgorithmUnsupported(algorithm.name()), unfit);
    }
  }

  @Override
  public void close() {
    open = Optional.empty();
  }
}
