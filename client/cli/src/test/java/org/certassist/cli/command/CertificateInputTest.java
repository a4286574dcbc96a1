package org.certassist.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.InspectCertificates;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many certificates a folder may hold, where each file has as many as one may.
class CertificateInputTest {
  private static final int IN_A_FILE = 500;

  @TempDir private Path folder;

  private final CertificateInput input =
      new CertificateInput(
          new InspectCertificates(
              manyInEachFile(), Revocations.NONE, new ShanghaiTime(Clock.systemUTC())));

  private static Certificates manyInEachFile() {
    List<EncodedCertificate> many =
        IntStream.range(0, IN_A_FILE)
            .mapToObj(i -> new EncodedCertificate(ByteBuffer.allocate(4).putInt(i).array()))
            .toList();
    return (Certificates)
        Proxy.newProxyInstance(
            Certificates.class.getClassLoader(),
            new Class<?>[] {Certificates.class},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo("parse");
              return many;
            });
  }

  private void files(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      Files.writeString(folder.resolve(i + ".p7b"), "many");
    }
  }

  @Test
  void aFolderMayHoldTwoThousand() throws Exception {
    files(4);

    assertThat(input.read(folder)).hasSize(2_000);
  }

  @Test
  void aFolderOfMoreIsRefused() throws Exception {
    files(5);

    assertThat(catchThrowableOfType(FaultException.class, () -> input.read(folder)).fault())
        .isEqualTo(new CertificateFault.TooManyCertificates(2_000));
  }
}
