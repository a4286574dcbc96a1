package org.certassist.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.CertificateCheck.Asking;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.fault.FaultException;
import picocli.CommandLine.Option;

/// The options that say how revocation is asked about: by which lists, and whether over the
/// network.
final class RevocationOptions {
  @Option(names = "--crl", paramLabel = "F")
  private List<Path> lists = new ArrayList<>();

  @Option(names = "--offline")
  private boolean offline;

  CertificateCheck check(Wiring wiring) {
    return new CertificateCheck(
        wiring.certificates(), offline ? wiring.givenListsAlone() : wiring.revocations());
  }

  /// @throws FaultException as [org.certassist.core.filing.GivenLists#open]
  Asking asking(RevocationPolicy policy, Wiring wiring, Instant now) throws FaultException {
    return new Asking(policy, wiring.givenLists().open(lists), now);
  }
}
