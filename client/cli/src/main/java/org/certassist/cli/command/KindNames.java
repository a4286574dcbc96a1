package org.certassist.cli.command;

import org.certassist.cli.terminal.Session;
import org.certassist.core.declaration.Kind;
import org.certassist.core.fault.FaultException;
import org.certassist.core.profile.Profile;
import org.certassist.texts.Language;

/// What kinds of declarations are called in the language of the session.
record KindNames(Profile profile, Language language) {
  static KindNames of(Session session) throws FaultException, InterruptedException {
    return new KindNames(session.wiring().profile(), session.texts().language());
  }

  static String title(Kind kind, Session session) {
    return title(kind, session.texts().language());
  }

  private static String title(Kind kind, Language language) {
    return language == Language.EN ? kind.titleEnglish() : kind.title();
  }

  /// Its id where this profile does not know the kind, as with a declaration of another region.
  String name(String id) {
    return profile.kind(id).map(kind -> title(kind, language)).orElse(id);
  }
}
