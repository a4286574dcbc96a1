package org.certassist.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.certassist.core.declaration.CanonicalJson;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.portal.Problem;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.RowAnswers;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the portal's JSON: what the contract names must be there and be right, what it does not
/// name is ignored.
final class Answers {
  private static final long LARGEST_NUMBER = (1L << 53) - 1;
  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_MESSAGE = 1_000;
  private static final int LONGEST_TOKEN = 4_096;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// A login challenge.
  record Challenge(String nonce, String origin, Instant issuedAt) {}

  /// A receipt and what it says it is for.
  record Received(Receipt receipt, Receipt.Subject subject) {}

  byte[] write(Map<String, String> members) {
    return mapper.writeValueAsBytes(members);
  }

  Challenge challenge(Answer answer) throws NoAnswerException {
    return read(
        answer,
        json -> {
          String nonce = word(json, "nonce");
          // a short one could be a value that means something elsewhere
          require(nonce.matches("[A-Za-z0-9_-]{43}"));
          return new Challenge(
              nonce,
              word(json, "origin"),
              OffsetDateTime.parse(word(json, "issuedAt")).toInstant());
        });
  }

  String token(Answer answer) throws NoAnswerException {
    return read(
        answer,
        json -> {
          String token = text(json, "token", LONGEST_TOKEN);
          require(token.matches("[\\x21-\\x7e]+"));
          return token;
        });
  }

  Received receipt(Answer answer) throws NoAnswerException {
    return read(answer, json -> received(json, answer));
  }

  /// The receipt inside a declaration's state; the state must be that of the declaration asked for.
  Received receiptOf(DeclarationId id, Answer answer) throws NoAnswerException {
    return read(
        answer,
        json -> {
          require(word(json, "id").equals(id.toString()));
          return received(json, answer);
        });
  }

  RowAnswers results(DeclarationId id, Answer answer) throws NoAnswerException {
    return read(
        answer,
        json -> {
          require(word(json, "id").equals(id.toString()));
          require(word(json, "state").equals("done"));
          List<RowAnswers.RowAnswer> rows = new ArrayList<>();
          for (JsonNode row : list(json, "rows")) {
            rows.add(
                new RowAnswers.RowAnswer(whole(row, "row"), text(row, "message", LONGEST_MESSAGE)));
          }
          return new RowAnswers(whole(json, "accepted"), whole(json, "refused"), rows);
        });
  }

  /// A problem that names its code, whoever sent it; empty for any other answer.
  Optional<Problem> problem(Answer answer) {
    if (!answer.isProblem() || answer.status() < 400) {
      return Optional.empty();
    }
    try {
      JsonNode json = mapper.readTree(answer.body());
      JsonNode code = json.get("code");
      require(code != null && (code.isString() || code.isInt()));
      String word = code.isInt() ? Integer.toString(code.intValue()) : word(json, "code");
      JsonNode detail = json.get("detail");
      String message = detail != null && detail.isString() ? detail.stringValue() : "";
      return Optional.of(
          new Problem(
              answer.status(),
              word,
              message.substring(0, Math.min(message.length(), LONGEST_MESSAGE))));
    } catch (JacksonException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Received received(JsonNode json, Answer answer) {
    JsonNode receipt = member(json, "receipt");
    return new Received(
        receipt(json, answer),
        new Receipt.Subject(
            word(member(receipt, "unit"), "creditCode"),
            word(receipt, "kind"),
            whole(receipt, "rows")));
  }

  private static Receipt receipt(JsonNode json, Answer answer) {
    JsonNode receipt = member(json, "receipt");
    require(receipt.isObject());
    JsonNode digest = member(receipt, "digest");
    require(word(digest, "algorithm").equals("SHA-256"));
    String sha256 = word(digest, "value");
    require(sha256.matches("[0-9a-f]{64}"));
    List<String> notCovered = new ArrayList<>();
    for (JsonNode insurance : list(receipt, "notCovered")) {
      notCovered.add(word(insurance));
    }
    return new Receipt(
        word(receipt, "number"),
        DeclarationId.parse(word(receipt, "id"))
            .orElseThrow(() -> new IllegalArgumentException("no id")),
        sha256,
        OffsetDateTime.parse(word(receipt, "receivedAt")),
        notCovered,
        CanonicalJson.of(plain(receipt)),
        Base64.getDecoder().decode(text(json, "signature", 1 << 20)),
        answer.body());
  }

  /// The tree as the values that canonical JSON is made of.
  private static Object plain(JsonNode json) {
    if (json.isObject()) {
      Map<String, Object> members = new TreeMap<>();
      json.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
      return members;
    }
    if (json.isArray()) {
      List<Object> elements = new ArrayList<>();
      json.forEach(element -> elements.add(plain(element)));
      return elements;
    }
    if (json.isString()) {
      return json.stringValue();
    }
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    require(json.isIntegralNumber() && json.canConvertToLong());
    long number = json.longValue();
    require(number >= -LARGEST_NUMBER && number <= LARGEST_NUMBER);
    return number;
  }

  private interface Reading<T> {
    T of(JsonNode json);
  }

  private <T> T read(Answer answer, Reading<T> reading) throws NoAnswerException {
    if (!answer.isJson()) {
      throw new NoAnswerException("not-json", null);
    }
    try {
      JsonNode json = mapper.readTree(answer.body());
      require(json.isObject());
      return reading.of(json);
    } catch (JacksonException | IllegalArgumentException | DateTimeException malformed) {
      // Their messages quote the answer, which may hold the token or a person's data.
      throw new NoAnswerException("malformed-answer", null);
    }
  }

  private static JsonNode member(JsonNode json, String name) {
    JsonNode member = json.get(name);
    if (member == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return member;
  }

  private static JsonNode list(JsonNode json, String name) {
    JsonNode list = member(json, name);
    require(list.isArray());
    return list;
  }

  private static String word(JsonNode json, String name) {
    return word(member(json, name));
  }

  private static String word(JsonNode json) {
    require(json.isString() && !json.stringValue().isEmpty());
    require(json.stringValue().length() <= LONGEST_WORD);
    return json.stringValue();
  }

  private static String text(JsonNode json, String name, int longest) {
    JsonNode text = member(json, name);
    require(text.isString() && text.stringValue().length() <= longest);
    return text.stringValue();
  }

  private static int whole(JsonNode json, String name) {
    JsonNode number = member(json, name);
    require(number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0);
    return number.intValue();
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not as the contract says");
    }
  }
}
