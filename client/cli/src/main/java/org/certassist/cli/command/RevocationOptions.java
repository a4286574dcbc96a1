package org.certassist.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.CertificateCheck.Asking;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.fault.FaultException;
import org.certassist.core.time.ClockReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say who is asked about a certificate: by which lists of revoked ones, whether
/// over the network, and which portal for its time.
final class RevocationOptions {
  @Option(names = "--crl", paramLabel = "F")
  private List<Path> lists = new ArrayList<>();

  @Option(names = "--offline")
  private boolean offline;

  @Option(names = "--portal", paramLabel = "URL", descriptionKey = "clock-portal")
  private @Nullable URI portal;

  CertificateCheck check(Wiring wiring) {
    return new CertificateCheck(
        wiring.certificates(), offline ? wiring.givenListsAlone() : wiring.revocations());
  }

  /// @throws FaultException as [org.certassist.core.filing.GivenLists#open]
  Asking asking(RevocationPolicy policy, Wiring wiring, Instant now) throws FaultException {
    return new Asking(policy, wiring.givenLists().open(lists), now);
  }

  /// Whose time counts now.
  ClockReading clock(Wiring wiring) throws FaultException, InterruptedException {
    return offline
        ? ClockReading.ofThisPc(wiring.time().instant())
        : wiring.portalClock(Optional.ofNullable(portal)).read();
  }
}
