package org.certassist.keys.cms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignatureFault;
import org.certassist.core.signature.Signatures.Made;
import org.certassist.core.signature.SignedFiles;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.KeyKind;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.jspecify.annotations.Nullable;

/// Puts one signer more into a signature file, beside those who signed the same content.
///
/// Everybody's signature is looked at before the key is asked for and again in what is written, so
/// that nobody stands beside a signature that does not hold. The others' parts stay what they were,
/// their time stamps too; only the packing around them becomes DER.
final class FurtherSigner {
  private final SignatureValues signatures;
  private final SignedFiles files;

  FurtherSigner(SignatureValues signatures, SignedFiles files) {
    this.signatures = signatures;
    this.files = files;
  }

  /// @throws FaultException a [SignatureFault]
  SignedFiles.Shared share(Path file, Path signed, EncodedCertificate signer)
      throws FaultException, IOException {
    String name = String.valueOf(signed.getFileName());
    FileVerdict verdict =
        files.examine(
            // whether the others' certificates are trusted is no matter here
            new Question(signed, Optional.of(file), List.of(), List.of(), Instant.now()));
    if (verdict.integrity() != Integrity.INTACT) {
      throw new FaultException(
          new SignatureFault.NotIntact(name, verdict.integrity(), verdict.status().reason()));
    }
    if (verdict.signers().stream()
        .anyMatch(one -> one.signer().filter(signer::equals).isPresent())) {
      throw new FaultException(new SignatureFault.SignedAlready(name));
    }
    SignedParts parts = SignedParts.of(signed, OutputStream.nullOutputStream());
    if (!parts.contentType().equals(parts.form().data())) {
      throw new FaultException(
          new SignatureFault.NotIntact(name, Integrity.CANNOT_TELL, "signatureUnreadable"));
    }
    if (parts.signers().size() >= SignedParts.MOST_SIGNERS) {
      throw new FaultException(new SignatureFault.Full(name, SignedParts.MOST_SIGNERS));
    }
    boolean sm2 =
        ParsedCertificate.of(signer).filter(own -> own.key().kind() == KeyKind.SM2).isPresent();
    if (parts.form() == ContentForm.GMT_0010 && !sm2) {
      throw new FaultException(new SignatureFault.ForSm2Alone(name));
    }
    return (session, packing, out) -> add(file, parts, session, packing, out);
  }

  private Engine add(
      Path file, SignedParts parts, KeySession session, Packing packing, OutputStream out)
      throws KeyException, IOException, InterruptedException {
    long length = Files.size(file);
    Packing likeTheirs = new Packing(packing.chain(), packing.signingTime(), form(parts));
    String own = digestName(session, likeTheirs);
    ContentDigests content = read(file, parts, own);
    Made made = new CmsSigner(signatures).sign(content::digest, session, likeTheirs);
    byte[] all = merged(parts, made.cms());
    demandAll(all, parts, content);
    if (parts.attached()) {
      CmsFiles.attach(all, file, length, own, content.digest(own), out);
    } else {
      out.write(all);
    }
    return made.engine();
  }

  private static Sm2Form form(SignedParts parts) {
    return switch (parts.form()) {
      case CMS -> Sm2Form.CMS;
      case GMT_0010 -> Sm2Form.GMT_0010;
    };
  }

  /// What the further signer needs of the content; SHA-256 where its key cannot sign anyway.
  private static String digestName(KeySession session, Packing packing) {
    return ParsedCertificate.of(session.key().certificate())
        .flatMap(own -> CmsAlgorithm.toSignWith(own.key().kind(), packing.sm2Form()))
        .map(CmsAlgorithm::digestName)
        .orElse("SHA-256");
  }

  /// Reads the content once for all signers.
  ///
  /// @throws IOException also where it is not any more what the others signed
  private ContentDigests read(Path file, SignedParts parts, String own) throws IOException {
    List<SignerCheck> others = checks(parts);
    List<String> names =
        Stream.concat(Stream.of(own), others.stream().flatMap(check -> check.digestName().stream()))
            .toList();
    ContentDigests content =
        new ContentDigests(
            names, others.stream().flatMap(check -> check.overContent().stream()).toList());
    CmsFiles.copy(file, content);
    for (SignerCheck other : others) {
      demandIntact(other.result(Optional.of(content)));
    }
    return content;
  }

  private List<SignerCheck> checks(SignedParts parts) {
    return parts.signers().stream()
        .map(info -> new SignerCheck(info, parts, List.of(), signatures))
        .toList();
  }

  private static void demandIntact(SignerCheck.Result result) throws IOException {
    if (result.integrity() != Integrity.INTACT) {
      throw new IOException("a signature beside ours: " + result.reason());
    }
  }

  /// Every signer is in what is to be written, and holds. Whoever signed the content itself is not
  /// asked again: nothing of his part can have changed.
  private void demandAll(byte[] all, SignedParts before, ContentDigests content)
      throws IOException {
    SignedParts parts =
        SignedParts.of(new ByteArrayInputStream(all), OutputStream.nullOutputStream());
    if (parts.signers().size() != before.signers().size() + 1) {
      throw new IOException("a signature was lost");
    }
    for (SignerCheck check : checks(parts)) {
      if (!check.isBare()) {
        demandIntact(check.result(Optional.of(content)));
      }
    }
  }

  /// Their signed data with what ours has and theirs lacks, detached, in DER.
  private static byte[] merged(SignedParts theirs, byte[] cms) throws IOException {
    SignedData old = theirs.data();
    SignedData ours =
        SignedData.getInstance(
            ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms)).getContent());
    ASN1EncodableVector data = new ASN1EncodableVector();
    data.add(old.getVersion()); // ours needs no higher one
    data.add(union(old.getDigestAlgorithms(), ours.getDigestAlgorithms()));
    data.add(new ContentInfo(theirs.form().data(), null));
    data.add(new DERTaggedObject(false, 0, union(old.getCertificates(), ours.getCertificates())));
    if (old.getCRLs() != null) {
      data.add(new DERTaggedObject(false, 1, old.getCRLs()));
    }
    data.add(union(old.getSignerInfos(), ours.getSignerInfos()));
    return new ContentInfo(theirs.form().signedData(), new DERSequence(data))
        .getEncoded(ASN1Encoding.DER);
  }

  private static ASN1Set union(@Nullable ASN1Set theirs, ASN1Set ours) {
    Set<ASN1Primitive> all = new LinkedHashSet<>();
    Stream.of(theirs == null ? new DERSet() : theirs, ours)
        .flatMap(set -> Arrays.stream(set.toArray()))
        .map(ASN1Encodable::toASN1Primitive)
        .forEach(all::add);
    return new DERSet(all.toArray(ASN1Encodable[]::new));
  }
}
