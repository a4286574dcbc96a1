package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates.Filling;
import org.certassist.core.workbook.WorkbookException;

/// Every way by which a stranger's workbook comes in; the same hostile files are tried on all.
enum Door {
  READ(false) {
    @Override
    void enter(Path file, PortalLayout layout, Path out) throws Exception {
      assertThat(new PoiWorkbooks().read(file, TestKinds.BOTH).rows()).isNotEmpty();
    }
  },
  MARK(false) {
    @Override
    void enter(Path file, PortalLayout layout, Path out) throws Exception {
      assertThat(new PoiWorkbooks().read(file, TestKinds.BOTH).rows()).isNotEmpty();
      new PoiWorkbooks().writeMarked(file, List.of(), out);
      assertReadable(out, new PoiWorkbooks());
    }
  },
  LEARN(true) {
    @Override
    void enter(Path file, PortalLayout layout, Path out) throws Exception {
      assertThat(new PoiPortalTemplates().sheets(file)).isNotNull();
    }
  },
  RECOGNISE(true) {
    @Override
    void enter(Path file, PortalLayout layout, Path out) throws Exception {
      assertThat(new PoiPortalTemplates().recognise(file, List.of(layout))).isEqualTo(layout);
    }
  },
  FILL(true) {
    @Override
    void enter(Path file, PortalLayout layout, Path out) throws Exception {
      new PoiPortalTemplates()
          .fill(file, layout, new Filling(TestKinds.UNIT, TestKinds.people(12)), out);
      assertReadable(out, new PoiWorkbooks(() -> List.of(layout)));
    }
  },
  CHECK(true) {
    @Override
    void enter(Path file, PortalLayout layout, Path out) throws Exception {
      try {
        assertThat(new PoiWorkbooks(() -> List.of(layout)).read(file, TestKinds.BOTH).rows())
            .isNotEmpty();
      } catch (WorkbookException refused) {
        if (!(refused.fault() instanceof FileFault.Empty)) {
          throw refused;
        }
      }
    }
  },
  LIST(false) {
    @Override
    void enter(Path file, PortalLayout layout, Path out) throws Exception {
      assertThat(new PoiListings().read(file).lines()).isNotNull();
    }
  };

  private final boolean portals;

  Door(boolean portals) {
    this.portals = portals;
  }

  abstract void enter(Path file, PortalLayout layout, Path out) throws Exception;

  /// A good file for this door: an empty template of a portal's, or a filled one of ours.
  Path good(Path file) throws Exception {
    if (portals) {
      String name = FileForm.nameOf(file);
      return PortalFile.of(name.substring(name.lastIndexOf('.'))).save(file);
    }
    new PoiWorkbooks()
        .writeTemplate(
            TestKinds.TERMINATION, Optional.of(TestKinds.UNIT), TestKinds.people(20), file);
    return file;
  }

  /// The part of its sheet in a good .xlsx.
  String sheet() {
    return portals ? "xl/worksheets/sheet2.xml" : RawWorkbook.SHEET;
  }

  /// Why a file is refused; empty where it is taken. Nothing is left beside it but what was asked
  /// for, and that only where it was taken.
  Optional<FileFault> refusal(Path file) throws Exception {
    Path out = file.resolveSibling("out." + FileForm.nameOf(file));
    Files.deleteIfExists(out);
    try {
      enter(file, Learnt.LAYOUT, out);
      return Optional.empty();
    } catch (WorkbookException refused) {
      assertThat(out).doesNotExist();
      return Optional.of((FileFault) refused.fault());
    } finally {
      Files.deleteIfExists(out);
      assertAlone(file);
    }
  }

  /// Learnt once for all.
  private static final class Learnt {
    static final PortalLayout LAYOUT = learn();

    private static PortalLayout learn() {
      try {
        return PortalFile.of(".xlsx").layout("退工");
      } catch (IOException notOurs) {
        throw new UncheckedIOException(notOurs);
      }
    }
  }

  /// What was made of a file that was taken is no file to refuse.
  private static void assertReadable(Path made, PoiWorkbooks workbooks) throws Exception {
    try {
      assertThat(workbooks.read(made, TestKinds.BOTH).rows()).isNotEmpty();
    } catch (WorkbookException refused) {
      throw new AssertionError("written, but not to be read again", refused);
    }
  }

  private static void assertAlone(Path file) throws IOException {
    try (var beside = Files.list(file.toAbsolutePath().getParent())) {
      assertThat(beside.map(FileForm::nameOf).filter(name -> name.startsWith("."))).isEmpty();
    }
  }
}
