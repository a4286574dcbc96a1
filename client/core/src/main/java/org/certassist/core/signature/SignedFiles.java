package org.certassist.core.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;

/// The port to signatures over files of any size, and to signature files of any origin.
///
/// Declarations and receipts have a stricter one, [Signatures].
public interface SignedFiles {
  /// Where the content is.
  enum Placement {
    DETACHED,
    /// Inside the signature file.
    ATTACHED
  }

  /// Signs a file, verifies the signature and writes it; the file is read by and by.
  ///
  /// @return the engine that made the signature's value
  /// @throws IOException a [org.certassist.core.workbook.ChangedFileException] where the file
  ///   changes meanwhile
  Engine sign(Path file, Placement placement, KeySession session, Packing packing, OutputStream out)
      throws KeyException, IOException, InterruptedException;

  /// A signature file that may get one signer more.
  interface Shared {
    /// Signs the content in the form that the file has, verifies every signature and writes the
    /// file with one signer more; the content stays where it is, inside or beside.
    ///
    /// @return the engine that made the signature's value
    /// @throws IOException also where one of the files changed meanwhile
    Engine add(KeySession session, Packing packing, OutputStream out)
        throws KeyException, IOException, InterruptedException;
  }

  /// Looks whether a certificate may sign beside others: what they signed must be this file.
  ///
  /// @param signed the signature file that others have made
  /// @throws FaultException a [SignatureFault]
  /// @throws IOException where the file cannot be read
  Shared share(Path file, Path signed, EncodedCertificate signer)
      throws FaultException, IOException;

  /// What is asked of a signature file.
  ///
  /// @param content the file it is over; may be empty where the content lies inside
  /// @param others certificates that the signature file may lack
  /// @param trust trust anchors; with none, an intact signature is `noTrustGiven` (820)
  /// @param at when certificates must be valid
  record Question(
      Path signature,
      Optional<Path> content,
      List<EncodedCertificate> others,
      List<EncodedCertificate> trust,
      Instant at) {
    public Question {
      others = List.copyOf(others);
      trust = List.copyOf(trust);
    }
  }

  /// Any bytes in the signature file give a verdict, never an exception.
  ///
  /// @throws IOException where the content's file cannot be read
  FileVerdict examine(Question question) throws IOException;

  /// Writes the content that lies inside a signature file.
  ///
  /// @throws IOException a [org.certassist.core.workbook.ChangedFileException] where it is not the
  ///   content that was examined; what was written by then counts for nothing
  void takeOut(Path signature, FileVerdict examined, OutputStream out) throws IOException;
}
