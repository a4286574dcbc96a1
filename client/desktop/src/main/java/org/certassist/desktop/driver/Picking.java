package org.certassist.desktop.driver;

import java.nio.file.Path;
import java.time.Duration;
import org.certassist.core.detection.TriedDriver;
import org.certassist.core.fault.Fault;

/// How far a library has come that she picked herself.
public sealed interface Picking {
  record Nothing() implements Picking {}

  record Testing(Path file) implements Picking {}

  /// It was tested; nothing is remembered yet.
  record Tested(TriedDriver tried, Duration took) implements Picking {}

  /// It is used from now on.
  record Taken(Path file) implements Picking {}

  /// It could not be tested, remembered or forgotten.
  record Failed(Fault fault) implements Picking {}
}
