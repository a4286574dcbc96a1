package org.certassist.archive;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.key.Engine;
import org.certassist.core.portal.Problem;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.profile.Way;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a step inside its seal.
///
/// Written out member by member, so that a renamed field in core does not change what lies on
/// users' disks.
final class StepCodec {
  private final JsonMapper mapper = JsonMapper.shared();

  byte[] encode(Step step) {
    ObjectNode json = mapper.createObjectNode();
    switch (step) {
      case Step.Checked checked -> {
        json.put("step", "checked");
        json.set("content", content(checked.content()));
      }
      case Step.Signed signed -> signed(signed, json.put("step", "signed"));
      case Step.Sending sending ->
          json.put("step", "sending").put("portal", sending.portal().toString());
      case Step.Accepted accepted ->
          receipt(accepted.receipt(), json.put("step", "accepted").putObject("receipt"));
      case Step.Refused(Problem problem) ->
          json.put("step", "refused")
              .put("httpStatus", problem.httpStatus())
              .put("code", problem.code())
              .put("detail", problem.detail());
      case Step.Exported exported -> {
        json.put("step", "exported");
        json.set("content", content(exported.content()));
        json.put("way", exported.way().word())
            .put("file", exported.file())
            .put("sha256", exported.sha256());
      }
      case Step.HandedIn handedIn -> {
        json.put("step", "handedIn").put("on", handedIn.on().toString());
        handedIn.number().ifPresent(number -> json.put("number", number));
      }
      case Step.Withdrawn() -> json.put("step", "withdrawn");
      case Step.Unconfirmed unconfirmed ->
          json.put("step", "unconfirmed").put("cause", unconfirmed.cause());
      case Step.Answered answered -> answers(answered.answers(), json.put("step", "answered"));
    }
    return mapper.writeValueAsBytes(json);
  }

  /// Empty where the bytes are no step that this version knows.
  Optional<Step> decode(byte[] bytes) {
    try {
      return Optional.of(step(mapper.readTree(bytes)));
    } catch (JacksonException | IllegalArgumentException | DateTimeException notAStep) {
      return Optional.empty();
    }
  }

  private static Step step(JsonNode json) {
    return switch (Json.text(json, "step")) {
      case "checked" -> new Step.Checked(content(Json.member(json, "content")));
      case "signed" -> signed(json);
      case "sending" -> new Step.Sending(URI.create(Json.text(json, "portal")));
      case "accepted" -> new Step.Accepted(receipt(Json.member(json, "receipt")));
      case "refused" ->
          new Step.Refused(
              new Problem(
                  Json.number(json, "httpStatus"),
                  Json.text(json, "code"),
                  Json.text(json, "detail")));
      case "exported" ->
          new Step.Exported(
              content(Json.member(json, "content")),
              way(Json.text(json, "way")),
              Json.text(json, "file"),
              Json.text(json, "sha256"));
      case "handedIn" ->
          new Step.HandedIn(
              LocalDate.parse(Json.text(json, "on")),
              Optional.ofNullable(json.get("number")).map(JsonNode::stringValue));
      case "withdrawn" -> new Step.Withdrawn();
      case "unconfirmed" -> new Step.Unconfirmed(Json.text(json, "cause"));
      case "answered" -> new Step.Answered(answers(json));
      case String unknown -> throw new IllegalArgumentException("step " + unknown);
    };
  }

  private static Way way(String word) {
    return Arrays.stream(Way.values())
        .filter(known -> known.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("way " + word));
  }

  private ObjectNode content(Content content) {
    ObjectNode json =
        mapper
            .createObjectNode()
            .put("profile", content.profile())
            .put("kind", content.kind())
            .put("kindVersion", content.kindVersion())
            .put("settlementMonth", content.settlementMonth().toString())
            .put("source", content.source());
    json.putObject("unit")
        .put("creditCode", content.unit().creditCode())
        .put("name", content.unit().name())
        .put("type", content.unit().type().word());
    ArrayNode rows = json.putArray("rows");
    for (Content.Row row : content.rows()) {
      ObjectNode values = rows.addObject().put("row", row.row()).putObject("values");
      row.values().forEach(values::put);
    }
    return json;
  }

  private static Content content(JsonNode json) {
    JsonNode unit = Json.member(json, "unit");
    List<Content.Row> rows = new ArrayList<>();
    for (JsonNode row : Json.member(json, "rows")) {
      TreeMap<String, String> values = new TreeMap<>();
      Json.member(row, "values")
          .properties()
          .forEach(value -> values.put(value.getKey(), value.getValue().stringValue()));
      rows.add(new Content.Row(Json.number(row, "row"), values));
    }
    return new Content(
        Json.text(json, "profile"),
        Json.text(json, "kind"),
        Json.number(json, "kindVersion"),
        new Unit(
            Json.text(unit, "creditCode"),
            Json.text(unit, "name"),
            UnitType.of(Json.text(unit, "type"))
                .orElseThrow(() -> new IllegalArgumentException("unit type"))),
        YearMonth.parse(Json.text(json, "settlementMonth")),
        rows,
        Json.text(json, "source"));
  }

  private void signed(Step.Signed signed, ObjectNode json) {
    json.set("content", content(signed.content()));
    json.put("document", signed.document())
        .put("cms", signed.cms())
        .put("signer", signed.signer().der())
        .put("keySerial", signed.keySerial())
        .put("driver", signed.driver())
        .put("engine", signed.engine().word());
    ArrayNode chain = json.putArray("chain");
    signed.chain().forEach(certificate -> chain.add(certificate.der()));
  }

  private static Step.Signed signed(JsonNode json) {
    String engine = Json.text(json, "engine");
    List<EncodedCertificate> chain = new ArrayList<>();
    for (JsonNode certificate : Json.member(json, "chain")) {
      chain.add(new EncodedCertificate(certificate.binaryValue()));
    }
    return new Step.Signed(
        content(Json.member(json, "content")),
        Json.bytes(json, "document"),
        Json.bytes(json, "cms"),
        new EncodedCertificate(Json.bytes(json, "signer")),
        chain,
        Json.text(json, "keySerial"),
        Json.text(json, "driver"),
        Arrays.stream(Engine.values())
            .filter(known -> known.word().equals(engine))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("engine " + engine)));
  }

  private static void receipt(Receipt receipt, ObjectNode json) {
    json.put("number", receipt.number())
        .put("id", receipt.id().toString())
        .put("sha256", receipt.sha256())
        .put("receivedAt", receipt.receivedAt().toString())
        .put("signedForm", receipt.signedForm())
        .put("signature", receipt.signature())
        .put("original", receipt.original());
    ArrayNode notCovered = json.putArray("notCovered");
    receipt.notCovered().forEach(notCovered::add);
  }

  private static Receipt receipt(JsonNode json) {
    List<String> notCovered = new ArrayList<>();
    Json.member(json, "notCovered").forEach(word -> notCovered.add(word.stringValue()));
    return new Receipt(
        Json.text(json, "number"),
        DeclarationId.parse(Json.text(json, "id"))
            .orElseThrow(() -> new IllegalArgumentException("receipt id")),
        Json.text(json, "sha256"),
        OffsetDateTime.parse(Json.text(json, "receivedAt")),
        notCovered,
        Json.bytes(json, "signedForm"),
        Json.bytes(json, "signature"),
        Json.bytes(json, "original"));
  }

  private static void answers(RowAnswers answers, ObjectNode json) {
    json.put("accepted", answers.accepted()).put("refused", answers.refused());
    ArrayNode rows = json.putArray("rows");
    for (RowAnswers.RowAnswer row : answers.rows()) {
      rows.addObject().put("row", row.row()).put("message", row.message());
    }
  }

  private static RowAnswers answers(JsonNode json) {
    List<RowAnswers.RowAnswer> rows = new ArrayList<>();
    for (JsonNode row : Json.member(json, "rows")) {
      rows.add(new RowAnswers.RowAnswer(Json.number(row, "row"), Json.text(row, "message")));
    }
    return new RowAnswers(Json.number(json, "accepted"), Json.number(json, "refused"), rows);
  }
}
