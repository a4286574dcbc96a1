package org.certassist.core.repair;

import java.time.Instant;
import java.util.List;

/// A repair that was begun, with what is needed to take it back.
///
/// @param at for people: when
/// @param before as the remedy gave it
public record DoneRepair(Instant at, PcRepair repair, List<String> before) {
  public DoneRepair {
    before = List.copyOf(before);
  }
}
