package org.certassist.bridge.host.cryptoki;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

  /// What the token is to do: a mechanism, and what goes into it.
  record Asked(long mechanism, byte[] input) {
    static Asked of(SignAlgorithm algorithm, byte[] message) {
      byte[] digest = Digests.sha256(message).toArray();
      return switch (algorithm) {
        case RSA_SHA256 -> new Asked(Ck.CKM_RSA_PKCS, concat(SHA256_DIGEST_INFO, digest));
        case ECDSA_SHA256 -> new Asked(Ck.CKM_ECDSA, digest);
      };
    }
  }

  private final CkSession session;
  private final CkAbi abi;

  RawSigner(CkSession session, CkAbi abi) {
    this.session = session;
    this.abi = abi;
  }

  Key keyOf(StoredCertificate certificate) throws HostFault {
    CkTemplate template = new CkTemplate(abi).number(Ck.CKA_CLASS, Ck.CKO_PRIVATE_KEY);
    long key =
        certificate.id().isEmpty()
            ? keyWithoutId(certificate, template)
            : keyById(certificate, template);
    byte[] always =
        session.attributes(key, Ck.CKA_ALWAYS_AUTHENTICATE).orEmpty(Ck.CKA_ALWAYS_AUTHENTICATE);
    return new Key(key, always.length > 0 && always[0] != 0);
  }

  private long keyById(StoredCertificate certificate, CkTemplate template) throws HostFault {
    List<Long> keys = session.find(template.bytes(Ck.CKA_ID, certificate.id().toArray()));
    if (keys.isEmpty()) {
      throw new HostFault(FaultCode.KEY_ABSENT, "");
    }
    // Keys for signing and for encryption may bear one id, and so may RSA and SM2.
    List<Long> fitting = keys.size() == 1 ? keys : signing(keys, modulus(certificate).isPresent());
    return fitting.isEmpty() ? keys.getFirst() : fitting.getFirst();
  }

  /// Some drivers leave ids empty: then an RSA key is known by its modulus, another one by being
  /// the only one.
  private long keyWithoutId(StoredCertificate certificate, CkTemplate template) throws HostFault {
    Optional<byte[]> modulus = modulus(certificate);
    List<Long> keys =
        modulus.isPresent()
            ? session.find(template.bytes(Ck.CKA_MODULUS, modulus.get()))
            : signing(session.find(template), false);
    if (keys.isEmpty()) {
      throw new HostFault(FaultCode.KEY_ABSENT, "a certificate without id");
    }
    if (keys.size() > 1 && modulus.isEmpty()) {
      throw new HostFault(FaultCode.KEY_ABSENT, "a certificate without id and several keys");
    }
    return keys.getFirst();
  }

  /// Those that may sign and are RSA keys or are none. What a vendor calls an SM2 key is not asked:
  /// the numbers differ.
  private List<Long> signing(List<Long> keys, boolean rsa) throws CkException {
    List<Long> signing = new ArrayList<>();
    for (long key : keys) {
      Attributes read = session.attributes(key, Ck.CKA_KEY_TYPE, Ck.CKA_SIGN);
      byte[] sign = read.orEmpty(Ck.CKA_SIGN);
      boolean signs = sign.length == 0 || sign[0] != 0;
      boolean isRsa = Arrays.equals(read.orEmpty(Ck.CKA_KEY_TYPE), abi.bytes(Ck.CKK_RSA));
      if (signs && isRsa == rsa) {
        signing.add(key);
      }
    }
    return signing;
  }

  byte[] sign(Key key, Asked asked) throws CkException {
    return session.sign(asked.mechanism(), key.handle(), asked.input());
  }

  /// For a key that wants its PIN for every signature; an empty one is typed on the key itself.
  byte[] signWithPin(Key key, Asked asked, Secret pin) throws CkException {
    return session.signWithPin(asked.mechanism(), key.handle(), asked.input(), pin);
  }

  /// The signature as the protocol has it, of what the token gave.
  static byte[] finished(SignAlgorithm algorithm, byte[] fromTheToken) {
    return switch (algorithm) {
      case RSA_SHA256 -> fromTheToken;
      // PKCS#11 says r and s side by side; there are drivers that give the DER.
      case ECDSA_SHA256 -> fromTheToken.length == P256_SIGNATURE ? der(fromTheToken) : fromTheToken;
    };
  }

  /// Empty where the certificate's key is not RSA, or none that Java can read, such as SM2.
  private static Optional<byte[]> modulus(StoredCertificate certificate) {
    try {
      var x509 =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
      if (x509.getPublicKey() instanceof RSAPublicKey rsa) {
        byte[] modulus = rsa.getModulus().toByteArray();
        return Optional.of(
            modulus[0] == 0 ? Arrays.copyOfRange(modulus, 1, modulus.length) : modulus);
      }
      return Optional.empty();
    } catch (CertificateException unreadable) {
      return Optional.empty();
    }
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
