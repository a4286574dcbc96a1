package org.certassist.datafiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.driver.CatalogueUpdates;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;

/// The driver catalogue that counts, as [SignedShelf] chooses it.
public final class CatalogueShelf implements CatalogueUpdates {
  private final SignedShelf<DriverCatalogue.Whole> shelf;

  /// @param home need not exist
  /// @param key none in a build that takes no updates
  /// @param reader reads a catalogue for this kind of PC
  public CatalogueShelf(Path home, Optional<CatalogueKey> key, DriverCatalogue reader) {
    this.shelf = new SignedShelf<>(home, key, new Catalogues(reader));
  }

  private record Catalogues(DriverCatalogue reader)
      implements SignedShelf.Kind<DriverCatalogue.Whole> {
    @Override
    public String word() {
      return "catalogue";
    }

    @Override
    public DriverCatalogue.Whole builtIn() {
      return reader.builtIn();
    }

    @Override
    public DriverCatalogue.Whole read(JsonFile file) throws DataFileException {
      return reader.read(file);
    }

    @Override
    public int edition(DriverCatalogue.Whole read) {
      return read.edition();
    }
  }

  /// The catalogue that counts.
  ///
  /// @param fault why the one in the home folder does not
  public record Current(DriverCatalogue.Whole catalogue, Optional<UpdateFault> fault) {}

  public Current current() {
    SignedShelf.Current<DriverCatalogue.Whole> current = shelf.current();
    return new Current(current.read(), current.fault());
  }

  @Override
  public int edition() {
    return shelf.edition();
  }

  @Override
  public Optional<Fault> fault() {
    return shelf.current().fault().map(fault -> fault);
  }

  @Override
  public int update(Path file) throws FaultException, IOException {
    return shelf.update(file);
  }
}
