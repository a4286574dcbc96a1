package org.certassist.core.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.fault.FaultException;

/// The port to the layouts that were learnt, each with the empty template that it came from.
public interface Layouts {
  List<PortalLayout> all();

  default List<PortalLayout> ofProfile(String profile) {
    return all().stream().filter(each -> each.profile().equals(profile)).toList();
  }

  default Optional<PortalLayout> find(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// A name under which nothing is kept yet, not even what cannot be read: the wanted one as far as
  /// it can be one.
  String freeName(String wanted);

  /// The portal's own empty template.
  Path original(PortalLayout layout);

  /// Keeps a layout and a copy of its template; one of the same name is replaced.
  ///
  /// @throws FaultException when it cannot be written; `usage.layoutsFull` (how many are kept at
  ///   most, where) when it would be one too many
  void keep(PortalLayout layout, Path original) throws FaultException;
}
