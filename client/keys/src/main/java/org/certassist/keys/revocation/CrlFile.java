package org.certassist.keys.revocation;

import static org.certassist.keys.revocation.DerWalk.BIT_STRING;
import static org.certassist.keys.revocation.DerWalk.GENERALIZED_TIME;
import static org.certassist.keys.revocation.DerWalk.INTEGER;
import static org.certassist.keys.revocation.DerWalk.SEQUENCE;
import static org.certassist.keys.revocation.DerWalk.UTC_TIME;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;
import org.certassist.keys.certificate.Decoding;
import org.jspecify.annotations.Nullable;

/// A list of revoked certificates (RFC 5280 §5), its head read and its entries left as bytes: a
/// million of them take no more memory than the file.
final class CrlFile {
  private static final int EXTENSIONS = 0xa0;
  static final String PEM = "-----BEGIN X509 CRL-----";
  private static final String PEM_END = "-----END X509 CRL-----";

  private final byte[] bytes;
  private final DerWalk.Value signed;
  private final AlgorithmIdentifier algorithm;
  private final byte[] signature;
  private final X500Name issuer;
  private final Instant thisUpdate;
  private final Optional<Instant> nextUpdate;
  private final DerWalk.@Nullable Value entries;
  private final Optional<Extensions> extensions;

  private CrlFile(byte[] bytes) throws IOException {
    this.bytes = bytes;
    DerWalk whole = new DerWalk(bytes, 0, bytes.length);
    DerWalk parts = whole.into(whole.next(SEQUENCE));
    this.signed = parts.next(SEQUENCE);
    this.algorithm = AlgorithmIdentifier.getInstance(object(parts.next(SEQUENCE)));
    this.signature = ASN1BitString.getInstance(object(parts.next(BIT_STRING))).getOctets();
    DerWalk head = parts.into(signed);
    boolean versioned = head.isNext(INTEGER);
    if (versioned && !ASN1Integer.getInstance(object(head.next())).hasValue(1)) {
      throw new IOException("unknown version");
    }
    AlgorithmIdentifier inside = AlgorithmIdentifier.getInstance(object(head.next(SEQUENCE)));
    this.issuer = X500Name.getInstance(object(head.next(SEQUENCE)));
    this.thisUpdate = time(head.next());
    this.nextUpdate = isTime(head) ? Optional.of(time(head.next())) : Optional.empty();
    this.entries = head.isNext(SEQUENCE) ? head.next() : null;
    this.extensions = head.isNext(EXTENSIONS) ? Optional.of(explicit(head)) : Optional.empty();
    boolean sound =
        !whole.hasMore()
            && !parts.hasMore()
            && !head.hasMore()
            && algorithm.equals(inside)
            && (versioned || extensions.isEmpty());
    if (!sound) {
      throw new IOException("no list");
    }
  }

  /// The list in DER or PEM; empty where the bytes are none.
  static Optional<CrlFile> of(byte[] file) {
    return Decoding.attempt(() -> new CrlFile(unwrapped(file)));
  }

  private static byte[] unwrapped(byte[] file) {
    if (file.length < PEM.length() || file[0] != '-') {
      return file;
    }
    String text = new String(file, StandardCharsets.US_ASCII);
    int from = text.indexOf(PEM);
    int end = text.indexOf(PEM_END, Math.max(0, from));
    return from < 0 || end < 0
        ? file
        : Base64.getMimeDecoder().decode(text.substring(from + PEM.length(), end));
  }

  /// What a list says of one certificate.
  ///
  /// @param reason the number in the entry, 0 where there is none
  record Entry(Instant since, int reason) {
    static final int HOLD = 6;
    static final int REMOVED = 8;
  }

  /// Looks through every entry, since one that is not understood spoils the list.
  ///
  /// @param indirect whether entries may name another issuer than the list's
  /// @throws UnusableException `malformed`, `unknownExtension`
  Optional<Entry> find(X500Name certificateIssuer, BigInteger serial, boolean indirect)
      throws UnusableException {
    DerWalk.Value all = entries;
    if (all == null) {
      return Optional.empty();
    }
    CrlSearch search = new CrlSearch(bytes, issuer, certificateIssuer, serial, indirect);
    return search.in(new DerWalk(bytes, all.content(), all.end()));
  }

  X500Name issuer() {
    return issuer;
  }

  Instant thisUpdate() {
    return thisUpdate;
  }

  Optional<Instant> nextUpdate() {
    return nextUpdate;
  }

  AlgorithmIdentifier algorithm() {
    return algorithm;
  }

  byte[] signature() {
    return signature.clone();
  }

  /// The bytes that the signature covers.
  InputStream signed() {
    return new ByteArrayInputStream(bytes, signed.from(), signed.end() - signed.from());
  }

  Optional<Extensions> extensions() {
    return extensions;
  }

  Optional<Extension> extension(ASN1ObjectIdentifier id) {
    return extensions.map(all -> all.getExtension(id));
  }

  private Extensions explicit(DerWalk head) throws IOException {
    DerWalk inside = head.into(head.next());
    Extensions read = Extensions.getInstance(object(inside.next(SEQUENCE)));
    if (inside.hasMore()) {
      throw new IOException("more than extensions");
    }
    return read;
  }

  private static boolean isTime(DerWalk walk) {
    return walk.isNext(UTC_TIME) || walk.isNext(GENERALIZED_TIME);
  }

  private Instant time(DerWalk.Value value) throws IOException {
    return time(bytes, value);
  }

  static Instant time(byte[] bytes, DerWalk.Value value) throws IOException {
    return Decoding.attempt(() -> Time.getInstance(object(bytes, value)).getDate().toInstant())
        .orElseThrow(() -> new IOException("no time"));
  }

  private ASN1Primitive object(DerWalk.Value value) throws IOException {
    return object(bytes, value);
  }

  static ASN1Primitive object(byte[] bytes, DerWalk.Value value) throws IOException {
    return ASN1Primitive.fromByteArray(Arrays.copyOfRange(bytes, value.from(), value.end()));
  }
}
