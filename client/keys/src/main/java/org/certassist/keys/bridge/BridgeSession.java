package org.certassist.keys.bridge;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A login to one token in one life of its host; it ends with that life, and no PIN is sent again.
final class BridgeSession implements KeySession {
  private static final Logger LOG = LoggerFactory.getLogger(BridgeSession.class);

  private final SigningKey key;
  private final DriverHost host;
  private final HostConnection connection;
  private final TokenId token;
  private final Bytes certificateSha256;
  private final Faults faults;
  private final Optional<X509Certificate> certificate;

  BridgeSession(
      SigningKey key,
      DriverHost host,
      HostConnection connection,
      TokenId token,
      Bytes certificateSha256,
      Faults faults) {
    this.key = key;
    this.host = host;
    this.connection = connection;
    this.token = token;
    this.certificateSha256 = certificateSha256;
    this.faults = faults;
    this.certificate = parse(key.certificate().der());
  }

  @Override
  public SigningKey key() {
    return key;
  }

  @Override
  public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned)
      throws KeyException, InterruptedException {
    Response answer =
        host.call(
            connection,
            new Request.Sign(
                token,
                certificateSha256,
                onTheWire(algorithm),
                Bytes.of(toBeSigned),
                Secret.none()));
    return switch (answer) {
      case Response.Signed(Bytes value, var engine) ->
          verified(algorithm, toBeSigned, new RawSignature(value.toArray(), engine(engine)));
      case Response.Failed(Fault fault) -> throw faults.of(fault, algorithm.name());
      case Response other -> throw unexpected(other.getClass().getSimpleName());
    };
  }

  /// A driver may return any bytes; what does not fit the certificate is thrown away.
  private RawSignature verified(SignatureAlgorithm algorithm, byte[] data, RawSignature signature)
      throws KeyException {
    if (certificate.isEmpty()) {
      return signature;
    }
    KeyFault wrong = new KeyFault.WrongSignature(host.module().toString());
    try {
      Signature verifier = Signature.getInstance(jdkName(algorithm));
      verifier.initVerify(certificate.get().getPublicKey());
      verifier.update(data);
      if (!verifier.verify(signature.value())) {
        throw new KeyException(wrong);
      }
      return signature;
    } catch (GeneralSecurityException e) {
      throw new KeyException(wrong, e);
    }
  }

  /// Empty for a certificate that the JDK cannot read, such as SM2; those are verified by others.
  private static Optional<X509Certificate> parse(byte[] der) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException e) {
      LOG.debug("the JDK cannot read this certificate: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String jdkName(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case SHA256_WITH_RSA -> "SHA256withRSA";
      case SHA256_WITH_ECDSA -> "SHA256withECDSA";
    };
  }

  private static SignAlgorithm onTheWire(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case SHA256_WITH_RSA -> SignAlgorithm.RSA_SHA256;
      case SHA256_WITH_ECDSA -> SignAlgorithm.ECDSA_SHA256;
    };
  }

  private static Engine engine(org.certassist.bridge.protocol.Engine engine) throws KeyException {
    return switch (engine) {
      case SUNPKCS11 -> Engine.SUNPKCS11;
      case CRYPTOKI -> Engine.CRYPTOKI;
      case SOFTKEY -> Engine.SOFTKEY;
      case UNKNOWN -> throw unexpected("an unknown engine");
    };
  }

  private static KeyException unexpected(String answer) {
    return new KeyException(new KeyFault.DriverError("host", answer));
  }

  @Override
  public void close() {
    if (!connection.alive()) {
      return;
    }
    try {
      if (host.call(connection, new Request.Logout(token)) instanceof Response.Failed(var fault)) {
        LOG.warn("logging out failed, the host is ended: {}", fault.code());
        connection.close();
      }
    } catch (KeyException e) {
      LOG.warn("logging out failed, the host is gone", e);
      connection.close();
    } catch (InterruptedException e) {
      connection.close();
      Thread.currentThread().interrupt();
    }
  }
}
