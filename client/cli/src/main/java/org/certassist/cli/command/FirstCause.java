package org.certassist.cli.command;

import java.util.Optional;
import org.certassist.cli.terminal.Session;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.fault.FaultException;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;

/// Says what to begin with, who must act, and the steps.
record FirstCause(Session session, Knowledge knowledge) {
  void say(CheckResult first) throws FaultException, InterruptedException {
    session.say("cli.doctor.first", session.texts().evidence(first));
    Optional<KnowledgeEntry> entry = first.cause().map(Cause::id).flatMap(knowledge::entry);
    if (entry.isPresent()) {
      new AdviceWords(session).say(entry.get());
    }
  }
}
