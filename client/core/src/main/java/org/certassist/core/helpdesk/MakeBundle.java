package org.certassist.core.helpdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.Bundle.RawSection;

/// Makes the bundle for the helpdesk out of what was seen and of the log; writes nothing.
public final class MakeBundle {
  /// Who tells of drivers and their hosts; `DATE LEVEL NAME …` is how a line of the log begins.
  private static final Pattern TRACE =
      Pattern.compile(
          "\\S+\\s+\\S+\\s+(?:HostOutput|HostConnection|DriverHost|WatchedDriver|BridgeKeys|BridgeSession"
              + "|Quarantine|Admission|SystemDriverFiles|KnownDrivers|PickedLibraries|LoaderFolders"
              + "|NeededLibraries)\\s.*");

  /// With it a line of the log begins; one without it goes on with the line before.
  private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

  private final LogBook log;
  private final ModuleFile.Look files;

  public MakeBundle(LogBook log, ModuleFile.Look files) {
    this.log = log;
    this.files = files;
  }

  /// @param people whom to hide
  /// @param archiveRead whether those in the archive are among them
  /// @throws FaultException `log.unreadable`
  public Bundle of(SeenPc pc, List<KnownSecret> people, boolean archiveRead, Instant now)
      throws FaultException {
    BundledPc found = new BundledPc(pc, files);
    List<String> rest = new ArrayList<>();
    List<String> traces = new ArrayList<>();
    List<String> into = rest;
    for (String line : log.lines(LogBook.MOST_LINES)) {
      if (BEGINNING.matcher(line).matches()) {
        into = TRACE.matcher(line).matches() ? traces : rest;
      }
      into.add(line);
    }
    return Bundle.redacted(
        List.of(
            new RawSection(BundleText.ABOUT, found.about(now, archiveRead)),
            new RawSection(BundleText.CHECKS, found.checks()),
            new RawSection(BundleText.DRIVERS, found.drivers()),
            new RawSection(BundleText.TRACES, traces),
            new RawSection(BundleText.LOG, rest)),
        new Redactor(people));
  }
}
