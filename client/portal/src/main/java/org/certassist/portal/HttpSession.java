package org.certassist.portal;

import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.portal.LookupOutcome;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.SubmitOutcome;

/// A login at a portal; the token lives in here and nowhere else.
final class HttpSession implements PortalSession {
  private static final int LARGEST_RECEIPT = 256 << 10;
  private static final int LARGEST_RESULTS = 16 << 20;

  private final Transport transport;
  private final Answers answers;
  private final String token;

  HttpSession(Transport transport, Answers answers, String token) {
    this.transport = transport;
    this.answers = answers;
    this.token = token;
  }

  @Override
  public SubmitOutcome submit(DeclarationId id, byte[] document, byte[] cms)
      throws InterruptedException {
    MultipartBody body =
        new MultipartBody.Builder()
            .setType(MediaType.get("multipart/form-data"))
            .addFormDataPart("declaration", null, new OnceBody("application/json", document))
            .addFormDataPart("signature", null, new OnceBody("application/pkcs7-signature", cms))
            .build();
    Request request =
        authorized("declarations").header("Idempotency-Key", id.toString()).post(body).build();
    try {
      Answer answer = transport.send(request, LARGEST_RECEIPT);
      if (answer.status() == 202) {
        Answers.Received received = answers.receipt(answer);
        return new SubmitOutcome.Accepted(received.receipt(), received.subject());
      }
      return answers
          .problem(answer)
          .filter(Refusals.SUBMISSION::include)
          .<SubmitOutcome>map(SubmitOutcome.Refused::new)
          .orElseGet(() -> new SubmitOutcome.Unconfirmed(answer.cause()));
    } catch (NoAnswerException none) {
      return new SubmitOutcome.Unconfirmed(none.word());
    }
  }

  @Override
  public LookupOutcome find(DeclarationId id) throws InterruptedException {
    try {
      Answer answer = transport.send(authorized("declarations/" + id).build(), LARGEST_RECEIPT);
      if (answer.status() == 200) {
        Answers.Received received = answers.receiptOf(id, answer);
        return new LookupOutcome.Known(received.receipt(), received.subject());
      }
      // Only the portal's own word: a 404 of a proxy or a wrong path must not lead to sending
      // again.
      return hasCode(answer, 404, "not-found")
          ? new LookupOutcome.NotKnown()
          : new LookupOutcome.NoAnswer(answer.cause());
    } catch (NoAnswerException none) {
      return new LookupOutcome.NoAnswer(none.word());
    }
  }

  @Override
  public ResultsOutcome results(DeclarationId id, Duration patience) throws InterruptedException {
    try {
      Answer answer =
          transport.send(
              authorized("declarations/" + id + "/results").build(), LARGEST_RESULTS, patience);
      if (answer.status() == 200) {
        return new ResultsOutcome.Ready(answers.results(id, answer));
      }
      return hasCode(answer, 409, "not-ready")
          ? new ResultsOutcome.NotYet(answer.retryAfter())
          : new ResultsOutcome.NoAnswer(answer.cause());
    } catch (NoAnswerException none) {
      return new ResultsOutcome.NoAnswer(none.word());
    }
  }

  private boolean hasCode(Answer answer, int status, String code) {
    return answer.status() == status
        && answers.problem(answer).filter(problem -> problem.code().equals(code)).isPresent();
  }

  private Request.Builder authorized(String path) {
    return transport.request(path).header("Authorization", "Bearer " + token);
  }

  @Override
  public String toString() {
    return "HttpSession[" + transport.origin() + "]";
  }
}
