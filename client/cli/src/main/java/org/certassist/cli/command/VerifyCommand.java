package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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

  @Option(names = "--at", paramLabel = "TIME")
  private @Nullable String at;

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
    List<EncodedCertificate> anchors =
        trust == null ? session.wiring().profile().trust() : certificates(session, trust);
    List<EncodedCertificate> others = chain == null ? List.of() : certificates(session, chain);
    try {
      return session
          .wiring()
          .signedFiles()
          .examine(new Question(signature, content, others, anchors, time(session)));
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

  private static List<EncodedCertificate> certificates(Session session, Path file)
      throws WorkbookException {
    return session.wiring().certificates().parse(small(file));
  }

  /// More than any list of certificates has.
  private static final long LARGEST = 8L << 20;

  private static byte[] small(Path file) throws WorkbookException {
    try {
      if (Files.size(SignCommand.readable(file)) > LARGEST) {
        throw new WorkbookException(new FileFault.TooLarge("fileBytes", LARGEST));
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new WorkbookException(new FileFault.Unreadable(file.toString()), unreadable);
    }
  }

  private Instant time(Session session) throws FaultException {
    if (at == null) {
      return session.wiring().time().instant();
    }
    try {
      return OffsetDateTime.parse(at).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new FaultException(UsageFault.of("usage.notATime", at), notATime);
    }
  }
}
