package org.certassist.cli.command;

import org.certassist.cli.terminal.Session;
import org.certassist.core.declaration.Kind;
import org.certassist.core.fault.FaultException;
import org.certassist.core.profile.Profile;
import org.certassist.texts.Texts;

/// What kinds of declarations are called in the language of the session.
record KindNames(Profile profile, Texts texts) {
  static KindNames of(Session session) throws FaultException, InterruptedException {
    return new KindNames(session.wiring().profile(), session.texts());
  }

  static String title(Kind kind, Session session) {
    return title(kind, session.texts());
  }

  private static String title(Kind kind, Texts texts) {
    return texts.name(kind.title(), kind.titleEnglish());
  }

  /// Its id where this profile does not know the kind, as with a declaration of another region.
  String name(String id) {
    return profile.kind(id).map(kind -> title(kind, texts)).orElse(id);
  }
}
