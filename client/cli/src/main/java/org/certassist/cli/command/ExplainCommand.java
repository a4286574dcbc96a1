package org.certassist.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.certassist.cli.json.ExplainJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.knowledge.Answer;
import org.certassist.core.knowledge.Bilingual;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.profile.Contact;
import org.certassist.texts.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist explain CODE|TEXT`: what a code or a message means, who must act, and the steps.
///
/// The text is neither printed nor logged: it may hold somebody's ID number.
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  /// Four bytes a character; what comes after is not read.
  private static final int MOST_BYTES = 16_000;

  @ParentCommand private CertassistCommand root;

  @Parameters(paramLabel = "CODE|TEXT", arity = "1..*")
  private List<String> words;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      List<Answer> answers = session.wiring().explain().of(text());
      List<Contact> contacts = session.wiring().profile().contacts();
      LocalDateTime now = session.wiring().time().now();
      if (json) {
        session.output().document(ExplainJson.of(answers, contacts, now, session.texts()));
      } else if (answers.isEmpty()) {
        session.say("cli.explain.nothing");
      } else {
        answers.forEach(answer -> print(answer.entry(), contacts, now, session));
      }
      return (answers.isEmpty() ? ExitCode.NO : ExitCode.DONE).number();
    }
  }

  private String text() throws IOException {
    if (!words.equals(List.of(STANDARD_INPUT))) {
      return String.join(" ", words);
    }
    try (InputStream in = root.in()) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static void print(
      KnowledgeEntry entry, List<Contact> contacts, LocalDateTime now, Session session) {
    Texts texts = session.texts();
    session.say("cli.explain.cause", words(entry.cause(), texts), entry.id());
    session.say("cli.explain.meaning", words(entry.meaning(), texts));
    session.say("cli.explain.who", texts.who(entry.who()));
    int number = 0;
    for (Bilingual step : entry.steps()) {
      number++;
      session.say("cli.explain.step", number, words(step, texts));
    }
    entry.counter().ifPresent(counter -> counter(counter.among(contacts), now, session));
    session.output().line("");
  }

  private static void counter(List<Contact> places, LocalDateTime now, Session session) {
    session.say(places.isEmpty() ? "cli.explain.noContacts" : "cli.explain.contacts");
    ContactWords.lines(places, now, session.texts()).forEach(session.output()::line);
  }

  private static String words(Bilingual sentence, Texts texts) {
    return texts.name(sentence.chinese(), sentence.english());
  }
}
