package org.certassist.desktop.office;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.Bundle;
import org.certassist.core.helpdesk.Bundles;
import org.certassist.core.helpdesk.HelpdeskFault;

/// Bundles in memory instead of on disk.
public final class PaperBundles implements Bundles {
  public final Map<Path, Bundle> written = new ConcurrentHashMap<>();

  /// Why nothing can be written, where that is so.
  public volatile Optional<HelpdeskFault> trouble = Optional.empty();

  @Override
  public void write(Bundle bundle, Path file) throws FaultException {
    if (trouble.isPresent()) {
      throw new FaultException(trouble.get());
    }
    written.put(file, bundle);
  }

  @Override
  public Bundle read(Path file) throws FaultException {
    Bundle there = written.get(file);
    if (there == null) {
      throw new FaultException(HelpdeskFault.of("bundle.notOne", file));
    }
    return there;
  }
}
