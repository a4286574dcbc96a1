package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.filing.ExportCertificate;
import org.certassist.core.filing.ExportCertificate.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A certificate that is given to others, in each form.
class CertificateBundleTest {
  private static final TestCa.Party ROOT = TestCa.party("root");
  private static final TestCa.Party UNIT = TestCa.party("unit");

  private final Certificates certificates = new X509Certificates();
  private final EncodedCertificate ca = TestCa.root(ROOT);
  private final EncodedCertificate unit = TestCa.certificate(UNIT, ROOT).make();

  @TempDir Path folder;

  @Test
  void everyFormIsReadAgain() throws Exception {
    for (Form form : Form.values()) {
      Path out = folder.resolve("a." + form.word());
      new ExportCertificate(certificates).write(List.of(unit, ca), form, out);

      assertThat(certificates.parse(Files.readAllBytes(out)))
          .as(form.word())
          .containsExactlyInAnyOrderElementsOf(
              form == Form.P7B ? List.of(unit, ca) : List.of(unit));
    }
  }

  @Test
  void aCaIsKnownAsOne() {
    assertThat(certificates.isAuthority(ca)).isTrue();
    assertThat(certificates.isAuthority(unit)).isFalse();
  }
}
