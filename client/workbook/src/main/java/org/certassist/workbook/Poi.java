package org.certassist.workbook;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.certassist.core.workbook.WorkbookException;

/// Calls POI on a stranger's file: it meets damage with whatever exception it runs into, and all of
/// them mean the same.
final class Poi {
  private Poi() {}

  interface Step<T> {
    T take() throws IOException, WorkbookException, InterruptedException;
  }

  static <T> T read(Step<T> step) throws IOException, WorkbookException, InterruptedException {
    try {
      return step.take();
    } catch (CapReached | Unusable known) {
      throw known;
    } catch (ClosedByInterruptException interrupted) {
      boolean _ = Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException | RuntimeException damaged) {
      throw new Unusable("damaged", damaged);
    }
  }
}
