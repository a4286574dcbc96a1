package org.certassist.practice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.PinState;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.cms.CmsSignatures;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.ca.X509;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The client's own signatures against the portal's own check, and the other way round.
@Timeout(60)
class ClientSignatureTest {
  @TempDir Path home;

  /// A logged-in key whose private half lies in memory.
  private record InMemory(TestKey own) implements KeySession {
    @Override
    public SigningKey key() {
      EncodedCertificate certificate = X509.core(own.certificate());
      return new SigningKey(
          new TokenKey(
              Path.of("m"),
              "d",
              "",
              "",
              "1",
              "",
              TokenPin.usual(PinState.OK),
              List.of(certificate),
              List.of()),
          certificate);
    }

    @Override
    public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned) {
      try {
        Signature signature =
            Signature.getInstance(
                switch (algorithm) {
                  case SHA256_WITH_RSA -> "SHA256withRSA";
                  case SHA256_WITH_ECDSA -> "SHA256withECDSA";
                  case SM3_WITH_SM2 -> "SM3withSM2";
                },
                new BouncyCastleProvider());
        signature.initSign(own.key());
        signature.update(toBeSigned);
        return new RawSignature(signature.sign(), Engine.SOFTKEY);
      } catch (GeneralSecurityException broken) {
        throw new IllegalStateException(broken);
      }
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @CsvSource({"RSA, CMS", "EC, CMS", "SM2, CMS", "SM2, GMT_0010"})
  void eachSideAcceptsTheOthersSignatures(String type, Sm2Form form) throws Exception {
    CmsSignatures client = new CmsSignatures();
    try (PracticePortal portal = PracticePortal.start(home, 0, PracticePortalTest.QUICK);
        PortalClient http = PortalClient.of(portal)) {
      PracticeCa ca = PracticeCa.open(home.resolve("practice"), PracticePortalTest.QUICK.clock());
      TestKey key = TestKey.issue(ca, PracticeUnit.PRACTICE, CertificateVariant.GOOD, type);
      var now = PracticePortalTest.QUICK.clock().instant();
      var packing = new Packing(key.chain().stream().map(X509::core).toList(), now, form);
      byte[] challenge = http.challenge(http.nonce());
      byte[] signed = client.sign(challenge, new InMemory(key), packing).cms();
      String token = http.logIn(challenge, signed).json().path("token").asString("");
      String id = Documents.id();
      byte[] document = Json.canonical(Documents.enrolment(id, 1));

      var reply =
          http.submit(token, id, document, client.sign(document, new InMemory(key), packing).cms());
      assertThat(reply.status()).isEqualTo(202);
      Object receipt =
          Json.object(reply.raw().body()).map(body -> body.get("receipt")).orElseThrow();
      var verdict =
          client.verify(
              Json.canonical(receipt),
              Base64.getDecoder().decode(reply.json().path("signature").asString()),
              List.of(X509.core(ca.root())),
              now);
      assertThat(verdict.isValid()).as("%s", verdict.status()).isTrue();
    }
  }
}
