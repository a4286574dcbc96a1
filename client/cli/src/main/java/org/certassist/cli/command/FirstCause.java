package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import org.certassist.cli.terminal.Session;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.profile.Contact;

/// Says what to begin with, who must act, and the steps.
///
/// @param contacts among whom the counters are
record FirstCause(Session session, Knowledge knowledge, List<Contact> contacts) {
  void say(CheckResult first) {
    session.say("cli.doctor.first", session.texts().evidence(first));
    Optional<KnowledgeEntry> entry = first.cause().map(Cause::id).flatMap(knowledge::entry);
    if (entry.isPresent()) {
      new AdviceWords(session, contacts).say(entry.get());
    }
  }
}
