package org.certassist.desktop.send;

import java.util.List;
import java.util.Set;
import org.certassist.core.filing.Milestone;

/// A line of the progress list; done once one of its milestones is reached.
///
/// @param id of its words, `step.<id>`
record WayPoint(String id, Set<Milestone> done) {
  static final List<WayPoint> ALL =
      List.of(
          new WayPoint("key", Set.of(Milestone.KEY_OPEN)),
          new WayPoint("login", Set.of(Milestone.LOGGED_IN)),
          new WayPoint("sign", Set.of(Milestone.SIGNED)),
          new WayPoint(
              "send", Set.of(Milestone.ACCEPTED, Milestone.REFUSED, Milestone.UNCONFIRMED)),
          new WayPoint("answers", Set.of(Milestone.ANSWERED)));

  boolean isDone(Set<Milestone> reached) {
    return done.stream().anyMatch(reached::contains);
  }
}
