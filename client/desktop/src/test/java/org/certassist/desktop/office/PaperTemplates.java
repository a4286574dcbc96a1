package org.certassist.desktop.office;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.Layouts;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.WorkbookException;

/// Portals' templates by file name, all of them imported; what is filled in can be opened then.
public final class PaperTemplates implements PortalTemplates, Layouts {
  private final PaperWorkbooks workbooks;
  private final List<PortalLayout> layouts = new ArrayList<>();
  private volatile CountDownLatch hold = new CountDownLatch(0);

  PaperTemplates(PaperWorkbooks workbooks) {
    this.workbooks = workbooks;
  }

  /// Lets every filling wait until the latch opens.
  public PaperTemplates holding(CountDownLatch latch) {
    hold = latch;
    return this;
  }

  /// A template of a kind that has some of its columns.
  public synchronized PaperTemplates put(String name, Kind kind, List<String> fields) {
    List<PortalLayout.Head> heads = new ArrayList<>();
    for (int column = 0; column < fields.size(); column++) {
      heads.add(
          new PortalLayout.Head(
              1,
              String.valueOf((char) ('A' + column)),
              fields.get(column),
              Optional.of(fields.get(column)),
              Map.of()));
    }
    layouts.add(
        new PortalLayout(
            name, "practice", kind.id(), "Sheet1", 2, heads, List.of(), Optional.empty()));
    return this;
  }

  @Override
  public List<TemplateSheet> sheets(Path file) {
    return List.of();
  }

  @Override
  public PortalLayout recognise(Path file, List<PortalLayout> known) throws WorkbookException {
    return find(String.valueOf(file.getFileName()))
        .orElseThrow(() -> new WorkbookException(new FileFault.NotATemplate(file.toString())));
  }

  @Override
  public void fill(Path original, PortalLayout layout, Filling filling, Path out)
      throws InterruptedException {
    hold.await();
    Draft ours = Samples.good(filling.rows().size());
    workbooks.put(
        String.valueOf(out.getFileName()),
        new Draft(ours.kind(), ours.sheet(), ours.unit(), 1, ours.columns(), ours.rows()));
  }

  @Override
  public synchronized List<PortalLayout> all() {
    return List.copyOf(layouts);
  }

  @Override
  public String freeName(String wanted) {
    return wanted;
  }

  @Override
  public Path original(PortalLayout layout) {
    return Path.of(layout.name());
  }

  @Override
  public void keep(PortalLayout layout, Path original) {
    throw new UnsupportedOperationException();
  }
}
