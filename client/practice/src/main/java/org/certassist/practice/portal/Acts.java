package org.certassist.practice.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.certassist.practice.ca.PracticeCa;
import org.jspecify.annotations.Nullable;

/// What the portal does when it is asked: one method for each operation of docs/portal-api.yaml.
final class Acts {
  private static final Duration SESSION_LASTS = Duration.ofMinutes(30);

  private final String origin;
  private final Times times;
  private final PracticeCa ca;
  private final PortalStore store;
  private final SignatureCheck signatures;
  private final ReceiptDesk receipts;
  private final RowDesk rowDesk;
  private final DeclarationCheck declarations = new DeclarationCheck();
  private final Challenges challenges = new Challenges();
  private final SecureRandom random = new SecureRandom();

  Acts(String origin, Times times, PracticeCa ca, PortalStore store, RowDesk rowDesk) {
    this.origin = origin;
    this.times = times;
    this.ca = ca;
    this.store = store;
    this.signatures = new SignatureCheck(ca);
    this.receipts = new ReceiptDesk(ca);
    this.rowDesk = rowDesk;
  }

  Answer health() {
    return Answer.json(200, Map.of("status", "ok", "time", Times.text(times.now())));
  }

  Answer issuingCrl() throws IOException {
    return Answer.crl(ca.issuingCrl().getEncoded());
  }

  Answer rootCrl() throws IOException {
    return Answer.crl(ca.rootCrl().getEncoded());
  }

  Answer sm2IssuingCrl() throws IOException {
    return Answer.crl(ca.sm2().issuingCrl().getEncoded());
  }

  Answer sm2RootCrl() throws IOException {
    return Answer.crl(ca.sm2().rootCrl().getEncoded());
  }

  Answer challenge() {
    Instant now = times.now();
    return Answer.json(
        200,
        Map.of(
            "nonce", challenges.issue(now),
            "origin", origin,
            "issuedAt", Times.text(now),
            "expiresAt", Times.text(now.plus(Challenges.LASTS))));
  }

  Answer login(byte[] body) throws IOException, SQLException {
    Map<String, Object> request = Json.object(body).orElse(Map.of());
    if (!request.keySet().equals(Set.of("signed", "signature"))) {
      return Answer.problem(Problem.badRequest("login-form"));
    }
    Optional<byte[]> signed = base64(request.get("signed"));
    Optional<byte[]> signature = base64(request.get("signature"));
    if (signed.isEmpty() || signature.isEmpty()) {
      return Answer.problem(Problem.badRequest("login-form"));
    }
    Optional<Problem> unanswered = challengeProblem(signed.get());
    if (unanswered.isPresent()) {
      return Answer.problem(unanswered.get());
    }
    return switch (signer(signed.get(), signature.get(), 401)) {
      case Outcome.Refused<Holder>(Problem problem) -> Answer.problem(problem);
      case Outcome.Fine<Holder>(Holder unit) -> session(unit);
    };
  }

  /// Whether the signed bytes answer an open challenge of this portal.
  private Optional<Problem> challengeProblem(byte[] signed) {
    Map<String, Object> claim = Json.object(signed).orElse(Map.of());
    if (!claim.keySet().equals(Set.of("nonce", "origin", "purpose"))
        || !(claim.get("nonce") instanceof String nonce)
        || !"certassist-login/1".equals(claim.get("purpose"))
        || !Json.isCanonical(claim, signed)) {
      return Optional.of(Problem.badRequest("challenge-form"));
    }
    if (!challenges.take(nonce, times.now())) {
      return Optional.of(Problem.NONCE);
    }
    return origin.equals(claim.get("origin")) ? Optional.empty() : Optional.of(Problem.ORIGIN);
  }

  private Outcome<Holder> signer(byte[] content, byte[] cms, int httpStatus) throws IOException {
    return switch (signatures.check(content, cms, times.now())) {
      case SignatureCheck.Failure failure ->
          new Outcome.Refused<>(Problem.signature(httpStatus, failure));
      case SignatureCheck.Signed(var certificate) -> UnitReader.holder(certificate);
    };
  }

  private Answer session(Holder unit) throws IOException, SQLException {
    String token = Challenges.random(random);
    Instant now = times.now();
    Instant expires = now.plus(SESSION_LASTS);
    store.keepSession(token.getBytes(StandardCharsets.US_ASCII), unit, expires, now);
    return Answer.json(
        200, Map.of("token", token, "expiresAt", Times.text(expires), "unit", unit.json()));
  }

  private static Optional<byte[]> base64(@Nullable Object value) {
    try {
      return value instanceof String text
          ? Optional.of(Base64.getDecoder().decode(text))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// The unit of a bearer token.
  Optional<Holder> session(String token) throws IOException, SQLException {
    return store.session(token.getBytes(StandardCharsets.UTF_8), times.now());
  }

  Answer submit(Holder unit, String id, byte[] document, byte[] cms)
      throws IOException, SQLException {
    Optional<PortalStore.Filed> already = store.find(id);
    if (already.isPresent()) {
      return repeated(already.get(), unit, document);
    }
    return switch (signer(document, cms, 422)) {
      case Outcome.Refused<Holder>(Problem problem) -> Answer.problem(problem);
      case Outcome.Fine<Holder>(Holder signer) when !signer.equals(unit) ->
          Answer.problem(Problem.UNIT_MISMATCH);
      case Outcome.Fine<Holder> _ -> read(unit, id, document, cms);
    };
  }

  private Answer read(Holder unit, String id, byte[] document, byte[] cms)
      throws IOException, SQLException {
    return switch (declarations.read(document, id, times.local())) {
      case Outcome.Refused<Declaration>(Problem problem) -> Answer.problem(problem);
      case Outcome.Fine<Declaration>(Declaration declaration)
          when !declaration.party().creditCode().equals(unit.creditCode())
              || !declaration.party().name().equals(unit.name()) ->
          Answer.problem(Problem.UNIT_MISMATCH);
      case Outcome.Fine<Declaration>(Declaration declaration) ->
          file(unit, declaration, document, cms);
    };
  }

  private Answer file(Holder unit, Declaration declaration, byte[] document, byte[] cms)
      throws IOException, SQLException {
    String sha256 = PortalStore.sha256(document);
    Instant now = times.now();
    PortalStore.Filed filed =
        store.file(
            new PortalStore.Submission(
                declaration.id(), unit.creditCode(), document, cms, declaration.rows().size()),
            times.local().toLocalDate(),
            number -> receipts.write(number, declaration, unit, sha256, now));
    rowDesk.wake();
    return repeated(filed, unit, document);
  }

  /// The receipt of what is on file, or 409 where that is something else.
  private static Answer repeated(PortalStore.Filed filed, Holder unit, byte[] document) {
    return filed.unit().equals(unit.creditCode())
            && filed.sha256().equals(PortalStore.sha256(document))
        ? Answer.json(202, receipt(filed))
        : Answer.problem(Problem.ID_CONFLICT);
  }

  private static Map<String, Object> receipt(PortalStore.Filed filed) {
    return Map.of(
        "receipt", Json.parse(filed.receipt()).orElseThrow(),
        "signature", Base64.getEncoder().encodeToString(filed.receiptSignature()));
  }

  Answer declaration(Holder unit, String id) throws IOException, SQLException {
    Optional<PortalStore.Filed> filed = own(unit, id);
    if (filed.isEmpty()) {
      return Answer.problem(Problem.NOT_FOUND);
    }
    Map<String, Object> body = new LinkedHashMap<>(receipt(filed.get()));
    body.put("id", id);
    body.put("state", filed.get().state().word());
    body.put("digest", ReceiptDesk.digest(filed.get().sha256()));
    Answer answer = Answer.json(200, body);
    return filed.get().state() == PortalStore.State.DONE ? answer : answer.with("Retry-After", "1");
  }

  Answer results(Holder unit, String id) throws IOException, SQLException {
    Optional<PortalStore.Filed> filed = own(unit, id);
    if (filed.isEmpty()) {
      return Answer.problem(Problem.NOT_FOUND);
    }
    if (filed.get().state() != PortalStore.State.DONE) {
      return Answer.problem(Problem.NOT_READY);
    }
    List<PortalStore.RefusedRow> refused = store.refusedRows(id);
    return Answer.json(
        200,
        Map.of(
            "id", id,
            "state", PortalStore.State.DONE.word(),
            "accepted", filed.get().rows() - refused.size(),
            "refused", refused.size(),
            "rows",
                refused.stream()
                    .map(row -> Map.of("row", row.row(), "message", row.message()))
                    .toList()));
  }

  private Optional<PortalStore.Filed> own(Holder unit, String id) throws IOException, SQLException {
    return store.find(id).filter(filed -> filed.unit().equals(unit.creditCode()));
  }
}
