package org.certassist.datafiles;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
  private static final int MOST_FILES = 100;
  private static final List<String> SUFFIXES = List.of(".xlsx", ".xlsm", ".xls");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} _.()（）-]{0,79}");

  private final Path folder;
  private final LayoutFile format = new LayoutFile();
  private final List<DataFault> faults = new ArrayList<>();

  /// @param home the program's home folder; need not exist
  public DataFileLayouts(Path home) {
    this.folder = home.resolve("layouts");
  }

  /// Whether it can be the name of a file on every system.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.endsWith(".") && !name.endsWith(" ");
  }

  @Override
  public List<PortalLayout> all() {
    faults.clear();
    List<PortalLayout> layouts = new ArrayList<>();
    for (Path file : files()) {
      try {
        PortalLayout layout = format.read(JsonFile.read(file));
        if (!file.getFileName().toString().equals(layout.name() + ".json")) {
          faults.add(DataFault.of("data.invalid", file.toString(), "name", "not the file's name"));
        } else {
          layouts.add(layout);
        }
      } catch (DataFileException unusable) {
        faults.add((DataFault) unusable.fault());
      }
    }
    return List.copyOf(layouts);
  }

  /// The files that were left out when they were read last, and why.
  public List<DataFault> faults() {
    return List.copyOf(faults);
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
    Path place = folder.resolve(layout.name() + CopyName.suffix(original));
    try {
      byte[] template = Files.readAllBytes(original);
      Path _ = PrivateFiles.folder(folder);
      for (String suffix : SUFFIXES) {
        Files.deleteIfExists(folder.resolve(layout.name() + suffix));
      }
      PrivateFiles.write(place, template);
      PrivateFiles.write(folder.resolve(layout.name() + ".json"), format.write(layout));
    } catch (IOException notWritten) {
      throw new WorkbookException(new FileFault.NotWritten(place.toString()), notWritten);
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : found) {
        files.add(file.toAbsolutePath());
      }
    } catch (IOException unreadable) {
      faults.add(DataFault.of("data.unreadable", folder.toString()));
    }
    if (files.size() > MOST_FILES) {
      faults.add(DataFault.of("data.tooLarge", folder.toString()));
      return List.of();
    }
    files.sort(null);
    return files;
  }
}
