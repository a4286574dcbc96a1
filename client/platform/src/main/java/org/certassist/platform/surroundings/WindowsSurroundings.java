package org.certassist.platform.surroundings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.certassist.core.surroundings.BrowserFacts;
import org.certassist.core.surroundings.DeviceFacts;
import org.certassist.core.surroundings.StoredCertificate;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.platform.registry.Registry;

/// What lies around the program on Windows; not run on Windows so far.
///
/// @param problems what `pnputil /enum-devices /connected /problem` says
/// @param ownFiles the user's own certificates that Windows keeps as files
/// @param sites what the user told the browsers
/// @param program the package that this program was installed as
public record WindowsSurroundings(
    Registry registry,
    Supplier<String> problems,
    CertificateStore ownFiles,
    SiteSettings sites,
    PackageFiles program)
    implements Surroundings {
  @Override
  public Optional<DeviceFacts> devices() {
    DevicePolicies policies = DevicePolicies.of(registry);
    return Optional.of(
        new DeviceFacts(
            ProblemDevices.in(problems.get(), policies), policies.isStorageForbidden()));
  }

  @Override
  public Optional<List<StoredCertificate>> store() {
    return Optional.of(ownFiles.list(registry));
  }

  @Override
  public Optional<BrowserFacts> browsers() {
    return Optional.of(
        new BrowserFacts(
            sites.after(name -> BrowserPolicies.of(registry, name)),
            BrowserPolicies.old(registry)));
  }

  @Override
  public Optional<List<String>> assistants() {
    return Optional.of(InstalledPrograms.forKeys(registry));
  }

  @Override
  public Optional<List<String>> missingFiles() {
    return program.missing();
  }
}
