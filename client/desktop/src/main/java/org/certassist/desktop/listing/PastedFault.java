package org.certassist.desktop.listing;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;
import org.certassist.desktop.fx.Words;

/// What is wrong with a text that was pasted, named in her language, since it has no file's name.
record PastedFault(Fault fault, String name) implements Fault {
  /// What a pasted text is called as long as nobody reads the name.
  static final String NAME = "-";

  static Fault named(Fault fault, Words words) {
    return fault.details().isEmpty() || !fault.details().getFirst().equals(NAME)
        ? fault
        : new PastedFault(fault, words.get("listing.pasted"));
  }

  @Override
  public String id() {
    return fault.id();
  }

  @Override
  public FaultArea area() {
    return fault.area();
  }

  @Override
  public List<String> details() {
    List<String> details = new ArrayList<>(fault.details());
    details.set(0, name);
    return details;
  }
}
