package org.certassist.practice.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// An HTTP answer before it is written.
record Answer(int status, Map<String, String> headers, byte[] body) {
  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer json(int status, Map<String, ?> members) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
        Json.canonical(members));
  }

  static Answer problem(Problem problem) {
    Answer plain =
        new Answer(
            problem.status(),
            Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store"),
            Json.canonical(problem.json()));
    Answer dated =
        problem.retryAfter().map(seconds -> plain.with("Retry-After", "" + seconds)).orElse(plain);
    return Objects.equals(problem.code(), Problem.TOKEN.code())
        ? dated.with("WWW-Authenticate", "Bearer")
        : dated;
  }

  static Answer crl(byte[] der) {
    return new Answer(200, Map.of("Content-Type", "application/pkix-crl"), der);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
