package org.certassist.keys.revocation;

import static org.certassist.keys.revocation.DerWalk.INTEGER;
import static org.certassist.keys.revocation.DerWalk.SEQUENCE;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.keys.certificate.Decoding;
import org.jspecify.annotations.Nullable;

/// One look through a list's entries for one certificate. An entry belongs to the issuer named in
/// the last entry that named one (RFC 5280 §5.3.3), so that two CAs may share a serial number.
final class CrlSearch {
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          Extension.reasonCode,
          Extension.invalidityDate,
          Extension.instructionCode,
          Extension.certificateIssuer);

  private final byte[] bytes;
  private final X500Name wantedIssuer;
  private final byte[] wantedSerial;
  private final boolean indirect;
  private X500Name current;
  private CrlFile.@Nullable Entry found;

  CrlSearch(
      byte[] bytes, X500Name listIssuer, X500Name issuer, BigInteger serial, boolean indirect) {
    this.bytes = bytes;
    this.current = listIssuer;
    this.wantedIssuer = issuer;
    this.wantedSerial = serial.toByteArray();
    this.indirect = indirect;
  }

  Optional<CrlFile.Entry> in(DerWalk entries) throws UnusableException {
    try {
      while (entries.hasMore()) {
        look(entries.into(entries.next(SEQUENCE)));
      }
    } catch (IOException notDer) {
      throw new UnusableException(NotCheckedReason.MALFORMED);
    }
    return Optional.ofNullable(found);
  }

  private void look(DerWalk entry) throws IOException, UnusableException {
    DerWalk.Value serial = entry.next(INTEGER);
    DerWalk.Value since = entry.next();
    Optional<Extensions> extensions =
        entry.hasMore() ? Optional.of(extensions(entry.next(SEQUENCE))) : Optional.empty();
    if (entry.hasMore()) {
      throw new IOException("more than an entry");
    }
    if (extensions.isPresent()) {
      understand(extensions.get());
    }
    if (!isShortest(serial)) {
      throw new IOException("a serial number with padding");
    }
    boolean meant =
        Arrays.equals(bytes, serial.content(), serial.end(), wantedSerial, 0, wantedSerial.length);
    if (meant && current.equals(wantedIssuer)) {
      note(new CrlFile.Entry(CrlFile.time(bytes, since), reason(extensions)));
    }
  }

  /// A list names a certificate once; where it does so twice, the earlier date counts.
  private void note(CrlFile.Entry entry) {
    if (found == null || entry.since().isBefore(found.since())) {
      found = entry;
    }
  }

  /// Whether a number is written as DER wants it; another form would pass for another number.
  private boolean isShortest(DerWalk.Value number) {
    int length = number.end() - number.content();
    if (length < 2) {
      return length == 1;
    }
    byte first = bytes[number.content()];
    boolean negative = bytes[number.content() + 1] < 0;
    return !(first == 0 && !negative) && !(first == (byte) 0xFF && negative);
  }

  private Extensions extensions(DerWalk.Value value) throws IOException, UnusableException {
    byte[] own = Arrays.copyOfRange(bytes, value.from(), value.end());
    return Decoding.attempt(() -> Extensions.getInstance(own))
        .orElseThrow(() -> new UnusableException(NotCheckedReason.MALFORMED));
  }

  private void understand(Extensions extensions) throws UnusableException {
    if (Arrays.stream(extensions.getCriticalExtensionOIDs()).anyMatch(id -> !KNOWN.contains(id))) {
      throw new UnusableException(NotCheckedReason.UNKNOWN_EXTENSION);
    }
    if (extensions.getExtension(Extension.certificateIssuer) != null) {
      if (!indirect) {
        throw new UnusableException(NotCheckedReason.MALFORMED);
      }
      current =
          Decoding.attempt(() -> directoryName(extensions))
              .orElseThrow(() -> new UnusableException(NotCheckedReason.MALFORMED));
    }
  }

  private static @Nullable X500Name directoryName(Extensions extensions) {
    GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.certificateIssuer);
    return Arrays.stream(names.getNames())
        .filter(name -> name.getTagNo() == GeneralName.directoryName)
        .map(name -> X500Name.getInstance(name.getName()))
        .findFirst()
        .orElse(null);
  }

  private static int reason(Optional<Extensions> extensions) throws UnusableException {
    if (extensions.isEmpty() || extensions.get().getExtension(Extension.reasonCode) == null) {
      return 0;
    }
    Extensions all = extensions.get();
    return Decoding.attempt(() ->
            ASN1Enumerated.getInstance(all.getExtensionParsedValue(Extension.reasonCode))
                .intValueExact())
        .orElseThrow(() -> new UnusableException(NotCheckedReason.MALFORMED));
  }
}
