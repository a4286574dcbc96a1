package org.certassist.datafiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeUpdates;

/// The knowledge that counts, as [SignedShelf] chooses it; what counts at the first question counts
/// until it is updated here.
public final class KnowledgeShelf implements KnowledgeUpdates {
  private final SignedShelf<Knowledge> shelf;
  private Optional<SignedShelf.Current<Knowledge>> read = Optional.empty();

  /// @param home need not exist
  /// @param key none in a build that takes no updates
  public KnowledgeShelf(Path home, Optional<CatalogueKey> key, KnowledgeFile reader) {
    this.shelf = new SignedShelf<>(home, key, new Files(reader));
  }

  private record Files(KnowledgeFile reader) implements SignedShelf.Kind<Knowledge> {
    @Override
    public String word() {
      return "knowledge";
    }

    @Override
    public Knowledge builtIn() {
      return reader.builtIn();
    }

    @Override
    public Knowledge read(JsonFile file) throws DataFileException {
      return reader.read(file);
    }

    @Override
    public int edition(Knowledge read) {
      return read.edition();
    }
  }

  private synchronized SignedShelf.Current<Knowledge> current() {
    SignedShelf.Current<Knowledge> current = read.orElseGet(shelf::current);
    read = Optional.of(current);
    return current;
  }

  @Override
  public Knowledge knowledge() {
    return current().read();
  }

  @Override
  public Optional<Fault> fault() {
    return current().fault().map(fault -> fault);
  }

  @Override
  public synchronized int update(Path file) throws FaultException, IOException {
    int edition = shelf.update(file);
    read = Optional.empty();
    return edition;
  }
}
