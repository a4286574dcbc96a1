package org.certassist.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Workbook;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.WorkbookException;

/// The port to portals' own templates, guarded like the reading of a filled one.
public final class PoiPortalTemplates {
  private final Caps caps;

  public PoiPortalTemplates() {
    this(Caps.DEFAULT);
  }

  PoiPortalTemplates(Caps caps) {
    this.caps = caps;
  }

  public List<TemplateSheet> sheets(Path file) throws WorkbookException, InterruptedException {
    return guarded(
        file,
        () -> {
          if (FileForm.of(file, caps) == FileForm.TEXT) {
            throw new WorkbookException(new FileFault.NotATemplate(FileForm.nameOf(file)));
          }
          try (Workbook book = new Originals(caps).load(file).book()) {
            return Poi.read(() -> new TemplateSheets(book).visible());
          }
        });
  }

  private static <T> T guarded(Path file, Poi.Step<T> step)
      throws WorkbookException, InterruptedException {
    String name = FileForm.nameOf(file);
    try {
      return step.take();
    } catch (CapReached cap) {
      throw new WorkbookException(cap.fault(), cap);
    } catch (Unusable | ZipException | POIXMLException damaged) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name), damaged);
    } catch (IOException notRead) {
      throw new WorkbookException(new FileFault.Unreadable(name), notRead);
    }
  }
}
