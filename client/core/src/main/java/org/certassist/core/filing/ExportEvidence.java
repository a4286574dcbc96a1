package org.certassist.core.filing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.storage.PrivateFiles;

/// Writes what proves a declaration into a folder: the exact bytes, the signature, the certificates
/// and the portal's receipt.
///
/// The files hold personal data in clear; they are readable by their owner only.
public final class ExportEvidence {
  /// Writes `declaration.json`, `declaration.json.p7s`, `certificate.pem`, `chain.pem` and, once
  /// there is one, `receipt.json`.
  ///
  /// @throws FaultException `usage.notSigned` for a declaration without a signature,
  ///   `usage.folderTaken`, `evidence.notWritten`
  public void export(History history, Path folder) throws FaultException {
    Step.Signed signed =
        history
            .last(Step.Signed.class)
            .orElseThrow(() ->
                new FaultException(UsageFault.of("usage.notSigned", history.id().toString())));
    try {
      refuseAnothers(folder, signed);
      PrivateFiles.folder(folder);
      PrivateFiles.write(folder.resolve("declaration.json"), signed.document());
      PrivateFiles.write(folder.resolve("declaration.json.p7s"), signed.cms());
      PrivateFiles.write(folder.resolve("certificate.pem"), text(signed.signer().pem()));
      PrivateFiles.write(folder.resolve("chain.pem"), text(pems(signed.chain())));
      Path receipt = folder.resolve("receipt.json");
      Optional<Step.Accepted> accepted = history.last(Step.Accepted.class);
      if (accepted.isPresent()) {
        PrivateFiles.write(receipt, accepted.get().receipt().original());
      }
    } catch (IOException notWritten) {
      throw new ArchiveException(
          ArchiveFault.of("evidence.notWritten", folder.toString()), notWritten);
    }
  }

  /// Another declaration's proof is not overwritten.
  private static void refuseAnothers(Path folder, Step.Signed signed)
      throws IOException, FaultException {
    Path there = folder.resolve("declaration.json");
    if (Files.exists(there) && !Arrays.equals(Files.readAllBytes(there), signed.document())) {
      throw new FaultException(UsageFault.of("usage.folderTaken", folder.toString()));
    }
  }

  private static String pems(List<EncodedCertificate> chain) {
    return chain.stream().map(EncodedCertificate::pem).collect(Collectors.joining());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
