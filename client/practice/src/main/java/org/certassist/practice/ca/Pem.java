package org.certassist.practice.ca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/// Certificates and keys as PEM files (RFC 7468). A file that is missing or cannot be read as one
/// is empty: the CA then makes a new one.
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private Pem() {}

  static Optional<X509CertificateHolder> certificate(Path file) throws IOException {
    Optional<byte[]> der = body(file, "CERTIFICATE");
    if (der.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new X509CertificateHolder(der.get()));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  static Optional<PrivateKey> key(Path file) throws IOException {
    Optional<byte[]> der = body(file, "PRIVATE KEY");
    if (der.isEmpty()) {
      return Optional.empty();
    }
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(der.get());
      boolean curve =
          info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
      return Optional.of(
          KeyFactory.getInstance(curve ? "EC" : "RSA", CertificateMint.PROVIDER)
              .generatePrivate(new PKCS8EncodedKeySpec(der.get())));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  static byte[] of(X509CertificateHolder certificate) throws IOException {
    return of("CERTIFICATE", certificate.getEncoded());
  }

  static byte[] of(PrivateKey key) {
    return of("PRIVATE KEY", key.getEncoded());
  }

  private static byte[] of(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Optional<byte[]> body(Path file, String label) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    return block.find() && block.group(1).equals(label)
        ? Optional.of(Base64.getMimeDecoder().decode(block.group(2)))
        : Optional.empty();
  }
}
