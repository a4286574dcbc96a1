package org.certassist.keys.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.Sm2Way;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;

/// SM2 signatures under one login, by the driver's own numbers; each is verified before it counts.
///
/// One way is taken and no second one tried: a key may want its PIN or a button for each (decision
/// 11).
final class Sm2Signing {
  private static final long VENDORS = 0x8000_0000L;
  private static final int MOST_NAMED = 24;

  /// The key that is logged in to.
  interface Key {
    /// The numbers of all its mechanisms.
    List<Long> mechanisms() throws KeyException, InterruptedException;

    /// What one of them makes of this input.
    RawSignature sign(long mechanism, byte[] input) throws KeyException, InterruptedException;
  }

  private final Path module;
  private final List<Sm2Way> ways;
  private final EncodedCertificate certificate;
  private final Key key;
  private Optional<Sm2Way> chosen = Optional.empty();

  /// @param ways how the driver may sign, in order
  Sm2Signing(Path module, List<Sm2Way> ways, EncodedCertificate certificate, Key key) {
    this.module = module;
    this.ways = ways;
    this.certificate = certificate;
    this.key = key;
  }

  /// @throws KeyException `driver.sm2Unknown` where no number fits, or what came does not verify
  RawSignature sign(byte[] data) throws KeyException, InterruptedException {
    ParsedCertificate signer =
        ParsedCertificate.of(certificate).orElseThrow(Sm2Signing::unsupported);
    Sm2Message message = Sm2Message.of(signer, data).orElseThrow(Sm2Signing::unsupported);
    Sm2Way way = way();
    RawSignature made = key.sign(way.mechanism(), message.input(way.takes()));
    byte[] der = Sm2Message.der(way.gives(), made.value());
    if (!new SignatureValues().verifies(signer, "SM3withSM2", data, der)) {
      throw unknown(number(way.mechanism()));
    }
    return new RawSignature(der, made.engine());
  }

  private Sm2Way way() throws KeyException, InterruptedException {
    if (chosen.isEmpty()) {
      List<Long> offered = key.mechanisms();
      chosen = ways.stream().filter(way -> offered.contains(way.mechanism())).findFirst();
      if (chosen.isEmpty()) {
        throw unknown(vendors(offered));
      }
    }
    return chosen.get();
  }

  private KeyException unknown(String mechanism) {
    return new KeyException(new KeyFault.Sm2Unknown(module.toString(), mechanism));
  }

  private static KeyException unsupported() {
    return new KeyException(new KeyFault.AlgorithmUnsupported("SM2"));
  }

  private static String vendors(List<Long> offered) {
    String numbers =
        offered.stream()
            .filter(number -> number >= VENDORS)
            .limit(MOST_NAMED)
            .map(Sm2Signing::number)
            .collect(Collectors.joining(" "));
    return numbers.isEmpty() ? "–" : numbers;
  }

  private static String number(long mechanism) {
    return "0x%08x".formatted(mechanism);
  }
}
