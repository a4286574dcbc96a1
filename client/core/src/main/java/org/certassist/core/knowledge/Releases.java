package org.certassist.core.knowledge;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import org.certassist.core.diagnosis.Pc.NewerProgram;

/// The releases of this program that an edition of the knowledge file knows of.
///
/// @param newest the latest
/// @param least the oldest that still fits what the portals ask for; not after the latest
public record Releases(Version newest, Version least) {
  /// @throws IllegalArgumentException where the oldest that will do is after the latest
  public Releases {
    if (least.compareTo(newest) > 0) {
      throw new IllegalArgumentException(least + " is after " + newest);
    }
  }

  /// What is newer than a program; empty also where it has no version, as one under development.
  public Optional<NewerProgram> than(String running) {
    return version(running)
        .filter(version -> version.compareTo(newest) < 0)
        .map(version -> new NewerProgram(newest.toString(), version.compareTo(least) < 0));
  }

  private static Optional<Version> version(String text) {
    try {
      return Optional.of(Version.parse(text));
    } catch (IllegalArgumentException noVersion) {
      return Optional.empty();
    }
  }
}
