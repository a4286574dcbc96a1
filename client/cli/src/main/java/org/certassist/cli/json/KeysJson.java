package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.DriverReport;
import org.jspecify.annotations.Nullable;

/// What `keys --json` prints.
///
/// @param clock left out where this PC's clock is right
public record KeysJson(
    List<DriverJson> drivers,
    List<KeyJson> keys,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClockJson clock) {
  public record DriverJson(
      String id, String product, @Nullable String path, String state, String reason) {
    static DriverJson of(DriverReport report) {
      return new DriverJson(
          report.id(),
          report.product(),
          report.path().map(Path::toString).orElse(null),
          report.state().word(),
          report.reason());
    }
  }

  public record KeyJson(
      String serial,
      String label,
      String manufacturer,
      String model,
      String driver,
      PinJson pin,
      List<CertificateJson> certificates) {
    static KeyJson of(SeenKey key, FilingOutlook outlook, Instant checkedAt) {
      return new KeyJson(
          key.token().serial(),
          key.token().label(),
          key.token().manufacturer(),
          key.token().model(),
          key.token().driver(),
          PinJson.of(key.token().pin()),
          key.certificates().stream()
              .flatMap(seen ->
                  seen
                      .facts()
                      .map(facts ->
                          CertificateJson.of(
                              facts,
                              seen.status(),
                              Expiry.of(facts.notAfter(), outlook),
                              RevocationJson.of(seen.revocation(), checkedAt)))
                      .stream())
              .toList());
    }
  }

  public static KeysJson of(KeyOverview overview, FilingOutlook outlook) {
    Instant checkedAt = overview.clock().now();
    return new KeysJson(
        overview.drivers().stream().map(DriverJson::of).toList(),
        overview.keys().stream().map(key -> KeyJson.of(key, outlook, checkedAt)).toList(),
        ClockJson.of(overview.clock()));
  }
}
