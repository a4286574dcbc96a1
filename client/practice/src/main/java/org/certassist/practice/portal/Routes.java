package org.certassist.practice.portal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the act that a request asks for; checks what belongs to HTTP: method, token, parts.
final class Routes {
  private static final Pattern DECLARATION =
      Pattern.compile("/api/v1/declarations/([^/]{1,64})(/results)?");
  private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_-]{1,100})");

  private final Acts acts;

  /// A request, read whole.
  ///
  /// @param header gives a header's first value, or an empty text
  record Request(String method, String path, Header header, byte[] body) {
    interface Header {
      String get(String name);
    }
  }

  Routes(Acts acts) {
    this.acts = acts;
  }

  /// The largest body that a path takes.
  static int largestBody(String path) {
    return path.equals("/api/v1/declarations") ? 16 << 20 : 64 << 10;
  }

  /// What the log may name a path by: no id in it.
  static String pattern(String path) {
    Matcher declaration = DECLARATION.matcher(path);
    if (declaration.matches()) {
      return "/api/v1/declarations/{id}" + (declaration.group(2) == null ? "" : "/results");
    }
    return path.matches("/(api/v1|crl)/[a-z.]{1,20}|/crl/[a-z]{1,20}-sm2\\.crl") ? path : "/…";
  }

  Answer answer(Request request) throws IOException, SQLException {
    return switch (request.path()) {
      case "/api/v1/health" -> isGet(request) ? acts.health() : notAllowed("GET");
      case "/api/v1/challenge" -> isGet(request) ? acts.challenge() : notAllowed("GET");
      case "/crl/issuing.crl" -> isGet(request) ? acts.issuingCrl() : notAllowed("GET");
      case "/crl/root.crl" -> isGet(request) ? acts.rootCrl() : notAllowed("GET");
      case "/crl/issuing-sm2.crl" -> isGet(request) ? acts.sm2IssuingCrl() : notAllowed("GET");
      case "/crl/root-sm2.crl" -> isGet(request) ? acts.sm2RootCrl() : notAllowed("GET");
      case "/api/v1/login" -> login(request);
      case "/api/v1/declarations" -> submit(request);
      default -> declaration(request);
    };
  }

  private Answer login(Request request) throws IOException, SQLException {
    if (!request.method().equals("POST")) {
      return notAllowed("POST");
    }
    String type = request.header().get("Content-Type");
    return type.matches("(?i)application/json(\\s*;.*)?")
        ? acts.login(request.body())
        : Answer.problem(Problem.mediaType());
  }

  private Answer submit(Request request) throws IOException, SQLException {
    if (!request.method().equals("POST")) {
      return notAllowed("POST");
    }
    Optional<Holder> unit = unit(request);
    if (unit.isEmpty()) {
      return Answer.problem(Problem.TOKEN);
    }
    String id = request.header().get("Idempotency-Key");
    if (!DeclarationCheck.isId(id)) {
      return Answer.problem(Problem.badRequest("idempotency-key"));
    }
    String type = request.header().get("Content-Type");
    if (!Multipart.isMultipart(type)) {
      return Answer.problem(Problem.mediaType());
    }
    List<Multipart.Part> parts = Multipart.parse(type, request.body()).orElse(List.of());
    if (parts.size() != 2
        || !isPart(parts.get(0), "declaration", "application/json")
        || !isPart(parts.get(1), "signature", "application/pkcs7-signature")) {
      return Answer.problem(Problem.badRequest("multipart"));
    }
    return acts.submit(unit.get(), id, parts.get(0).content(), parts.get(1).content());
  }

  private static boolean isPart(Multipart.Part part, String name, String mediaType) {
    return part.name().equals(name) && part.mediaType().equals(mediaType);
  }

  private Answer declaration(Request request) throws IOException, SQLException {
    Matcher path = DECLARATION.matcher(request.path());
    if (!path.matches()) {
      return Answer.problem(Problem.NO_SUCH_PLACE);
    }
    if (!isGet(request)) {
      return notAllowed("GET");
    }
    Optional<Holder> unit = unit(request);
    if (unit.isEmpty()) {
      return Answer.problem(Problem.TOKEN);
    }
    String id = path.group(1);
    return path.group(2) == null ? acts.declaration(unit.get(), id) : acts.results(unit.get(), id);
  }

  private Optional<Holder> unit(Request request) throws IOException, SQLException {
    Matcher bearer = BEARER.matcher(request.header().get("Authorization"));
    return bearer.matches() ? acts.session(bearer.group(1)) : Optional.empty();
  }

  private static boolean isGet(Request request) {
    return request.method().equals("GET");
  }

  private static Answer notAllowed(String allowed) {
    return Answer.problem(Problem.METHOD).with("Allow", allowed);
  }
}
