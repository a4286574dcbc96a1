package org.certassist.core.installer;

/// How far it has come with an installer.
///
/// @param bytes how many of the installer's are here
public record InstallerProgress(Stage stage, long bytes) {
  /// What is being done.
  public enum Stage {
    FETCHING,
    CHECKING,
    /// From here on it is not cancelled any more.
    RUNNING
  }
}
