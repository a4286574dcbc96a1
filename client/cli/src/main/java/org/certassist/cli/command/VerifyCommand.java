package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.CertificateCheck.Asking;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.signature.SignerRevocations;
import org.certassist.core.time.ClockReading;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist verify [FILE] SIG.p7s`: is a signature intact, whose is it, and was the signer's
/// certificate taken back.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0..1", arity = "1..2", paramLabel = "[FILE] SIG.p7s")
  private List<Path> files;

  @Option(names = "--trust", paramLabel = "F")
  private @Nullable Path trust;

  @Option(names = "--chain", paramLabel = "F")
  private @Nullable Path chain;

  @Mixin private AtOption at;

  @Mixin private RevocationOptions revocation;

  @Option(names = "--out", paramLabel = "OUT")
  private @Nullable Path out;

  @Mixin private OutputOptions output;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Path signature = SignCommand.readable(files.getLast());
      Optional<Path> content =
          files.size() == 1
              ? Optional.empty()
              : Optional.of(SignCommand.readable(files.getFirst()));
      if (out != null) {
        for (Path input : files) {
          output.demandFree(input, out);
        }
      }
      ClockReading clock = clock(session);
      FileVerdict verdict = examine(session, signature, content, clock);
      VerdictView view = new VerdictView(session, verdict);
      if (json) {
        session.output().document(view.json());
      } else {
        view.print();
        session.say(clock);
      }
      if (out != null) {
        takeOut(session, signature, verdict, out);
      }
      return (verdict.isValid() ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  private FileVerdict examine(
      Session session, Path signature, Optional<Path> content, ClockReading clock)
      throws FaultException, InterruptedException {
    CertificateInput input = new CertificateInput(session.wiring().inspectCertificates());
    List<EncodedCertificate> anchors =
        trust == null ? session.wiring().profile().trust() : input.read(trust);
    List<EncodedCertificate> others = input.optional(chain);
    Asking asking =
        revocation.asking(session.wiring().profile().revocation(), session.wiring(), clock.now());
    Instant time = at.isGiven() ? at.instant(session.wiring().time()) : clock.now();
    Question question = new Question(signature, content, others, anchors, time);
    try {
      FileVerdict verdict = session.wiring().signedFiles().examine(question);
      return new SignerRevocations(revocation.check(session.wiring()))
          .ask(verdict, question, asking);
    } catch (IOException unreadable) {
      throw new WorkbookException(
          new FileFault.Unreadable(content.orElse(signature).toString()), unreadable);
    }
  }

  /// Nobody is asked for the time where it was given.
  private ClockReading clock(Session session) throws FaultException, InterruptedException {
    return at.isGiven()
        ? ClockReading.ofThisPc(session.wiring().time().instant())
        : revocation.clock(session.wiring());
  }

  /// Only what is as it was signed leaves the signature file.
  private void takeOut(Session session, Path signature, FileVerdict verdict, Path to)
      throws FaultException {
    if (!verdict.attached()) {
      throw new FaultException(UsageFault.of("usage.noContentInside", signature.toString()));
    }
    if (verdict.integrity() != Integrity.INTACT) {
      session.say("cli.verify.notTakenOut");
      return;
    }
    SafeFile.writeFrom(
        signature,
        to,
        stream -> session.wiring().signedFiles().takeOut(signature, verdict, stream));
    session.say("cli.verify.takenOut", to.toAbsolutePath());
  }
}
