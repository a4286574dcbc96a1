package org.certassist.keys.cms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Signatures.Made;
import org.certassist.core.signature.SignedFiles;
import org.certassist.core.signature.SignerVerdict;
import org.certassist.core.workbook.ChangedFileException;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.certificate.X509Certificates;

/// Signature files of any origin and any size, read by and by: a file is read once for its form and
/// once more for its content.
public final class CmsFiles implements SignedFiles {
  /// The digest by which a content inside is known again.
  private static final String INSIDE = "SHA-256";

  private final SignatureValues signatures = new SignatureValues();
  private final X509Certificates certificates = new X509Certificates(signatures);
  private final TimeStamps timeStamps = new TimeStamps(signatures, certificates);

  @Override
  public Engine sign(
      Path file, Placement placement, KeySession session, Packing packing, OutputStream out)
      throws KeyException, IOException, InterruptedException {
    long length = Files.size(file);
    CmsSigner.Digester<IOException> digester =
        name -> {
          MessageDigest digest = Digests.named(name);
          copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
          return digest.digest();
        };
    Made made = new CmsSigner(signatures).sign(digester, session, packing);
    switch (placement) {
      case DETACHED -> out.write(made.cms());
      case ATTACHED -> {
        DetachedCms signature = DetachedCms.of(made.cms()).orElseThrow();
        attach(
            made.cms(),
            file,
            length,
            signature.algorithm().digestName(),
            signature.attributes().messageDigest(),
            out);
      }
    }
    return made.engine();
  }

  /// Puts the file into a detached CMS.
  ///
  /// @throws IOException a [ChangedFileException] where it is not the one with this digest
  static void attach(
      byte[] detached, Path file, long length, String digestName, byte[] digest, OutputStream out)
      throws IOException {
    MessageDigest written = Digests.named(digestName);
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), written)) {
      AttachedCms.write(detached, content, length, out);
    }
    if (!MessageDigest.isEqual(written.digest(), digest)) {
      throw new ChangedFileException("the file changed while it was signed");
    }
  }

  @Override
  public Shared share(Path file, Path signed, EncodedCertificate signer)
      throws FaultException, IOException {
    return new FurtherSigner(signatures, this).share(file, signed, signer);
  }

  @Override
  public FileVerdict examine(Question question) throws IOException {
    SignedParts parts;
    List<SignerCheck> checks;
    ContentDigests digests;
    try {
      parts = SignedParts.of(question.signature(), OutputStream.nullOutputStream());
      checks =
          parts.signers().stream()
              .map(info -> new SignerCheck(info, parts, question.others(), signatures))
              .toList();
      digests =
          new ContentDigests(
              digestNames(checks),
              checks.stream().flatMap(check -> check.overContent().stream()).toList());
      if (parts.attached()) {
        var _ = SignedParts.of(question.signature(), digests);
      }
    } catch (IOException unreadable) { // the file's bytes, or the disk under them: nobody can tell
      return new FileVerdict(wrong("signatureUnreadable"), Optional.empty(), List.of());
    }
    Contents contents = contents(question, parts.attached(), digests, digestNames(checks));
    return new FileVerdict(
        wrong("noSigner"),
        parts.attached() ? Optional.of(hex(digests.digest(INSIDE))) : Optional.empty(),
        checks.stream().map(check -> verdict(check, contents, parts, question)).toList());
  }

  private static List<String> digestNames(List<SignerCheck> checks) {
    return Stream.concat(
            Stream.of(INSIDE), checks.stream().flatMap(check -> check.digestName().stream()))
        .toList();
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  /// What the signers' content is.
  ///
  /// @param content empty where there is none, neither inside nor beside
  /// @param same what lies inside is what lies beside, where both do
  private record Contents(Optional<ContentDigests> content, boolean same) {}

  /// @param digests of what lies inside, where anything does
  private static Contents contents(
      Question question, boolean attached, ContentDigests digests, List<String> names)
      throws IOException {
    if (question.content().isEmpty()) {
      return new Contents(attached ? Optional.of(digests) : Optional.empty(), true);
    }
    if (!attached) {
      copy(question.content().get(), digests);
      return new Contents(Optional.of(digests), true);
    }
    ContentDigests beside = new ContentDigests(names, List.of());
    copy(question.content().get(), beside);
    return new Contents(Optional.of(digests), digests.sameAs(beside));
  }

  static void copy(Path file, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(out);
    }
  }

  private SignerVerdict verdict(
      SignerCheck check, Contents contents, SignedParts parts, Question question) {
    SignerCheck.Result result = check.result(contents.content());
    if (result.integrity() == Integrity.INTACT && !contents.same()) {
      result = SignerCheck.Result.broken("contentMismatch");
    }
    List<EncodedCertificate> others = parts.certificatesWith(question.others());
    CertificateReport report =
        result.integrity() == Integrity.INTACT
            ? certificates.examine(
                check.signer().orElseThrow(), new Material(others, question.trust()), question.at())
            : new CertificateReport(wrong(result.reason()), List.of(), Optional.empty());
    return new SignerVerdict(
        result.integrity(),
        report,
        RevocationReport.notAsked(question.at()),
        check.signer(),
        check.signingTime(),
        timeStamps.of(check.info(), others, question));
  }

  @Override
  public void takeOut(Path signature, FileVerdict examined, OutputStream out) throws IOException {
    MessageDigest taken = Digests.named(INSIDE);
    var _ = SignedParts.of(signature, new DigestOutputStream(out, taken));
    if (!examined.inside().equals(Optional.of(hex(taken.digest())))) {
      throw new ChangedFileException("the signature file changed since it was examined");
    }
  }

  private static CertificateStatus wrong(String reason) {
    return new CertificateStatus(StatusCode.SIGNATURE_WRONG, reason);
  }
}
