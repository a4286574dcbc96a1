package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist verify [FILE] SIG.p7s`: is a signature intact, and whose is it.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(arity = "1..2", paramLabel = "[FILE] SIG.p7s")
  private List<Path> files;

  @Option(names = "--trust", paramLabel = "F")
  private @Nullable Path trust;

  @Option(names = "--chain", paramLabel = "F")
  private @Nullable Path chain;

  @Mixin private AtOption at;

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
      FileVerdict verdict = examine(session, signature, content);
      VerdictView view = new VerdictView(session, verdict);
      if (json) {
        session.output().document(view.json());
      } else {
        view.print();
      }
      if (out != null) {
        takeOut(session, signature, verdict, out);
      }
      return (verdict.isValid() ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  private FileVerdict examine(Session session, Path signature, Optional<Path> content)
      throws FaultException, InterruptedException {
    CertificateInput input = new CertificateInput(session.wiring().inspectCertificates());
    List<EncodedCertificate> anchors =
        trust == null ? session.wiring().profile().trust() : input.read(trust);
    List<EncodedCertificate> others = input.optional(chain);
    try {
      return session
          .wiring()
          .signedFiles()
          .examine(
              new Question(
                  signature, content, others, anchors, at.instant(session.wiring().time())));
    } catch (IOException unreadable) {
      throw new WorkbookException(
          new FileFault.Unreadable(content.orElse(signature).toString()), unreadable);
    }
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
    SafeFile.write(to, stream -> session.wiring().signedFiles().takeOut(signature, stream));
    session.say("cli.verify.takenOut", to.toAbsolutePath());
  }
}
