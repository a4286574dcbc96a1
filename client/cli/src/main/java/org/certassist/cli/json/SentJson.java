package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/// What `send --json` and `practice --json` print; also one entry of `outbox show --json`.
///
/// @param receipt absent until the portal has accepted it
/// @param results absent until the portal has answered the rows
/// @param exported the file last made for the clerk to carry; absent for one that is sent
/// @param handedIn absent until the clerk has said that it was handed in
/// @param error present where it did not come through
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentJson(
    String declarationId,
    String stage,
    String kind,
    int rows,
    @Nullable ReceiptJson receipt,
    @Nullable ResultsJson results,
    @Nullable KeyUsedJson key,
    @Nullable String evidence,
    @Nullable PortalJson portal,
    @Nullable ExportedJson exported,
    @Nullable HandedInJson handedIn,
    @Nullable ErrorJson error) {

  public record ReceiptJson(
      String number, String receivedAt, String digest, List<String> notCovered) {}

  public record RowJson(int row, String message) {}

  public record ResultsJson(int accepted, int refused, List<RowJson> rows) {
    public static ResultsJson of(RowAnswers answers) {
      return new ResultsJson(
          answers.accepted(),
          answers.refused(),
          answers.rows().stream().map(row -> new RowJson(row.row(), row.message())).toList());
    }
  }

  public record KeyUsedJson(String serial, String driver, String engine) {}

  public record ExportedJson(String way, String file, String sha256) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HandedInJson(String on, @Nullable String number) {}

  public record PortalJson(String url, @Nullable String ca) {}

  public static SentJson of(
      History history,
      Optional<Path> evidence,
      Optional<PortalJson> portal,
      Optional<ErrorJson> error) {
    return new SentJson(
        history.id().toString(),
        history.stage().name(),
        history.content().kind(),
        history.content().rows().size(),
        history
            .last(Step.Accepted.class)
            .map(Step.Accepted::receipt)
            .map(receipt ->
                new ReceiptJson(
                    receipt.number(),
                    ShanghaiTime.text(receipt.receivedAt().toInstant()),
                    receipt.sha256(),
                    receipt.notCovered()))
            .orElse(null),
        history
            .last(Step.Answered.class)
            .map(answered -> ResultsJson.of(answered.answers()))
            .orElse(null),
        history
            .last(Step.Signed.class)
            .map(signed ->
                new KeyUsedJson(signed.keySerial(), signed.driver(), signed.engine().word()))
            .orElse(null),
        evidence.map(Path::toString).orElse(null),
        portal.orElse(null),
        history
            .last(Step.Exported.class)
            .map(made -> new ExportedJson(made.way().word(), made.file(), made.sha256()))
            .orElse(null),
        history
            .last(Step.HandedIn.class)
            .map(said -> new HandedInJson(said.on().toString(), said.number().orElse(null)))
            .orElse(null),
        error.orElse(null));
  }

  /// The same with what went wrong.
  public SentJson with(ErrorJson fault) {
    return new SentJson(
        declarationId,
        stage,
        kind,
        rows,
        receipt,
        results,
        key,
        evidence,
        portal,
        exported,
        handedIn,
        fault);
  }
}
