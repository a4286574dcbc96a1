package org.certassist.desktop.doctor;

import java.nio.file.Path;
import org.certassist.core.fault.Fault;
import org.certassist.core.helpdesk.MakeBundle.Made;

/// How far a bundle for the helpdesk has come.
public sealed interface BundleState {
  record Nothing() implements BundleState {}

  record Making() implements BundleState {}

  /// Every line is shown before any leaves.
  record Shown(Made made) implements BundleState {}

  record Saved(Path file) implements BundleState {}

  record Failed(Fault fault) implements BundleState {}
}
