package org.certassist.keys.bridge;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
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
import org.certassist.core.key.Sm2Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A login to one token in one life of its host; it ends with that life, and no PIN is sent again.
final class BridgeSession implements KeySession {
  private static final Logger LOG = LoggerFactory.getLogger(BridgeSession.class);

  /// After these the host has ended the login.
  private static final Set<FaultCode> ENDING =
      EnumSet.of(
          FaultCode.TOKEN_REMOVED,
          FaultCode.NOT_LOGGED_IN,
          FaultCode.PIN_WRONG,
          FaultCode.PIN_LOCKED,
          FaultCode.PIN_UNUSABLE,
          FaultCode.PIN_CANCELLED);

  private final SigningKey key;
  private final DriverHost host;
  private final HostConnection connection;
  private final TokenId token;
  private final Bytes certificateSha256;
  private final Secret perSignature;
  private final Faults faults;
  private final Optional<X509Certificate> certificate;
  private final Sm2Signing sm2;

  /// Why nothing more is signed under this login; no PIN, wiped or not, is sent after it.
  private volatile Optional<KeyFault> ended = Optional.empty();

  private boolean closed;

  BridgeSession(
      SigningKey key,
      DriverHost host,
      HostConnection connection,
      TokenId token,
      Bytes certificateSha256,
      Secret perSignature,
      Faults faults,
      List<Sm2Way> sm2) {
    this.key = key;
    this.host = host;
    this.connection = connection;
    this.token = token;
    this.certificateSha256 = certificateSha256;
    this.perSignature = perSignature;
    this.faults = faults;
    this.certificate = parse(key.certificate().der());
    this.sm2 = new Sm2Signing(host.module(), sm2, key.certificate(), new ByMechanism());
  }

  @Override
  public SigningKey key() {
    return key;
  }

  @Override
  public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned)
      throws KeyException, InterruptedException {
    if (ended.isPresent()) {
      throw new KeyException(ended.get());
    }
    if (algorithm == SignatureAlgorithm.SM3_WITH_SM2) {
      return sm2.sign(toBeSigned);
    }
    SignAlgorithm wanted = onTheWire(algorithm);
    RawSignature made =
        signed(
            pin -> new Request.Sign(token, certificateSha256, wanted, Bytes.of(toBeSigned), pin),
            algorithm);
    return verified(algorithm, toBeSigned, made);
  }

  /// @param request with the PIN again, for a key that wants it for every signature
  private RawSignature signed(Function<Secret, Request> request, SignatureAlgorithm algorithm)
      throws KeyException, InterruptedException {
    Response answer;
    try (Secret pin = Secret.owning(perSignature.bytes().clone())) {
      answer = host.call(connection, request.apply(pin));
    }
    // No switch over types: linking one at its first use takes as long as a call of a fast key.
    if (answer instanceof Response.Failed(Fault fault)) {
      throw failed(fault, algorithm);
    }
    if (answer instanceof Response.Signed(Bytes value, var engine)) {
      return new RawSignature(value.toArray(), engine(engine));
    }
    throw DriverHost.unexpected(answer);
  }

  /// The key where the client names the mechanism.
  private final class ByMechanism implements Sm2Signing.Key {
    @Override
    public List<Long> mechanisms() throws KeyException, InterruptedException {
      return switch (host.call(connection, new Request.ListMechanisms(token, certificateSha256))) {
        case Response.Mechanisms(var numbers) -> numbers;
        case Response.Failed(Fault fault) -> throw failed(fault, SignatureAlgorithm.SM3_WITH_SM2);
        case Response other -> throw DriverHost.unexpected(other);
      };
    }

    @Override
    public RawSignature sign(long mechanism, byte[] input)
        throws KeyException, InterruptedException {
      return signed(
          pin ->
              new Request.SignByMechanism(
                  token, certificateSha256, mechanism, Bytes.of(input), pin),
          SignatureAlgorithm.SM3_WITH_SM2);
    }
  }

  private KeyException failed(Fault fault, SignatureAlgorithm algorithm) {
    KeyException failure = faults.of(fault, algorithm.name());
    if (ENDING.contains(fault.code())) {
      end(failure.fault());
    }
    return failure;
  }

  private void end(KeyFault reason) {
    ended = Optional.of(reason);
    perSignature.close();
  }

  /// A driver may return any bytes; what does not fit the certificate is thrown away.
  private RawSignature verified(SignatureAlgorithm algorithm, byte[] data, RawSignature signature)
      throws KeyException {
    if (certificate.isEmpty()) {
      return signature;
    }
    KeyFault wrong = new KeyFault.WrongSignature(host.module().toString());
    try {
      Signature verifier = Signature.getInstance(algorithm.jcaName());
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

  private static SignAlgorithm onTheWire(SignatureAlgorithm algorithm) throws KeyException {
    return switch (algorithm) {
      case SHA256_WITH_RSA -> SignAlgorithm.RSA_SHA256;
      case SHA256_WITH_ECDSA -> SignAlgorithm.ECDSA_SHA256;
      case SM3_WITH_SM2 -> throw new KeyException(new KeyFault.AlgorithmUnsupported("SM2"));
    };
  }

  private static Engine engine(org.certassist.bridge.protocol.Engine engine) throws KeyException {
    return switch (engine) {
      case SUNPKCS11 -> Engine.SUNPKCS11;
      case CRYPTOKI -> Engine.CRYPTOKI;
      case SOFTKEY -> Engine.SOFTKEY;
      case UNKNOWN -> throw new KeyException(new KeyFault.DriverError("host", "an unknown engine"));
    };
  }

  /// Logs out and ends the host, unless another key is open in it.
  @Override
  public void close() {
    boolean closedBefore = closed;
    closed = true;
    end(new KeyFault.Removed(token.serial()));
    if (closedBefore) {
      return;
    }
    connection.loggedOut();
    try {
      if (connection.alive()
          && host.call(connection, new Request.Logout(token))
              instanceof Response.Failed(var fault)) {
        LOG.warn("logging out failed, the host is ended: {}", fault.code());
        connection.close();
      }
    } catch (KeyException e) {
      LOG.warn("logging out failed, the host is gone", e);
      connection.close();
    } catch (InterruptedException e) {
      connection.close();
      Thread.currentThread().interrupt();
    } finally {
      host.retire(connection);
    }
  }
}
