package org.certassist.bridge.host.cryptoki;

import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.KeyKind;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.TokenId;

/// Makes practice tokens: only ever blank ones, never one that is in use.
final class Provisioner {
  private static final int LABEL_LENGTH = 32;
  private static final int RSA_BITS = 2048;
  private static final byte[] RSA_EXPONENT = {1, 0, 1};
  private static final byte[] P256_OID = HexFormat.of().parseHex("06082a8648ce3d030107");

  /// SubjectPublicKeyInfo of a P-256 key up to its point.
  private static final byte[] P256_HEAD =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

  private static final int P256_POINT = 65;

  private final CkModule module;
  private final CkAbi abi;

  Provisioner(CkModule module) {
    this.module = module;
    this.abi = module.abi();
  }

  TokenId initToken(Request.InitToken init) throws HostFault {
    long slot = blankSlot();
    byte[] label = new byte[LABEL_LENGTH];
    Arrays.fill(label, (byte) ' ');
    byte[] text = init.label().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, label, 0, Math.min(text.length, LABEL_LENGTH));
    try (Arena arena = Arena.ofConfined();
        PinRoom room = new PinRoom(init.soPin())) {
      MemorySegment padded = arena.allocateFrom(ValueLayout.JAVA_BYTE, label);
      module.require(CkFunction.INIT_TOKEN, slot, room.pin(), room.length(), padded);
    }
    try (CkSession session = module.openWritingSession(slot)) {
      session.login(Ck.CKU_SO, init.soPin());
      session.initPin(init.pin());
      session.logout();
    }
    return module.tokenInfo(slot).id();
  }

  private long blankSlot() throws HostFault {
    for (long slot : module.slots()) {
      if (!module.tokenInfo(slot).initialized()) {
        return slot;
      }
    }
    throw new HostFault(FaultCode.NO_BLANK_TOKEN, "");
  }

  Response.KeyMade generateKey(long slot, KeyKind kind, String label) throws HostFault {
    byte[] id = new byte[16];
    new SecureRandom().nextBytes(id);
    CkTemplate privateKey =
        named(label, id)
            .flag(Ck.CKA_PRIVATE, true)
            .flag(Ck.CKA_SENSITIVE, true)
            .flag(Ck.CKA_EXTRACTABLE, false)
            .flag(Ck.CKA_SIGN, true);
    CkTemplate publicKey = named(label, id).flag(Ck.CKA_PRIVATE, false).flag(Ck.CKA_VERIFY, true);
    try (CkSession session = module.openWritingSession(slot)) {
      byte[] encoded =
          switch (kind) {
            case RSA_2048 -> rsa(session, publicKey, privateKey);
            case EC_P256 -> p256(session, publicKey, privateKey);
          };
      return new Response.KeyMade(Bytes.of(id), Bytes.of(encoded));
    }
  }

  private static byte[] rsa(CkSession session, CkTemplate publicKey, CkTemplate privateKey)
      throws HostFault {
    publicKey.number(Ck.CKA_MODULUS_BITS, RSA_BITS).bytes(Ck.CKA_PUBLIC_EXPONENT, RSA_EXPONENT);
    long made =
        session.generateKeyPair(Ck.CKM_RSA_PKCS_KEY_PAIR_GEN, publicKey, privateKey).publicKey();
    Attributes values = session.attributes(made, Ck.CKA_MODULUS, Ck.CKA_PUBLIC_EXPONENT);
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(
              new RSAPublicKeySpec(
                  new BigInteger(1, value(values, Ck.CKA_MODULUS)),
                  new BigInteger(1, value(values, Ck.CKA_PUBLIC_EXPONENT))))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new HostFault(FaultCode.DRIVER, "a public key that is none");
    }
  }

  private static byte[] p256(CkSession session, CkTemplate publicKey, CkTemplate privateKey)
      throws HostFault {
    publicKey.bytes(Ck.CKA_EC_PARAMS, P256_OID);
    long made = session.generateKeyPair(Ck.CKM_EC_KEY_PAIR_GEN, publicKey, privateKey).publicKey();
    byte[] point = value(session.attributes(made, Ck.CKA_EC_POINT), Ck.CKA_EC_POINT);
    if (point.length < P256_POINT) {
      throw new HostFault(FaultCode.DRIVER, "a public key that is none");
    }
    // The point comes wrapped in an OCTET STRING by the standard, bare from some drivers.
    return ByteBuffer.allocate(P256_HEAD.length + P256_POINT)
        .put(P256_HEAD)
        .put(point, point.length - P256_POINT, P256_POINT)
        .array();
  }

  void storeCertificate(long slot, Request.StoreCertificate store) throws HostFault {
    byte[] der = store.der().toArray();
    X509Certificate certificate = parse(der);
    CkTemplate template =
        named(store.label(), store.keyId().toArray())
            .number(Ck.CKA_CLASS, Ck.CKO_CERTIFICATE)
            .number(Ck.CKA_CERTIFICATE_TYPE, Ck.CKC_X_509)
            .flag(Ck.CKA_PRIVATE, false)
            .bytes(Ck.CKA_SUBJECT, certificate.getSubjectX500Principal().getEncoded())
            .bytes(Ck.CKA_ISSUER, certificate.getIssuerX500Principal().getEncoded())
            .bytes(Ck.CKA_SERIAL_NUMBER, serialNumber(certificate))
            .bytes(Ck.CKA_VALUE, der);
    try (CkSession session = module.openWritingSession(slot)) {
      var _ = session.create(template);
    }
  }

  private static X509Certificate parse(byte[] der) throws HostFault {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new HostFault(FaultCode.MALFORMED, "not a certificate");
    }
  }

  private static byte[] serialNumber(X509Certificate certificate) {
    byte[] number = certificate.getSerialNumber().toByteArray();
    return ByteBuffer.allocate(number.length + 2)
        .put((byte) 0x02)
        .put((byte) number.length)
        .put(number)
        .array();
  }

  private CkTemplate named(String label, byte[] id) {
    return new CkTemplate(abi)
        .flag(Ck.CKA_TOKEN, true)
        .bytes(Ck.CKA_LABEL, label.getBytes(StandardCharsets.UTF_8))
        .bytes(Ck.CKA_ID, id);
  }

  private static byte[] value(Attributes values, long type) throws HostFault {
    if (!values.has(type)) {
      throw new HostFault(FaultCode.DRIVER, "a public key without its numbers");
    }
    return values.orEmpty(type);
  }
}
