package org.certassist.cli.wiring;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Pin;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.practice.PracticeHome;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.portal.PracticePortal;
import org.certassist.practice.portal.StartFault;
import org.jspecify.annotations.Nullable;

/// Practice as this run uses it: the practice home, one of its keys, and the portal while it runs.
public final class PracticeWorld implements AutoCloseable {
  private final Home home;
  private final Optional<Path> module;
  private final Lazily<PracticeHome, FaultException> practice;
  private final PracticeRevocations revocations;
  private CertificateVariant variant = CertificateVariant.GOOD;
  private @Nullable PracticePortal portal;
  private Optional<Path> sample = Optional.empty();

  PracticeWorld(Home home, Optional<Path> module, ShanghaiTime time) {
    this.home = home;
    this.module = module;
    this.revocations = new PracticeRevocations(time.clock());
    this.practice =
        new Lazily<>(() ->
            PracticeHome.open(
                home.folder(), HostProgram.launch(), Deadlines.standard(), time.clock()));
  }

  /// Where a running portal is and what its TLS certificate is checked against.
  public record Running(String url, String ca) {
    URI uri() {
      return URI.create(url);
    }
  }

  /// Chooses which practice key is shown.
  ///
  /// @throws FaultException `usage.unknownVariant`
  public void use(String word) throws FaultException {
    variant =
        CertificateVariant.of(word)
            .orElseThrow(() ->
                new FaultException(
                    UsageFault.of(
                        "usage.unknownVariant",
                        word,
                        String.join(
                            ", ",
                            Arrays.stream(CertificateVariant.values())
                                .map(CertificateVariant::word)
                                .toList()))));
  }

  /// The practice profile with the practice root as its anchor.
  Profile trusted(Profile profile) throws FaultException, InterruptedException {
    PracticeHome made = practice.get();
    return profile.trusting(made.trust(), made.intermediates());
  }

  /// The driver that shows the practice key and nothing else.
  Driver driver() throws FaultException, InterruptedException {
    return practice.get().key(variant, module).driver();
  }

  /// Starts the practice portal, or says where this program runs it already.
  ///
  /// @param port 0 for any free one
  /// @throws FaultException where it cannot be started
  public Running startPortal(int port) throws FaultException, InterruptedException {
    PracticePortal running = portal;
    if (running == null) {
      running = PracticePortal.start(home.folder(), port);
      portal = running;
    }
    return new Running(running.address().toString(), running.authority().toString());
  }

  /// The portal to practise with: the one that runs already for this home, else one of our own.
  ///
  /// @throws FaultException where there is neither
  public Running portal() throws FaultException, InterruptedException {
    Running found = found();
    revocations.portalIs(found.uri(), practice.get().trust());
    return found;
  }

  private Running found() throws FaultException, InterruptedException {
    try {
      return startPortal(0);
    } catch (FaultException notStarted) {
      if (notStarted.fault() instanceof StartFault.Running(_, Optional<URI> address)
          && address.isPresent()) {
        return new Running(address.get().toString(), authority().toString());
      }
      throw notStarted;
    }
  }

  /// The portal that runs already for this home, in this program or another; none is started.
  Optional<URI> running() throws FaultException, InterruptedException {
    Optional<URI> address = PracticePortal.running(home.folder());
    if (address.isPresent()) {
      revocations.portalIs(address.get(), practice.get().trust());
    }
    return address;
  }

  /// What the portal to practise with says of revocation, once it was asked for or found.
  Revocations revocations() {
    return revocations;
  }

  Path authority() {
    return home.practice().resolve("ca.pem");
  }

  /// The PIN of every practice key.
  public Pin pin() throws FaultException, InterruptedException {
    return practice.get().pin();
  }

  /// Lays a sample workbook in the practice folder.
  ///
  /// @return where; a file that somebody has worked in is left alone
  public Path writeSample(String name, PracticeSamples.Writer writer) throws FaultException {
    Path written = new PracticeSamples(folder()).write(name, writer);
    sample = Optional.of(written);
    return written;
  }

  /// The sample workbook of this run, where one was written.
  Optional<Path> sample() {
    return sample;
  }

  /// The file in which the practice PIN stands.
  public Path pinFile() {
    return folder().resolve("pin.txt");
  }

  public Path folder() {
    return home.practice();
  }

  @Override
  public void close() {
    PracticePortal running = portal;
    if (running != null) {
      running.close();
    }
  }
}
