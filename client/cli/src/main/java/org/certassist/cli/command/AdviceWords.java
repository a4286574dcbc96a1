package org.certassist.cli.command;

import java.time.LocalDateTime;
import java.util.List;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.profile.Contact;
import org.certassist.texts.Texts;

/// Says what an entry advises: what it means for the declaration, who must act, the steps, and
/// where it ends at a counter the region's.
final class AdviceWords {
  private final Session session;
  private final List<Contact> contacts;
  private final LocalDateTime now;

  AdviceWords(Session session) throws FaultException, InterruptedException {
    this(session, session.wiring().profile().contacts());
  }

  /// @param contacts among whom the counters are
  AdviceWords(Session session, List<Contact> contacts) {
    this.session = session;
    this.contacts = contacts;
    this.now = session.wiring().time().now();
  }

  void say(KnowledgeEntry entry) {
    Texts texts = session.texts();
    session.say("cli.advice.meaning", texts.sentence(entry.meaning()));
    session.say("cli.advice.who", texts.who(entry.who()));
    for (int i = 0; i < entry.steps().size(); i++) {
      session.say("cli.advice.step", i + 1, texts.sentence(entry.steps().get(i)));
    }
    entry.counter().ifPresent(counter -> places(counter.among(contacts)));
  }

  private void places(List<Contact> places) {
    session.say(places.isEmpty() ? "cli.advice.noContacts" : "cli.advice.contacts");
    ContactWords.lines(places, now, session.texts()).forEach(session.output()::line);
  }
}
