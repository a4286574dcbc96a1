package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.certassist.cli.json.CertificateJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.profile.Profile;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Signatures;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist sign FILE OUT.p7s`: a detached CMS signature over a file.
@Command(name = "sign")
final class SignCommand implements Callable<Integer> {
  /// A file is held in memory whole while it is signed.
  private static final long LARGEST = 200L << 20;

  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "FILE")
  private Path file;

  @Parameters(index = "1", paramLabel = "OUT.p7s")
  private Path out;

  @Mixin private KeyOptions key;

  @Mixin private OutputOptions output;

  @Option(names = "--json")
  private boolean json;

  record Document(
      String file,
      String signature,
      String engine,
      String signingTime,
      @Nullable CertificateJson signer) {}

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      output.demandFree(file, out);
      byte[] content = read(file);
      Profile profile = session.wiring().profile();
      KeyOverview.Choice choice = key.choose(session, profile);
      new ChosenKey(session).show(choice);
      session.say("cli.signfile.what", file.toAbsolutePath(), content.length);
      List<EncodedCertificate> chain =
          session
              .wiring()
              .certificates()
              .chain(
                  choice.certificate().certificate(),
                  choice.key().token().issuers(profile.intermediates()));
      var now = session.wiring().time().instant();
      Signatures.Made made;
      try (Pin pin = key.pin(session, choice.key().token());
          KeySession keySession = key.door(session, choice.signingKey(), pin).open()) {
        made =
            session
                .wiring()
                .signatures()
                .sign(content, keySession, new Packing(chain, now, profile.sm2Form()));
      }
      byte[] cms = made.cms();
      SafeFile.write(out, stream -> stream.write(cms));
      if (json) {
        session
            .output()
            .document(
                new Document(
                    file.toAbsolutePath().toString(),
                    out.toAbsolutePath().toString(),
                    made.engine().word(),
                    ShanghaiTime.text(now),
                    choice
                        .certificate()
                        .facts()
                        .map(facts -> CertificateJson.of(facts, choice.certificate().status()))
                        .orElse(null)));
      } else {
        session.say("cli.signfile.done", out.toAbsolutePath());
      }
      return ExitCode.DONE.number();
    }
  }

  static byte[] read(Path file) throws WorkbookException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new WorkbookException(new FileFault.Unreadable(file.toString()));
      }
      if (Files.size(file) > LARGEST) {
        throw new WorkbookException(new FileFault.TooLarge("fileBytes", LARGEST));
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new WorkbookException(new FileFault.Unreadable(file.toString()), unreadable);
    }
  }
}
