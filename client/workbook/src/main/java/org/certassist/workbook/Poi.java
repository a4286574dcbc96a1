package org.certassist.workbook;

import java.io.IOException;
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
    } catch (IOException | RuntimeException damaged) {
      // An interrupt closes the channel under it, and it wraps that in what it pleases.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new Unusable("damaged", damaged);
    }
  }
}
