package org.certassist.platform.library;

import java.util.List;
import java.util.Set;
import org.certassist.core.driver.Machine;

/// What the file of a library says of itself, read without loading it.
///
/// @param machines what it was built for; a Mach-O file may hold several
/// @param needs the libraries that it names and without which it does not load, as it names them
/// @param folders where it says that those lie, before the system's own folders (ELF: RPATH and
///   RUNPATH, Mach-O: LC_RPATH)
/// @param carriesSignature it carries a code signature; nobody has verified that one
record LibraryFile(
    LibraryFormat format,
    Set<Machine> machines,
    List<String> needs,
    List<String> folders,
    boolean carriesSignature) {
  public LibraryFile {
    machines = Set.copyOf(machines);
    needs = List.copyOf(needs);
    folders = List.copyOf(folders);
  }
}
