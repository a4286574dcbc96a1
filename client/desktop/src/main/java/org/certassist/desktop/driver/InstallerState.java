package org.certassist.desktop.driver;

import java.util.Optional;
import org.certassist.core.driver.Product;
import org.certassist.core.fault.Fault;
import org.certassist.core.installer.Offer;

/// What the window knows of the maker's installer for the installation in progress.
public sealed interface InstallerState {
  /// No installation is at its installer, or the catalogue names none for it.
  record Nothing() implements InstallerState {}

  /// It can be brought here and run.
  ///
  /// @param trouble what became of it the last time
  record Offered(Product product, Offer offer, Optional<Fault> trouble) implements InstallerState {}

  /// It is being brought, checked or run.
  record Working(Product product, Offer offer) implements InstallerState {}

  /// Another program of the system goes on with it; when that has ended is hers to say.
  record HandedOn(Product product) implements InstallerState {}
}
