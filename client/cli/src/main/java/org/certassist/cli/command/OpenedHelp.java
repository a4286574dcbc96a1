package org.certassist.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.cli.json.DoctorJson;
import org.certassist.cli.json.OpenedCodeJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.OpenedBundle;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.core.helpdesk.QrText;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.texts.BundleWords;
import org.certassist.texts.PhoneCodeWords;

/// Shows the helpdesk what a clerk's program saw, by what she read out or sent.
final class OpenedHelp {
  private final Session session;
  private final Knowledge knowledge;

  OpenedHelp(Session session) {
    this.session = session;
    this.knowledge = session.wiring().knowledge();
  }

  /// @param given a phone code, the text of a QR code, or a bundle's path
  /// @param everyLine whether to print all of a bundle too
  /// @throws FaultException `phoneCode.*`, `bundle.*`
  ExitCode open(String given, boolean everyLine) throws FaultException, InterruptedException {
    Optional<QrText> scanned = QrText.read(given);
    if (scanned.isPresent()) {
      say(scanned.get().code(), scanned.get().causes().stream().skip(1).toList());
      return ExitCode.DONE;
    }
    PhoneCodeReading reading = PhoneCode.read(given);
    if (reading instanceof PhoneCodeReading.Understood(PhoneCode heard)) {
      say(heard, List.of());
      return ExitCode.DONE;
    }
    Optional<Path> file = file(given);
    if (file.isEmpty()) {
      throw new FaultException(reading.fault().orElseThrow());
    }
    open(OpenedBundle.of(session.wiring().checkup().bundles().read(file.get())), everyLine);
    return ExitCode.DONE;
  }

  /// Digits that were misheard name no file, unless there is one.
  private static Optional<Path> file(String given) {
    try {
      Path path = Path.of(given);
      boolean meant = Files.exists(path) || given.endsWith(".zip") || path.getNameCount() > 1;
      return meant ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private void open(OpenedBundle opened, boolean everyLine)
      throws FaultException, InterruptedException {
    BundleWords words = new BundleWords(session.texts(), session.wiring()::profile);
    if (session.output().isJson()) {
      session
          .output()
          .document(
              DoctorJson.of(
                  opened.report(),
                  opened.phoneCode(),
                  knowledge,
                  _ -> Optional.empty(),
                  List.of(),
                  session.texts()));
    } else {
      words.lines(opened).forEach(session.output()::line);
      Optional<CheckResult> first = opened.report().first();
      if (first.isPresent()) {
        new FirstCause(
                session,
                knowledge,
                opened.contacts(session.wiring()::profile, session.wiring().profile().contacts()))
            .say(first.get());
      } else {
        session.say(
            opened.isUnderstood() ? "cli.doctor.opened.noFirst" : "cli.doctor.opened.notAll");
      }
      opened.phoneCode().ifPresent(code -> session.say("cli.doctor.opened.phone", code.digits()));
    }
    session.sayOf("cli.doctor.opened.sections", words.sections(opened));
    if (everyLine) {
      opened.bundle().preview().forEach(session.output()::line);
    }
  }

  /// @param further numbers of causes beside the first
  private void say(PhoneCode code, List<Integer> further)
      throws FaultException, InterruptedException {
    List<String> says =
        Stream.concat(
                new PhoneCodeWords(session.texts(), session.wiring().products(), this::cause)
                    .lines(code).stream(),
                further.stream().map(this::further))
            .toList();
    if (session.output().isJson()) {
      session.output().document(OpenedCodeJson.of(code, further, says));
      return;
    }
    says.forEach(session.output()::line);
    Optional<KnowledgeEntry> entry = code.knownCause().map(Cause::id).flatMap(knowledge::entry);
    if (entry.isPresent()) {
      new AdviceWords(session).say(entry.get());
    }
  }

  private String further(int number) {
    return Cause.of(number)
        .map(cause -> session.texts().get("cli.doctor.opened.further", number, cause(cause)))
        .orElseGet(() -> session.texts().get("cli.doctor.opened.furtherUnknown", number));
  }

  private String cause(Cause cause) {
    return knowledge
        .entry(cause.id())
        .map(entry -> session.texts().sentence(entry.cause()))
        .orElse(cause.id());
  }
}
