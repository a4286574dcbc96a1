package org.certassist.core.elsewhere;

import java.util.List;
import org.certassist.core.archive.ArchiveException;

/// The port to the ticks on disk, sealed as declarations are.
public interface Ticks {
  /// Every tick that opens. One that does not leaves its point open: done twice is better than
  /// never.
  List<Tick> kept() throws ArchiveException;

  /// How many ticks are there that do not open.
  int damaged() throws ArchiveException;

  /// Keeps a tick in place of what was kept for the same point; returns when it is synced to disk.
  void keep(Tick tick) throws ArchiveException;

  /// Forgets a point's tick; nothing happens where there is none.
  void remove(PointId point) throws ArchiveException;
}
