package org.certassist.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.CertificateJson;
import org.certassist.cli.json.VerifyJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.signature.SignatureVerdict;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.FaultText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist verify FILE SIG.p7s`: is a detached CMS signature intact, and whose is it.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "FILE")
  private Path file;

  @Parameters(index = "1", paramLabel = "SIG.p7s")
  private Path signature;

  @Option(names = "--trust", paramLabel = "F")
  private @Nullable Path trust;

  @Option(names = "--at", paramLabel = "TIME")
  private @Nullable String at;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      List<EncodedCertificate> anchors =
          trust == null
              ? session.wiring().profile().trust()
              : session.wiring().certificates().parse(SignCommand.read(trust));
      SignatureVerdict verdict =
          session
              .wiring()
              .signatures()
              .verify(SignCommand.read(file), SignCommand.read(signature), anchors, time(session));
      Optional<CertificateFacts> signer =
          verdict.signer().flatMap(session.wiring().certificates()::read);
      if (json) {
        session
            .output()
            .document(
                new VerifyJson(
                    verdict.isValid(),
                    signer.map(facts -> CertificateJson.of(facts, verdict.status())).orElse(null),
                    verdict.signingTime().map(made -> ShanghaiTime.text(made)).orElse(null),
                    verdict.status().code().number(),
                    verdict.status().reason()));
      } else {
        print(verdict, signer, session);
      }
      return (verdict.isValid() ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  private static void print(
      SignatureVerdict verdict, Optional<CertificateFacts> signer, Session session) {
    session.say(verdict.isValid() ? "cli.verify.valid" : "cli.verify.invalid");
    signer.ifPresent(facts ->
        session.say(
            "cli.verify.signer",
            facts.organization().orElse(facts.subject()),
            facts.creditCode().orElse("–"),
            verdict.signingTime().map(made -> ShanghaiTime.text(made)).orElse("–")));
    if (!verdict.isValid()) {
      FaultText advice = session.texts().certificateAdvice(verdict.status());
      session.output().line(advice.joined(session.texts().language()));
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
