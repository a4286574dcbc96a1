package org.certassist.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.certassist.cli.json.CertificateJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.profile.Profile;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignedFiles;
import org.certassist.core.signature.SignedFiles.Placement;
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

/// `certassist sign FILE OUT.p7s`: a CMS signature over a file of any size, detached unless asked;
/// alone, or beside those who signed it before.
@Command(name = "sign")
final class SignCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "FILE")
  private Path file;

  @Parameters(index = "1", paramLabel = "OUT.p7s")
  private Path out;

  @Option(names = "--attached")
  private boolean attached;

  @Option(names = "--add-to", paramLabel = "FILE.p7s", descriptionKey = "add-to")
  private @Nullable Path addTo;

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
      demandPlaces();
      long size = size(file);
      Profile profile = session.wiring().profile();
      KeyOverview.Choice choice = key.choose(session, profile);
      new ChosenKey(session).show(choice);
      session.say("cli.signfile.what", file.toAbsolutePath(), size);
      List<EncodedCertificate> chain =
          session
              .wiring()
              .certificates()
              .chain(
                  choice.certificate().certificate(),
                  choice.key().token().issuers(profile.intermediates()));
      Signing signing = signing(session, choice.certificate().certificate());
      var now = session.wiring().time().instant();
      Engine engine;
      try (Pin pin = key.pin(session, choice.key().token());
          KeySession keySession = key.door(session, choice.signingKey(), pin).open()) {
        engine = write(signing, keySession, new Packing(chain, now, profile.sm2Form()));
      }
      if (json) {
        session
            .output()
            .document(
                new Document(
                    file.toAbsolutePath().toString(),
                    out.toAbsolutePath().toString(),
                    engine.word(),
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

  private void demandPlaces() throws FaultException {
    output.demandFree(file, out);
    if (addTo != null) {
      if (attached) {
        throw new FaultException(UsageFault.of("usage.addToAttached"));
      }
      output.demandFree(readable(addTo), out);
    }
  }

  /// What is written once the key is open.
  private interface Signing {
    Engine to(OutputStream out, KeySession key, Packing packing)
        throws KeyException, IOException, InterruptedException;
  }

  /// @throws FaultException a [org.certassist.core.signature.SignatureFault], before a PIN is asked
  private Signing signing(Session session, EncodedCertificate signer) throws FaultException {
    SignedFiles files = session.wiring().signedFiles();
    Path others = addTo;
    if (others == null) {
      Placement placement = attached ? Placement.ATTACHED : Placement.DETACHED;
      return (to, keySession, packing) -> files.sign(file, placement, keySession, packing, to);
    }
    try {
      SignedFiles.Shared shared = files.share(file, others, signer);
      return (to, keySession, packing) -> shared.add(keySession, packing, to);
    } catch (IOException unreadable) {
      throw new WorkbookException(new FileFault.Unreadable(file.toString()), unreadable);
    }
  }

  /// The signature is made while the place is being written, so that a file of any size needs no
  /// room in memory; where the key fails nothing is written.
  private Engine write(Signing signing, KeySession keySession, Packing packing)
      throws FaultException, InterruptedException {
    AtomicReference<Engine> engine = new AtomicReference<>();
    AtomicReference<Exception> failed = new AtomicReference<>();
    try {
      SafeFile.writeFrom(
          file,
          out,
          stream -> {
            try {
              engine.set(signing.to(stream, keySession, packing));
            } catch (KeyException | InterruptedException ofTheKey) {
              failed.set(ofTheKey);
              throw new IOException(ofTheKey);
            }
          });
    } catch (WorkbookException notWritten) {
      switch (failed.get()) {
        case KeyException ofTheKey -> throw ofTheKey;
        case InterruptedException stopped -> throw stopped;
        case null, default -> throw notWritten;
      }
    }
    return engine.get();
  }

  private static long size(Path file) throws WorkbookException {
    try {
      return Files.size(readable(file));
    } catch (IOException unreadable) {
      throw new WorkbookException(new FileFault.Unreadable(file.toString()), unreadable);
    }
  }

  /// @throws WorkbookException `file.unreadable` where it is no file that can be read
  static Path readable(Path file) throws WorkbookException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new WorkbookException(new FileFault.Unreadable(file.toString()));
    }
    return file;
  }
}
