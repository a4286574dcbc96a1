package org.certassist.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.certassist.cli.json.ExplainJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.knowledge.Answer;
import org.certassist.core.knowledge.KnowledgeEntry;
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
      if (json) {
        session
            .output()
            .document(
                ExplainJson.of(
                    answers,
                    session.wiring().profile().contacts(),
                    session.wiring().time().now(),
                    session.texts()));
      } else if (answers.isEmpty()) {
        session.say("cli.explain.nothing");
      } else {
        AdviceWords advice = new AdviceWords(session);
        for (int i = 0; i < answers.size(); i++) {
          KnowledgeEntry entry = answers.get(i).entry();
          if (i > 0) {
            session.output().line("");
          }
          session.say("cli.explain.cause", session.texts().sentence(entry.cause()), entry.id());
          advice.say(entry);
        }
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
}
