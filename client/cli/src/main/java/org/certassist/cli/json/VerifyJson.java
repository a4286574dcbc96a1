package org.certassist.cli.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `verify --json` prints.
///
/// @param signer and `signingTime`: of the signer who decides
/// @param verdict intact, broken or cannot-tell; valid is intact by certificates that are good
public record VerifyJson(
    boolean valid,
    @Nullable CertificateJson signer,
    @Nullable String signingTime,
    int code,
    String reason,
    String verdict,
    boolean attached,
    List<SignerJson> signers) {
  /// One signer, with the time stamps on his signature.
  public record SignerJson(
      boolean valid,
      String verdict,
      int code,
      String reason,
      @Nullable CertificateJson signer,
      @Nullable String signingTime,
      List<TimeStampJson> timeStamps) {}

  /// One time stamp; `authority` is the subject of its certificate.
  public record TimeStampJson(
      boolean trusted,
      String verdict,
      String reason,
      @Nullable String time,
      @Nullable String authority) {}
}
