package org.certassist.cli.command;

import org.certassist.cli.json.ErrorJson;
import org.certassist.cli.json.FailureJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.rules.Verdict;
import org.certassist.texts.FaultText;

/// Says that a workbook has errors and is not filed; shared by the commands that would file it.
final class FaultySheet {
  private FaultySheet() {}

  static ExitCode refuse(Verdict.Faulty faulty, Session session) {
    Findings words = new Findings(session, false);
    FaultText text =
        new FaultText(
            session.texts().get("cli.faulty.what", faulty.findings().size()),
            session.texts().get("cli.faulty.meaning"),
            session.texts().get("cli.faulty.next"));
    words.print(faulty.findings());
    session.output().note(text.joined(session.texts().language()));
    if (session.output().isJson()) {
      session
          .output()
          .document(
              new FailureJson(
                  ErrorJson.of("declaration.faulty", text), words.json(faulty.findings())));
    }
    return ExitCode.NO;
  }
}
