package org.certassist.keys.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// A name in the form in which two names are compared (RFC 5280 §7.1): letters' case, runs of
/// spaces and the string type do not count, the order of its parts does.
record CanonicalName(List<Set<Attribute>> parts) {
  record Attribute(String type, String value) {}

  static CanonicalName of(X500Name name) {
    return new CanonicalName(Arrays.stream(name.getRDNs()).map(CanonicalName::attributes).toList());
  }

  private static Set<Attribute> attributes(RDN part) {
    return Arrays.stream(part.getTypesAndValues())
        .map(pair ->
            new Attribute(pair.getType().getId(), IETFUtils.canonicalString(pair.getValue())))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }
}
