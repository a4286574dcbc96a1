package org.certassist.bridge.host.cryptoki;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.certassist.bridge.host.Digests;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;

/// Finds a certificate's key and signs with it through our own binding.
final class RawSigner {
  /// DER of a DigestInfo for SHA-256, up to the digest itself.
  private static final byte[] SHA256_DIGEST_INFO =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  /// Bytes of r and s of a P-256 signature.
  private static final int P256_SIGNATURE = 64;

  /// A private key on the token.
  ///
  /// @param alwaysAuthenticate it wants the PIN for every signature
  record Key(long handle, boolean alwaysAuthenticate) {}

  private final CkSession session;
  private final CkAbi abi;

  RawSigner(CkSession session, CkAbi abi) {
    this.session = session;
    this.abi = abi;
  }

  Key keyOf(StoredCertificate certificate) throws HostFault {
    CkTemplate template = new CkTemplate(abi).number(Ck.CKA_CLASS, Ck.CKO_PRIVATE_KEY);
    if (certificate.id().isEmpty()) {
      template.bytes(Ck.CKA_MODULUS, modulus(certificate));
    } else {
      template.bytes(Ck.CKA_ID, certificate.id().toArray());
    }
    List<Long> keys = session.find(template);
    if (keys.isEmpty()) {
      throw new HostFault(FaultCode.KEY_ABSENT, "");
    }
    byte[] always =
        session
            .attributes(keys.getFirst(), Ck.CKA_ALWAYS_AUTHENTICATE)
            .orEmpty(Ck.CKA_ALWAYS_AUTHENTICATE);
    return new Key(keys.getFirst(), always.length > 0 && always[0] != 0);
  }

  byte[] sign(Key key, SignAlgorithm algorithm, byte[] message) throws CkException {
    return finished(
        algorithm, session.sign(mechanism(algorithm), key.handle(), input(algorithm, message)));
  }

  /// For a key that wants its PIN for every signature; an empty one is typed on the key itself.
  byte[] signWithPin(Key key, SignAlgorithm algorithm, byte[] message, Secret pin)
      throws CkException {
    return finished(
        algorithm,
        session.signWithPin(mechanism(algorithm), key.handle(), input(algorithm, message), pin));
  }

  private static long mechanism(SignAlgorithm algorithm) {
    return switch (algorithm) {
      case RSA_SHA256 -> Ck.CKM_RSA_PKCS;
      case ECDSA_SHA256 -> Ck.CKM_ECDSA;
    };
  }

  private static byte[] input(SignAlgorithm algorithm, byte[] message) {
    byte[] digest = Digests.sha256(message).toArray();
    return switch (algorithm) {
      case RSA_SHA256 -> concat(SHA256_DIGEST_INFO, digest);
      case ECDSA_SHA256 -> digest;
    };
  }

  private static byte[] finished(SignAlgorithm algorithm, byte[] fromTheToken) {
    return switch (algorithm) {
      case RSA_SHA256 -> fromTheToken;
      // PKCS#11 says r and s side by side; there are drivers that give the DER.
      case ECDSA_SHA256 -> fromTheToken.length == P256_SIGNATURE ? der(fromTheToken) : fromTheToken;
    };
  }

  /// Some drivers leave ids empty; then an RSA key is known by its modulus.
  private static byte[] modulus(StoredCertificate certificate) throws HostFault {
    try {
      var x509 =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
      if (x509.getPublicKey() instanceof RSAPublicKey rsa) {
        byte[] modulus = rsa.getModulus().toByteArray();
        return modulus[0] == 0 ? Arrays.copyOfRange(modulus, 1, modulus.length) : modulus;
      }
    } catch (CertificateException e) {
      throw new HostFault(FaultCode.KEY_ABSENT, "a certificate without id that cannot be read");
    }
    throw new HostFault(FaultCode.KEY_ABSENT, "a certificate without id and not RSA");
  }

  /// The DER of SEQUENCE { r, s } from the two halves that PKCS#11 gives.
  static byte[] der(byte[] raw) {
    byte[] r = integer(Arrays.copyOfRange(raw, 0, raw.length / 2));
    byte[] s = integer(Arrays.copyOfRange(raw, raw.length / 2, raw.length));
    return tagged(0x30, concat(r, s));
  }

  private static byte[] integer(byte[] magnitude) {
    return tagged(0x02, new BigInteger(1, magnitude).toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    return concat(head, content);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
