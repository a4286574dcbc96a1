package org.certassist.portal;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.CanonicalJson;
import org.certassist.core.key.KeyException;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.Problem;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;

/// A portal that offers REST, at one https address.
public final class HttpPortal implements Portal {
  private static final int LARGEST_ANSWER = 64 << 10;

  private final URI address;
  private final Transport transport;
  private final ShanghaiTime time;
  private final Answers answers = new Answers();

  /// @param address the base, such as `https://127.0.0.1:8443`; `/api/v1/…` is added to it
  /// @param anchors whom to trust; empty means the system's
  /// @param time this PC's clock, which the portal's is held against
  /// @throws IllegalArgumentException when the address is not https
  public HttpPortal(
      URI address, List<EncodedCertificate> anchors, Timeouts timeouts, ShanghaiTime time) {
    this.address = address;
    this.time = time;
    this.transport = new Transport(address, anchors, timeouts);
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public PortalSession logIn(ChallengeSigner signer)
      throws PortalException, KeyException, InterruptedException {
    try {
      Answers.Challenge challenge = challenge();
      byte[] signed =
          CanonicalJson.of(
              Map.of(
                  "nonce", challenge.nonce(),
                  "origin", challenge.origin(),
                  "purpose", "certassist-login/1"));
      byte[] signature = signer.sign(signed);
      return new HttpSession(transport, answers, token(signed, signature));
    } catch (NoAnswerException none) {
      throw new PortalException(fault(none), none);
    }
  }

  private Answers.Challenge challenge()
      throws NoAnswerException, PortalException, InterruptedException {
    Answer answer = transport.send(transport.request("challenge").build(), LARGEST_ANSWER);
    if (answer.status() != 200) {
      throw new NoAnswerException(answer.cause(), null);
    }
    Answers.Challenge challenge = answers.challenge(answer);
    if (!challenge.origin().equals(transport.origin())) {
      throw new PortalException(
          new PortalFault.WrongOrigin(transport.origin(), challenge.origin()));
    }
    Instant here = time.instant();
    if (ClockReading.against(challenge.issuedAt(), here).isOff()) {
      throw new PortalException(new PortalFault.ClockOff(challenge.issuedAt(), here));
    }
    return challenge;
  }

  private String token(byte[] signed, byte[] signature)
      throws NoAnswerException, PortalException, InterruptedException {
    Base64.Encoder base64 = Base64.getEncoder();
    byte[] body =
        answers.write(
            Map.of(
                "signed", base64.encodeToString(signed),
                "signature", base64.encodeToString(signature)));
    Request request =
        transport.request("login").post(new OnceBody("application/json", body)).build();
    Answer answer = transport.send(request, LARGEST_ANSWER);
    Optional<Problem> refusal = answers.problem(answer).filter(Refusals.LOGIN::include);
    if (refusal.isPresent()) {
      throw new PortalException(new PortalFault.LoginRefused(refusal.get()));
    }
    if (answer.status() != 200) {
      throw new NoAnswerException(answer.cause(), null);
    }
    return answers.token(answer);
  }

  private PortalFault fault(NoAnswerException none) {
    return none.untrustedIssuer()
        .<PortalFault>map(issuer -> new PortalFault.NotTrusted(address.toString(), issuer))
        .orElseGet(() -> new PortalFault.NotReached(address.toString(), none.word()));
  }
}
