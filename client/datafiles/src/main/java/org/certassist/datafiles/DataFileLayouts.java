package org.certassist.datafiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.storage.PrivateFiles;
import org.certassist.core.workbook.CopyName;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.Layouts;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.WorkbookException;

/// The layouts learnt from portals' templates, each a file in `HOME/layouts` beside the template it
/// came from.
///
/// A file that cannot be used does not stop the others: it is left out and named by [#faults()].
public final class DataFileLayouts implements Layouts {
  private static final String LAYOUT = ".json";
  private static final List<String> SUFFIXES = List.of(".xlsx", ".xlsm", ".xls");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} _.()（）-]*");

  private static final Pattern NOT_OF_NAME = Pattern.compile("[^\\p{L}\\p{N} _.()（）-]");

  /// What Windows takes for a device, whatever its end.
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\\..*)?", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NAME = 80;
  private static final int ROOM_FOR_NUMBER = 5;

  private final Path folder;
  private final LayoutFile format = new LayoutFile();

  /// @param home the program's home folder; need not exist
  public DataFileLayouts(Path home) {
    this.folder = home.resolve("layouts");
  }

  /// Whether it can be the name of a file on every system.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches()
        && name.length() <= LONGEST_NAME
        && !DEVICE.matcher(name).matches()
        && !name.endsWith(".")
        && !name.endsWith(" ");
  }

  @Override
  public List<PortalLayout> all() {
    return read().layouts();
  }

  /// The files that are left out, and why.
  public List<DataFault> faults() {
    return read().faults();
  }

  /// Why the layout of that name was left out.
  public Optional<DataFault> fault(String name) {
    return faults().stream().filter(fault -> fault.isAbout(name + LAYOUT)).findFirst();
  }

  private record Found(List<PortalLayout> layouts, List<DataFault> faults) {
    Found {
      layouts = List.copyOf(layouts);
      faults = List.copyOf(faults);
    }
  }

  private Found read() {
    DataFolder files = DataFolder.read(folder);
    List<PortalLayout> layouts = new ArrayList<>();
    List<DataFault> faults = new ArrayList<>(files.faults());
    for (Path file : files.files()) {
      try {
        layouts.add(read(file));
      } catch (DataFileException unusable) {
        faults.add((DataFault) unusable.fault());
      }
    }
    return new Found(layouts, faults);
  }

  private PortalLayout read(Path file) throws DataFileException {
    PortalLayout layout = format.read(JsonFile.read(file));
    if (!file.getFileName().toString().equals(layout.name() + LAYOUT)) {
      throw new DataFileException(
          DataFault.of("data.invalid", file.toString(), "name", "not the file's name"));
    }
    return layout;
  }

  @Override
  public String freeName(String wanted) {
    String plain = NOT_OF_NAME.matcher(wanted).replaceAll("_");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - ROOM_FOR_NUMBER));
    String name = isName(cut) ? cut : "_" + cut.replaceFirst("[. \\p{Cs}]$", "_");
    return Stream.iterate(1, copy -> copy + 1)
        .map(copy -> copy == 1 ? name : name + "-" + copy)
        .filter(each -> !isTaken(each))
        .findFirst()
        .orElseThrow();
  }

  private boolean isTaken(String name) {
    return Stream.concat(Stream.of(LAYOUT), SUFFIXES.stream())
        .anyMatch(suffix -> Files.exists(folder.resolve(name + suffix)));
  }

  @Override
  public Path original(PortalLayout layout) {
    return SUFFIXES.stream()
        .map(suffix -> folder.resolve(layout.name() + suffix))
        .filter(Files::exists)
        .findFirst()
        .orElseGet(() -> folder.resolve(layout.name() + SUFFIXES.getFirst()));
  }

  @Override
  public void keep(PortalLayout layout, Path original) throws FaultException {
    if (!isName(layout.name())) {
      throw new FaultException(UsageFault.of("usage.layoutName", layout.name()));
    }
    requireRoom(layout.name() + LAYOUT);
    Path place = folder.resolve(layout.name() + CopyName.suffix(original));
    try {
      byte[] template = Files.readAllBytes(original);
      Path _ = PrivateFiles.folder(folder);
      PrivateFiles.write(place, template);
      PrivateFiles.write(folder.resolve(layout.name() + LAYOUT), format.write(layout));
      for (String suffix : SUFFIXES) {
        Path other = folder.resolve(layout.name() + suffix);
        if (!other.equals(place)) {
          Files.deleteIfExists(other);
        }
      }
    } catch (IOException notWritten) {
      throw new WorkbookException(new FileFault.NotWritten(place.toString()), notWritten);
    }
  }

  /// One more than are read, and none would be known any more.
  private void requireRoom(String file) throws FaultException {
    DataFolder kept = DataFolder.read(folder);
    boolean full =
        kept.files().size() >= DataFolder.MOST_FILES
            || kept.faults().stream().anyMatch(fault -> fault.id().equals("data.tooLarge"));
    if (full && !Files.exists(folder.resolve(file))) {
      throw new FaultException(
          UsageFault.of(
              "usage.layoutsFull", Integer.toString(DataFolder.MOST_FILES), folder.toString()));
    }
  }
}
