package org.certassist.desktop.office;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.Repair;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks;

/// Workbooks by file name, and a note of what was written.
public final class PaperWorkbooks implements Workbooks {
  private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
  private final Map<String, List<String>> several = new ConcurrentHashMap<>();
  private volatile CountDownLatch hold = new CountDownLatch(0);
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private final List<Path> templates = new ArrayList<>();
  private final List<List<Mark>> marked = new ArrayList<>();
  private List<Map<String, String>> lastRows = List.of();

  public PaperWorkbooks put(String name, Draft draft) {
    drafts.put(name, draft);
    return this;
  }

  /// One that is read only as one of these imported templates.
  public PaperWorkbooks several(String name, List<String> layouts, Draft draft) {
    several.put(name, List.copyOf(layouts));
    return put(name, draft);
  }

  /// Lets every reading wait, its rows read, until the latch opens.
  public PaperWorkbooks holding(CountDownLatch latch) {
    hold = latch;
    return this;
  }

  /// Waits until a reading that was held up is given up.
  public boolean untilGivenUp(long seconds) throws InterruptedException {
    return givenUp.await(seconds, TimeUnit.SECONDS);
  }

  public synchronized List<Path> templates() {
    return List.copyOf(templates);
  }

  /// The rows of the template that was written last.
  public synchronized List<Map<String, String>> rows() {
    return lastRows;
  }

  public synchronized List<List<Mark>> marked() {
    return List.copyOf(marked);
  }

  @Override
  public Draft read(Path file, List<Kind> kinds, Reading how)
      throws WorkbookException, InterruptedException {
    String name = file.getFileName().toString();
    Draft draft = drafts.get(name);
    if (draft == null) {
      throw new WorkbookException(new FileFault.NotATemplate(name));
    }
    List<String> layouts = several.getOrDefault(name, List.of());
    if (!layouts.isEmpty() && how.template().filter(layouts::contains).isEmpty()) {
      throw new WorkbookException(new FileFault.SeveralLayouts(layouts));
    }
    how.rowsRead().accept(draft.rows().size());
    try {
      hold.await();
    } catch (InterruptedException cancelled) {
      givenUp.countDown();
      throw cancelled;
    }
    return draft;
  }

  @Override
  public synchronized void writeTemplate(
      Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, Path out) {
    templates.add(out);
    lastRows = List.copyOf(rows);
  }

  /// The rows as a text, one a line.
  @Override
  public synchronized byte[] template(
      Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, String suffix) {
    lastRows = List.copyOf(rows);
    return String.join("\n", rows.stream().map(row -> new TreeMap<>(row).toString()).toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void writeRepaired(Path original, List<Repair> repairs, Path out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized void writeMarked(Path original, List<Mark> marks, Path out) {
    marked.add(List.copyOf(marks));
  }
}
