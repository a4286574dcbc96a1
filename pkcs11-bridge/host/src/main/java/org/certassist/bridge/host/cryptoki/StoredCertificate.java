package org.certassist.bridge.host.cryptoki;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.bridge.host.Digests;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.CertificateView;
import org.certassist.bridge.protocol.KeyMatch;

/// A certificate object on a token.
record StoredCertificate(Bytes der, Bytes sha256, Bytes id, String label) {
  /// Every certificate that a session shows, without those that cannot be read.
  ///
  /// @throws CkException also where certificates are there and none can be read
  static List<StoredCertificate> all(CkSession session, CkAbi abi) throws CkException {
    List<StoredCertificate> certificates = new ArrayList<>();
    Optional<CkException> trouble = Optional.empty();
    for (long object : session.find(new CkTemplate(abi).number(Ck.CKA_CLASS, Ck.CKO_CERTIFICATE))) {
      Attributes values = session.attributes(object, Ck.CKA_VALUE, Ck.CKA_ID, Ck.CKA_LABEL);
      byte[] der = values.orEmpty(Ck.CKA_VALUE);
      if (der.length > 0) {
        certificates.add(
            new StoredCertificate(
                Bytes.of(der),
                Digests.sha256(der),
                Bytes.of(values.orEmpty(Ck.CKA_ID)),
                CkText.decode(values.orEmpty(Ck.CKA_LABEL))));
      } else if (!values.has(Ck.CKA_VALUE)) {
        trouble = Optional.of(values.without("CKA_VALUE"));
      }
    }
    if (certificates.isEmpty() && trouble.isPresent()) {
      throw trouble.get();
    }
    return certificates;
  }

  /// The one with this digest.
  static Optional<StoredCertificate> find(CkSession session, CkAbi abi, Bytes sha256)
      throws CkException {
    for (StoredCertificate certificate : all(session, abi)) {
      if (certificate.sha256().equals(sha256)) {
        return Optional.of(certificate);
      }
    }
    return Optional.empty();
  }

  /// All of them with what can be said about their keys.
  ///
  /// @param allVisible the user is logged in, so that no key is hidden
  static List<CertificateView> views(CkSession session, CkAbi abi, boolean allVisible)
      throws CkException {
    List<StoredCertificate> certificates = all(session, abi);
    if (certificates.isEmpty()) {
      return List.of();
    }
    Set<Bytes> ids = keyIds(session, abi, Ck.CKO_PRIVATE_KEY);
    boolean someHidden =
        !allVisible && certificates.stream().anyMatch(known -> !ids.contains(known.id()));
    if (someHidden || ids.isEmpty()) {
      // Before a login the public halves stand for private keys that are not shown yet.
      ids.addAll(keyIds(session, abi, Ck.CKO_PUBLIC_KEY));
    }
    KeyMatch otherwise = allVisible ? KeyMatch.ABSENT : KeyMatch.UNKNOWN;
    List<CertificateView> views = new ArrayList<>();
    for (StoredCertificate certificate : certificates) {
      KeyMatch key = ids.contains(certificate.id()) ? KeyMatch.PRESENT : otherwise;
      views.add(new CertificateView(certificate.der(), certificate.id(), certificate.label(), key));
    }
    return views;
  }

  private static Set<Bytes> keyIds(CkSession session, CkAbi abi, long kind) throws CkException {
    Set<Bytes> ids = new HashSet<>();
    for (long object : session.find(new CkTemplate(abi).number(Ck.CKA_CLASS, kind))) {
      byte[] id = session.attributes(object, Ck.CKA_ID).orEmpty(Ck.CKA_ID);
      if (id.length > 0) {
        ids.add(Bytes.of(id));
      }
    }
    return ids;
  }
}
