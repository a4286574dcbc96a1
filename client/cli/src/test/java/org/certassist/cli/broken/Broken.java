package org.certassist.cli.broken;

import java.util.List;
import org.certassist.core.diagnosis.Cause;

/// A PC that something is done to, and what a look at it must come to.
///
/// @param what in words, for the page
/// @param causes those that must be named, the one to begin with first; none where nothing is wrong
record Broken(String what, List<Cause> causes, Look look) {
  Broken {
    causes = List.copyOf(causes);
  }

  /// Something that is done to a healthy PC.
  interface Breaking {
    void breakDown(MadePc pc) throws Exception;
  }

  /// How a PC is made and looked at.
  interface Look {
    Seen at(MadePc pc) throws Exception;
  }

  static Broken one(String what, Cause cause, Breaking breaking) {
    return of(what, List.of(cause), breaking);
  }

  static Broken two(String what, Cause first, Cause other, Breaking breaking) {
    return of(what, List.of(first, other), breaking);
  }

  static Broken harmless(String what, Breaking breaking) {
    return of(what, List.of(), breaking);
  }

  private static Broken of(String what, List<Cause> causes, Breaking breaking) {
    return new Broken(
        what,
        causes,
        pc -> {
          breaking.breakDown(pc);
          return pc.look();
        });
  }
}
