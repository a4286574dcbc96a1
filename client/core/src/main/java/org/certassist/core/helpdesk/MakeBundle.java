package org.certassist.core.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.Bundle.RawSection;
import org.certassist.core.time.ShanghaiTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the bundle for the helpdesk out of what was seen and of the log; writes nothing.
public final class MakeBundle {
  /// Who tells of drivers and their hosts; `DATE LEVEL NAME …` is how a line of the log begins.
  private static final Pattern TRACE =
      Pattern.compile(
          "\\S+\\s+\\S+\\s+(?:HostOutput|DriverHost|WatchedDriver|BridgeSession"
              + "|Quarantine|SystemDriverFiles|KnownDrivers|PickedLibraries|LoaderFolders"
              + "|NeededLibraries)\\s.*");

  private static final Logger LOG = LoggerFactory.getLogger(MakeBundle.class);

  private final LogBook log;
  private final ModuleFile.Look files;
  private final Kept kept;
  private final ShanghaiTime time;

  /// Adds whom the program has met on this PC.
  public interface Kept {
    void addTo(KnownPeople people) throws ArchiveException, InterruptedException;
  }

  /// A bundle that was made.
  ///
  /// @param archiveRead whether those in the archive were known, and hidden by their names too
  public record Made(Bundle bundle, boolean archiveRead) {}

  /// @param kept may fail: what is hidden by its form is hidden all the same, and the bundle says
  ///   that the rest was not known
  public MakeBundle(LogBook log, ModuleFile.Look files, Kept kept, ShanghaiTime time) {
    this.log = log;
    this.files = files;
    this.kept = kept;
    this.time = time;
  }

  /// @throws FaultException `log.unreadable`
  public Made of(SeenPc pc) throws FaultException, InterruptedException {
    KnownPeople people = new KnownPeople();
    pc.keys().ifPresent(people::add);
    boolean archiveRead = addKept(people);
    BundledPc found = new BundledPc(pc, files);
    List<String> rest = new ArrayList<>();
    List<String> traces = new ArrayList<>();
    List<String> into = rest;
    for (String line : log.lines(LogBook.MOST_LINES)) {
      if (LogBook.of(line).isPresent()) {
        into = TRACE.matcher(line).matches() ? traces : rest;
      }
      into.add(line);
    }
    return new Made(
        Bundle.redacted(
            List.of(
                new RawSection(BundleText.ABOUT, found.about(time.instant(), archiveRead)),
                new RawSection(BundleText.CHECKS, found.checks()),
                new RawSection(BundleText.DRIVERS, found.drivers()),
                new RawSection(BundleText.TRACES, traces),
                new RawSection(BundleText.LOG, rest)),
            new Redactor(people.all())),
        archiveRead);
  }

  private boolean addKept(KnownPeople people) throws InterruptedException {
    try {
      kept.addTo(people);
      return true;
    } catch (ArchiveException unreadable) {
      LOG.info("the people in the archive are not known: {}", unreadable.fault().id());
      return false;
    }
  }
}
