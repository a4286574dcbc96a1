package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How large files of lists and of certificates may be; a file of two gigabytes is sparse here.
class GivenListsTest {
  private static final int LARGEST_LIST = 20 << 20;
  private static final long HUGE = 2L << 30;

  @TempDir private Path folder;

  private final GivenLists one = new GivenLists(List::of);

  private Path file(long length) throws IOException {
    Path file = folder.resolve(length + ".crl");
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(length);
    }
    return file;
  }

  private static Fault fault(GivenLists lists, Path... files) {
    return catchThrowableOfType(FaultException.class, () -> lists.open(List.of(files))).fault();
  }

  @Test
  void aListOfTheLargestSizeIsOpened() throws Exception {
    assertThat(one.open(List.of(file(LARGEST_LIST)))).hasSize(1);
  }

  @Test
  void aLargerOneIsNotHoweverLargeItIs() throws Exception {
    for (long length : new long[] {LARGEST_LIST + 1, HUGE}) {
      Path file = file(length);

      assertThat(fault(one, file))
          .isEqualTo(
              new CertificateFault.ListTooLarge(file.getFileName().toString(), LARGEST_LIST));
    }
  }

  @Test
  void twentyListsAreLookedAtAndNotOneMore() throws Exception {
    Path file = Files.writeString(folder.resolve("lists"), "lists");
    Path another = Files.writeString(folder.resolve("another"), "list");
    GivenLists ten =
        new GivenLists(bytes -> Collections.nCopies(bytes.length == 5 ? 10 : 1, bytes));

    assertThat(ten.open(List.of(file, file))).hasSize(20);
    assertThat(fault(ten, file, file, another)).isEqualTo(new CertificateFault.TooManyLists(20));
  }

  @Test
  void aFileWithoutAListIsRefusedByItsName() throws Exception {
    assertThat(fault(new GivenLists(_ -> List.of()), file(0)))
        .isEqualTo(new CertificateFault.NoList("0.crl"));
  }

  @Test
  void aHugeFileIsNoFileOfCertificates() throws Exception {
    InspectCertificates inspect =
        new InspectCertificates(
            new PlainCertificates(), Revocations.NONE, new ShanghaiTime(Clock.systemUTC()));
    int largest = 8 << 20;

    for (long length : new long[] {largest + 1, HUGE}) {
      Path file = file(length);
      assertThat(catchThrowableOfType(FaultException.class, () -> inspect.open(file)).fault())
          .isEqualTo(new CertificateFault.FileTooLarge(file.getFileName().toString(), largest));
    }
    assertThat(
            catchThrowableOfType(FaultException.class, () -> inspect.open(file(largest))).fault())
        .isInstanceOf(CertificateFault.NoCertificate.class);
  }
}
