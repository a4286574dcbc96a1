package org.certassist.core.filing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.workbook.SafeFile;

/// Writes a certificate into a file that can be given to others; no secret is in it.
public final class ExportCertificate {
  private final Certificates certificates;

  public ExportCertificate(Certificates certificates) {
    this.certificates = certificates;
  }

  /// The forms that CAs, portals and programs ask for.
  public enum Form {
    /// The certificate alone, DER.
    CER("cer"),
    /// The certificate alone, as text.
    PEM("pem"),
    /// The certificate and the CAs above it, PKCS#7.
    P7B("p7b");

    private final String word;

    Form(String word) {
      this.word = word;
    }

    /// The ending of such files, without its dot; of the form's words too.
    public String word() {
      return word;
    }
  }

  /// Writes the file whole or not at all.
  ///
  /// @param chain the certificate itself first, then those above it
  /// @throws FaultException `file.notWritten` or `file.notAFile`; what was there stays as it was
  public void write(List<EncodedCertificate> chain, Form form, Path out) throws FaultException {
    byte[] content =
        switch (form) {
          case CER -> chain.getFirst().der();
          case PEM -> chain.getFirst().pem().getBytes(StandardCharsets.US_ASCII);
          case P7B -> certificates.bundle(chain);
        };
    SafeFile.write(out, file -> file.write(content));
  }
}
