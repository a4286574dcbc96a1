package org.certassist.keys.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.bridge.protocol.CertificateView;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.KeyMatch;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.driver.Doubt;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;

/// What asking one driver for its tokens gave.
///
/// @param shown the tokens that were listed, blank ones included
record Probe(DriverReport report, List<TokenKey> keys, List<TokenId> shown) {
  private Probe(DriverReport report) {
    this(report, List.of(), List.of());
  }

  boolean is(DriverState state) {
    return report.state() == state;
  }

  /// Whether there was no file to be loaded.
  boolean isOfNoFile() {
    return is(DriverState.NOT_INSTALLED) || is(DriverState.DRIVER_GONE);
  }

  /// Of a driver whose file is not there: one of the catalogue's many, or the very one that the
  /// user chose.
  static Probe absent(Driver driver) {
    return driver.isUsersChoice()
        ? new Probe(
            new DriverReport(
                driver.id(),
                driver.product(),
                driver.paths().stream().findFirst(),
                DriverState.DRIVER_GONE,
                ""))
        : failed(driver, Optional.empty(), DriverState.NOT_INSTALLED, "");
  }

  static Probe of(Driver driver, DriverHost host) throws InterruptedException {
    try {
      return switch (host.call(new Request.ListTokens())) {
        case Response.Tokens(var views) -> listed(driver, host, views);
        case Response.Failed(var fault) when fault.code() == FaultCode.TOKEN_BUSY -> {
          // OpenSC 0.23 tells it once in the life of a process and then shows an empty reader.
          host.retire();
          yield failed(driver, Optional.of(host), DriverState.BUSY, "");
        }
        case Response.Failed(var fault) ->
            failed(
                driver,
                Optional.of(host),
                DriverState.REFUSED,
                (fault.function() + " " + fault.detail()).strip());
        case Response other -> failed(driver, Optional.of(host), DriverState.REFUSED, name(other));
      };
    } catch (KeyException e) {
      return failed(driver, Optional.of(host), e.fault());
    }
  }

  private static String name(Response response) {
    return "an answer of " + response.getClass().getSimpleName();
  }

  private static Probe failed(Driver driver, Optional<DriverHost> host, KeyFault fault) {
    return switch (fault) {
      case KeyFault.DriverUnusable(_, DriverState state, Optional<Doubt> doubt, String reason) ->
          new Probe(
              new DriverReport(
                  driver.id(),
                  driver.product(),
                  host.map(DriverHost::module),
                  state,
                  doubt,
                  reason));
      case KeyFault.DriverHung(_, String call, long milliseconds) ->
          failed(driver, host, DriverState.HUNG, call + " " + milliseconds + " ms");
      case KeyFault.DriverQuarantined(_, int crashes, long minutes) ->
          failed(
              driver,
              host,
              DriverState.QUARANTINED,
              crashes + " crashes in " + minutes + " minutes");
      case KeyFault.DriverCrashed _ -> failed(driver, host, DriverState.CRASHED, "");
      case KeyFault other -> failed(driver, host, DriverState.REFUSED, other.id());
    };
  }

  private static Probe failed(
      Driver driver, Optional<DriverHost> host, DriverState state, String reason) {
    return new Probe(
        new DriverReport(
            driver.id(), driver.product(), host.map(DriverHost::module), state, reason));
  }

  private static Probe listed(Driver driver, DriverHost host, List<TokenView> views) {
    List<TokenKey> keys =
        views.stream().filter(Probe::inUse).map(view -> key(driver, host, view)).toList();
    DriverState state = keys.isEmpty() ? DriverState.NO_TOKEN : DriverState.READY;
    return new Probe(
        new DriverReport(driver.id(), driver.product(), Optional.of(host.module()), state, ""),
        keys,
        views.stream().map(TokenView::id).toList());
  }

  /// Blank tokens, such as the free slot of SoftHSM2, are nobody's key.
  private static boolean inUse(TokenView view) {
    return view.initialized() || !view.certificates().isEmpty();
  }

  private static TokenKey key(Driver driver, DriverHost host, TokenView view) {
    List<EncodedCertificate> withKey = new ArrayList<>();
    List<EncodedCertificate> perhaps = new ArrayList<>();
    List<EncodedCertificate> others = new ArrayList<>();
    boolean anyPresent =
        view.certificates().stream().anyMatch(certificate -> certificate.key() == KeyMatch.PRESENT);
    for (CertificateView certificate : view.certificates()) {
      List<EncodedCertificate> list =
          switch (certificate.key()) {
            case PRESENT -> withKey;
            case UNKNOWN -> anyPresent ? others : perhaps;
            case ABSENT -> others;
          };
      list.add(new EncodedCertificate(certificate.der().toArray()));
    }
    withKey.addAll(perhaps);
    return new TokenKey(
        host.module(),
        driver.id(),
        view.id().manufacturer(),
        view.id().model(),
        view.id().serial(),
        view.label(),
        new TokenPin(
            Faults.pinState(view.pinState()),
            Faults.pinState(view.soPinState()),
            view.pinPad(),
            view.minPin(),
            view.maxPin()),
        withKey,
        others);
  }
}
