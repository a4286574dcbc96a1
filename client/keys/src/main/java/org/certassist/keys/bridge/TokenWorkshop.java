package org.certassist.keys.bridge;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.Pin;

/// Makes one practice token: first the token, then keys on it, then their certificates.
///
/// It works on a blank token only; the host declines to touch one that is in use.
public final class TokenWorkshop implements AutoCloseable {
  /// The key pairs it can make.
  public enum KeyKind {
    RSA_2048,
    EC_P256
  }

  /// A key pair on the token that waits for its certificate.
  ///
  /// @param publicKey its SubjectPublicKeyInfo
  public record NewKey(String id, byte[] publicKey) {}

  private final DriverHost host;
  private Optional<TokenId> token = Optional.empty();

  /// @param driver the module to work in; for a software key the file that shall be made
  public TokenWorkshop(HostLaunch launch, Deadlines deadlines, Driver driver) {
    Path module = driver.paths().getFirst();
    this.host =
        new DriverHost(
            launch.forProvisioning(),
            deadlines,
            Admission.unexamined(Quarantine.inMemory(Clock.systemUTC())),
            driver,
            module);
  }

  /// Who made the tokens behind the module, blank ones included, such as `SoftHSM project SoftHSM
  /// v2`; to be asked before anything is done to them.
  public List<String> makers() throws KeyException, InterruptedException {
    Response answer = done(new Request.ListTokens());
    if (answer instanceof Response.Tokens(List<TokenView> tokens)) {
      return tokens.stream()
          .map(token -> token.id().manufacturer() + " " + token.id().model())
          .toList();
    }
    throw DriverHost.unexpected(answer);
  }

  /// Makes a blank token usable and logs in to it.
  ///
  /// @return the token's serial number
  public String initToken(String label, Pin soPin, Pin pin)
      throws KeyException, InterruptedException {
    Response made;
    try (Secret so = Secret.owning(soPin.copy());
        Secret user = Secret.owning(pin.copy())) {
      made = done(new Request.InitToken(label, so, user));
    }
    if (!(made instanceof Response.TokenMade(TokenId id))) {
      throw DriverHost.unexpected(made);
    }
    token = Optional.of(id);
    try (Secret user = Secret.owning(pin.copy())) {
      var _ = done(new Request.Login(id, Bytes.NONE, user, false));
    }
    return id.serial();
  }

  public NewKey generateKey(KeyKind kind, String label) throws KeyException, InterruptedException {
    org.certassist.bridge.protocol.KeyKind wanted =
        switch (kind) {
          case RSA_2048 -> org.certassist.bridge.protocol.KeyKind.RSA_2048;
          case EC_P256 -> org.certassist.bridge.protocol.KeyKind.EC_P256;
        };
    Response made = done(new Request.GenerateKey(token(), wanted, label));
    if (made instanceof Response.KeyMade(Bytes id, Bytes publicKey)) {
      return new NewKey(id.hex(), publicKey.toArray());
    }
    throw DriverHost.unexpected(made);
  }

  /// Lays the certificate of a key made here on the token.
  public void storeCertificate(NewKey key, String label, EncodedCertificate certificate)
      throws KeyException, InterruptedException {
    store(Bytes.of(HexFormat.of().parseHex(key.id())), label, certificate);
  }

  /// Lays a certificate without a key on the token, such as that of a CA.
  public void storeCertificate(String label, EncodedCertificate certificate)
      throws KeyException, InterruptedException {
    store(Bytes.NONE, label, certificate);
  }

  private void store(Bytes keyId, String label, EncodedCertificate certificate)
      throws KeyException, InterruptedException {
    var _ = done(new Request.StoreCertificate(token(), keyId, label, Bytes.of(certificate.der())));
  }

  private TokenId token() {
    return token.orElseThrow(() -> new IllegalStateException("no token was made yet"));
  }

  private Response done(Request request) throws KeyException, InterruptedException {
    Response answer = host.call(request);
    if (answer instanceof Response.Failed(Fault fault)) {
      String serial = token.map(TokenId::serial).orElse("");
      throw new Faults(host.module().toString(), serial, 0, 0).of(fault, "");
    }
    return answer;
  }

  @Override
  public void close() {
    host.close();
  }
}
