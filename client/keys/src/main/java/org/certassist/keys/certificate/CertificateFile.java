package org.certassist.keys.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.certassist.core.certificate.EncodedCertificate;

/// The certificates in a file as CAs hand them out: DER, several after one another, those in a CMS
/// or PKCS#7 structure (.p7b, .p7s), PEM with text around, or bare base64.
final class CertificateFile {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int MOST = 500;
  private static final byte SEQUENCE = 0x30;

  /// Possessive, so that a file of a million dashes costs one pass.
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (?:(?:X509 )?CERTIFICATE|PKCS7|CMS)-----([A-Za-z0-9+/=\\s]*+)-----END");

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]++");

  private CertificateFile() {}

  static List<EncodedCertificate> certificates(byte[] file) {
    if (file.length == 0 || file.length > LARGEST) {
      return List.of();
    }
    Set<EncodedCertificate> found = new LinkedHashSet<>();
    if (file[0] == SEQUENCE) {
      Decoding.attempt(() -> addDer(file, found));
    }
    if (found.isEmpty()) {
      addText(new String(file, StandardCharsets.ISO_8859_1), found);
    }
    return List.copyOf(found);
  }

  private static Set<EncodedCertificate> addDer(byte[] bytes, Set<EncodedCertificate> found)
      throws IOException {
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
    try (ASN1InputStream objects = new ASN1InputStream(rest)) {
      int start = 0;
      ASN1Primitive object = objects.readObject();
      while (found.size() < MOST && object != null) {
        int end = bytes.length - rest.available();
        if (!add(Arrays.copyOfRange(bytes, start, end), found)) {
          addSigned(object, found);
        }
        start = end;
        object = objects.readObject();
      }
    }
    return found;
  }

  private static void addText(String text, Set<EncodedCertificate> found) {
    Matcher pem = PEM.matcher(text);
    while (found.size() < MOST && pem.find()) {
      addBase64(pem.group(1), found);
    }
    if (found.isEmpty() && BASE64.matcher(text).matches()) {
      addBase64(text, found);
    }
  }

  private static void addBase64(String text, Set<EncodedCertificate> found) {
    Decoding.attempt(() -> Base64.getMimeDecoder().decode(text))
        .ifPresent(bytes -> Decoding.attempt(() -> addDer(bytes, found)));
  }

  /// Those a signature or a list of certificates carries; whose signature it is does not matter
  /// here.
  private static void addSigned(ASN1Primitive object, Set<EncodedCertificate> found) {
    List<byte[]> inside =
        Decoding.attempt(() -> certificatesOf(ContentInfo.getInstance(object))).orElse(List.of());
    for (byte[] der : inside) {
      if (found.size() < MOST) {
        var _ = add(der, found);
      }
    }
  }

  private static List<byte[]> certificatesOf(ContentInfo signed) throws IOException {
    ASN1Set inside = SignedData.getInstance(signed.getContent()).getCertificates();
    List<byte[]> certificates = new ArrayList<>();
    if (inside != null) {
      for (ASN1Encodable one : inside) {
        certificates.add(one.toASN1Primitive().getEncoded());
      }
    }
    return certificates;
  }

  /// @return whether it is one
  private static boolean add(byte[] der, Set<EncodedCertificate> found) {
    EncodedCertificate certificate = new EncodedCertificate(der);
    boolean readable = ParsedCertificate.of(certificate).isPresent();
    if (readable) {
      found.add(certificate);
    }
    return readable;
  }
}
