package org.certassist.core.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An X.509 certificate as DER bytes, whatever its algorithm; equal by content.
public final class EncodedCertificate {
  private final byte[] der;

  public EncodedCertificate(byte[] der) {
    this.der = der.clone();
  }

  public byte[] der() {
    return der.clone();
  }

  /// The SHA-256 of the DER in lower-case hexadecimal; the name of the certificate in `--key` and
  /// JSON.
  public String sha256() {
    return fingerprint("SHA-256");
  }

  /// The SHA-1, which Windows shows as a certificate's thumbprint; to be read out, never to be
  /// relied on.
  public String sha1() {
    return fingerprint("SHA-1");
  }

  private String fingerprint(String algorithm) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(der));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// RFC 7468 text with a closing line feed.
  public String pem() {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedCertificate that && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "EncodedCertificate[" + sha256() + "]";
  }
}
