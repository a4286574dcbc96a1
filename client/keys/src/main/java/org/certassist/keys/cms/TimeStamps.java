package org.certassist.keys.cms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.signature.TimeStamp;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.Purpose;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.certificate.X509Certificates;
import org.jspecify.annotations.Nullable;

/// The time stamps among a signer's unsigned attributes: tokens of RFC 3161 over its value.
final class TimeStamps {
  private static final int MOST = 5;

  private final SignatureValues signatures;
  private final X509Certificates certificates;

  TimeStamps(SignatureValues signatures, X509Certificates certificates) {
    this.signatures = signatures;
    this.certificates = certificates;
  }

  /// @param beside certificates that the tokens may lack
  List<TimeStamp> of(SignerInfo signer, List<EncodedCertificate> beside, Question question) {
    byte[] value = signer.getEncryptedDigest().getOctets();
    return Decoding.attempt(() -> tokens(signer.getUnauthenticatedAttributes()))
        .orElse(List.of())
        .stream()
        .map(token ->
            Decoding.attempt(() -> read(token, value, beside, question))
                .orElseGet(TimeStamps::unreadable))
        .toList();
  }

  private static List<ASN1Encodable> tokens(@Nullable ASN1Set attributes) {
    return attributes == null
        ? List.of()
        : Arrays.stream(attributes.toArray())
            .map(Attribute::getInstance)
            .filter(each ->
                each.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))
            .flatMap(each -> Arrays.stream(each.getAttributeValues()))
            .limit(MOST)
            .toList();
  }

  private TimeStamp read(
      ASN1Encodable token, byte[] value, List<EncodedCertificate> beside, Question question)
      throws IOException {
    byte[] encoded = token.toASN1Primitive().getEncoded();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    SignedParts parts = SignedParts.of(new ByteArrayInputStream(encoded), content);
    TSTInfo stamped = TSTInfo.getInstance(content.toByteArray());
    if (parts.signers().size() != 1
        || !parts.contentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo)) {
      throw new IOException("time stamp: form");
    }
    SignerCheck check = new SignerCheck(parts.signers().getFirst(), parts, beside, signatures);
    ContentDigests digests = new ContentDigests(check.digestName().stream().toList(), List.of());
    digests.write(content.toByteArray());
    SignerCheck.Result result =
        check.isBare()
            ? SignerCheck.Result.cannotTell("signatureUnreadable")
            : check.result(Optional.of(digests));
    if (result.integrity() == Integrity.INTACT) {
      result = imprint(stamped.getMessageImprint(), value);
    }
    return new TimeStamp(
        result.integrity(),
        result.integrity() == Integrity.INTACT
            ? status(check.signer().orElseThrow(), parts.certificatesWith(beside), question)
            : new CertificateStatus(StatusCode.SIGNATURE_WRONG, result.reason()),
        Optional.of(time(stamped)),
        check.signer());
  }

  private static Instant time(TSTInfo stamped) throws IOException {
    try {
      return stamped.getGenTime().getDate().toInstant();
    } catch (ParseException noTime) {
      throw new IOException(noTime);
    }
  }

  /// The token is over this signature's value and not over something else.
  private static SignerCheck.Result imprint(MessageImprint imprint, byte[] value) {
    return SignedAttributes.digestName(imprint.getHashAlgorithm().getAlgorithm())
        .map(name ->
            MessageDigest.isEqual(Digests.of(name, value), imprint.getHashedMessage())
                ? SignerCheck.Result.INTACT
                : SignerCheck.Result.broken("contentMismatch"))
        .orElseGet(() -> SignerCheck.Result.cannotTell("algorithmUnknown"));
  }

  private CertificateStatus status(
      EncodedCertificate authority, List<EncodedCertificate> others, Question question) {
    if (!isForTimeStamps(authority)) {
      return new CertificateStatus(StatusCode.NOT_VALID, "notForTimeStamps");
    }
    return certificates
        .examine(
            authority, Purpose.TIME_STAMPS, new Material(others, question.trust()), question.at())
        .status();
  }

  private static boolean isForTimeStamps(EncodedCertificate authority) {
    return ParsedCertificate.of(authority)
        .flatMap(parsed ->
            Decoding.attempt(
                () -> ExtendedKeyUsage.fromExtensions(parsed.holder().getExtensions())))
        .filter(usage -> usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping))
        .isPresent();
  }

  private static TimeStamp unreadable() {
    return new TimeStamp(
        Integrity.CANNOT_TELL,
        new CertificateStatus(StatusCode.SIGNATURE_WRONG, "signatureUnreadable"),
        Optional.empty(),
        Optional.empty());
  }
}
