package org.certassist.core.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.key.KeyException;
import org.certassist.core.portal.LookupOutcome;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.Problem;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.SubmitOutcome;

/// A portal that does what a test says, in order, and is right when the script is used up.
///
/// It files every declaration it is given, as often as it is given it, so that a test sees a
/// doubled one.
public final class ScriptedPortal implements Portal {
  public static final String RECEIPT_SIGNER = "练习门户回执";
  public static final EncodedCertificate RECEIPT_CERTIFICATE =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "", "CN=" + RECEIPT_SIGNER + ",O=练习");
  public static final EncodedCertificate OTHER_CERTIFICATE =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "", "CN=某公司,O=练习");

  /// What happens to one submission.
  public enum Answer {
    ACCEPT,
    REFUSE,
    /// It is filed, the answer is lost.
    LOSE_ANSWER,
    /// It never arrives.
    LOSE_REQUEST,
    /// It is filed; the caller is interrupted while waiting.
    INTERRUPT_AFTER_FILING,
    /// It never arrives; the caller is interrupted.
    INTERRUPT_BEFORE_FILING
  }

  /// A declaration as it arrived.
  public record Filed(DeclarationId id, byte[] document, byte[] cms) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final Deque<ResultsOutcome> results = new ArrayDeque<>();
  private final List<Filed> filed = new ArrayList<>();
  private final Map<DeclarationId, Receipt> receipts = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<Duration> patiences = new ArrayList<>();
  private Optional<PortalFault> loginFault = Optional.empty();
  private UnaryOperator<Receipt> lie = UnaryOperator.identity();
  private UnaryOperator<Receipt.Subject> lieOfSubject = UnaryOperator.identity();
  private boolean deaf;
  private URI address = URI.create("https://127.0.0.1:8443");

  public void isAt(String elsewhere) {
    address = URI.create(elsewhere);
  }

  public void answers(Answer... next) {
    answers.addAll(Arrays.asList(next));
  }

  /// Forgets what is left of the script.
  public void behaves() {
    answers.clear();
    results.clear();
    deaf = false;
  }

  public void results(ResultsOutcome... next) {
    results.addAll(Arrays.asList(next));
  }

  public void refusesLogin(PortalFault fault) {
    loginFault = Optional.of(fault);
  }

  public void letsIn() {
    loginFault = Optional.empty();
  }

  /// Every receipt goes out changed, with the portal's real signature over what is then in it
  /// unless the lie replaces that too.
  public void lies(UnaryOperator<Receipt> change) {
    lie = change;
  }

  /// Every receipt says that it is for something else.
  public void liesOfSubject(UnaryOperator<Receipt.Subject> change) {
    lieOfSubject = change;
  }

  public void isHonest() {
    lie = UnaryOperator.identity();
    lieOfSubject = UnaryOperator.identity();
  }

  /// Whether questions for an id get no answer.
  public void deaf(boolean now) {
    deaf = now;
  }

  /// Everything that was filed, doubles included.
  public List<Filed> filed() {
    return List.copyOf(filed);
  }

  /// `login`, `submit`, `find`, `results`, as they came.
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /// How long each question for row answers was to take at most.
  public List<Duration> patiences() {
    return List.copyOf(patiences);
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public PortalSession logIn(ChallengeSigner signer)
      throws PortalException, KeyException, InterruptedException {
    calls.add("login");
    Optional<PortalFault> beforeSigning =
        loginFault.filter(fault -> !(fault instanceof PortalFault.LoginRefused));
    if (beforeSigning.isPresent()) {
      throw new PortalException(beforeSigning.get());
    }
    signer.sign("challenge".getBytes(StandardCharsets.UTF_8));
    if (loginFault.isPresent()) {
      throw new PortalException(loginFault.get());
    }
    return new Session();
  }

  private Receipt file(DeclarationId id, byte[] document, byte[] cms) {
    filed.add(new Filed(id, document.clone(), cms.clone()));
    return receipts.computeIfAbsent(
        id,
        fresh -> receipt("PR-" + (receipts.size() + 1), fresh, PlainSignatures.sha256(document)));
  }

  private byte[] document(DeclarationId id) {
    return filed.stream()
        .filter(one -> one.id().equals(id))
        .map(Filed::document)
        .findFirst()
        .orElseThrow();
  }

  private static Receipt.Subject subject(byte[] document) {
    String json = new String(document, StandardCharsets.UTF_8);
    return new Receipt.Subject(
        json.replaceAll("(?s).*\"creditCode\":\"(\\w+)\".*", "$1"),
        json.replaceAll("(?s).*\"kind\":\"([a-z-]+)\".*", "$1"),
        json.split("\"row\":", -1).length - 1);
  }

  /// A receipt signed by the portal.
  public static Receipt receipt(String number, DeclarationId id, String sha256) {
    byte[] form = (number + id + sha256).getBytes(StandardCharsets.UTF_8);
    return new Receipt(
        number,
        id,
        sha256,
        OffsetDateTime.parse("2026-11-22T10:00:01+08:00"),
        List.of("医疗保险", "生育保险"),
        form,
        PlainSignatures.by(RECEIPT_CERTIFICATE, form),
        ("{\"number\":\"" + number + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private final class Session implements PortalSession {
    @Override
    public SubmitOutcome submit(DeclarationId id, byte[] document, byte[] cms)
        throws InterruptedException {
      calls.add("submit");
      Answer answer = answers.isEmpty() ? Answer.ACCEPT : answers.removeFirst();
      return switch (answer) {
        case ACCEPT ->
            new SubmitOutcome.Accepted(
                lie.apply(file(id, document, cms)), lieOfSubject.apply(subject(document)));
        case REFUSE -> new SubmitOutcome.Refused(new Problem(422, "unit-mismatch", "单位信息不匹配"));
        case LOSE_ANSWER -> {
          file(id, document, cms);
          yield new SubmitOutcome.Unconfirmed("timeout");
        }
        case LOSE_REQUEST -> new SubmitOutcome.Unconfirmed("connection");
        case INTERRUPT_AFTER_FILING -> {
          file(id, document, cms);
          throw new InterruptedException();
        }
        case INTERRUPT_BEFORE_FILING -> throw new InterruptedException();
      };
    }

    @Override
    public LookupOutcome find(DeclarationId id) {
      calls.add("find");
      if (deaf) {
        return new LookupOutcome.NoAnswer("timeout");
      }
      Receipt known = receipts.get(id);
      return known == null
          ? new LookupOutcome.NotKnown()
          : new LookupOutcome.Known(lie.apply(known), lieOfSubject.apply(subject(document(id))));
    }

    @Override
    public ResultsOutcome results(DeclarationId id, Duration patience) {
      calls.add("results");
      patiences.add(patience);
      return results.isEmpty()
          ? new ResultsOutcome.Ready(new RowAnswers(1, 0, List.of()))
          : results.removeFirst();
    }
  }
}
