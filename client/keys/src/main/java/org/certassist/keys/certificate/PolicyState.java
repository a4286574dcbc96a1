package org.certassist.keys.certificate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/// Certificate policies on the way down a chain (RFC 5280 §6.1), where any policy will do at the
/// end.
///
/// Then nothing is asked of the policy graph (RFC 9618) but whether its lowest row is empty, so
/// that row alone is kept: each valid policy with those expected of the next certificate. It cannot
/// grow beyond what one certificate lists.
final class PolicyState {
  private static final ASN1ObjectIdentifier ANY = new ASN1ObjectIdentifier("2.5.29.32.0");

  private Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> valid = Map.of(ANY, Set.of(ANY));
  private int untilRequired = PathExtensions.UNLIMITED;
  private int untilNoMapping = PathExtensions.UNLIMITED;
  private int untilNoAny = PathExtensions.UNLIMITED;

  /// §6.1.3 (d) to (f).
  ///
  /// @param selfIssued an intermediate that bears its issuer's name
  /// @return false where a policy is required and none is left
  boolean enter(PathExtensions certificate, boolean selfIssued) {
    Set<ASN1ObjectIdentifier> expected = new HashSet<>();
    valid.values().forEach(expected::addAll);
    Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> next = new HashMap<>();
    for (ASN1ObjectIdentifier policy : certificate.policies()) {
      if (!policy.equals(ANY) && (expected.contains(policy) || valid.containsKey(ANY))) {
        next.put(policy, Set.of(policy));
      }
    }
    if (certificate.policies().contains(ANY) && (untilNoAny > 0 || selfIssued)) {
      expected.forEach(policy -> next.putIfAbsent(policy, Set.of(policy)));
    }
    valid = next;
    return isMet();
  }

  private boolean isMet() {
    return untilRequired > 0 || !valid.isEmpty();
  }

  /// §6.1.4 (a) and (b). What a mapping adds where "any" is valid is left out: any policy may
  /// follow there already.
  ///
  /// @return false where it maps to or from "any", which nobody may
  boolean map(PathExtensions ca) {
    Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> next = new HashMap<>(valid);
    for (var mapping : ca.mappings().entrySet()) {
      if (mapping.getKey().equals(ANY) || mapping.getValue().contains(ANY)) {
        return false;
      }
      if (untilNoMapping == 0) {
        next.remove(mapping.getKey());
      } else if (valid.containsKey(mapping.getKey())) {
        next.put(mapping.getKey(), mapping.getValue());
      }
    }
    valid = next;
    return true;
  }

  /// §6.1.4 (h): one certificate further.
  void step() {
    untilRequired = less(untilRequired);
    untilNoMapping = less(untilNoMapping);
    untilNoAny = less(untilNoAny);
  }

  /// §6.1.4 (i) and (j).
  void constrain(PathExtensions ca) {
    untilRequired = Math.min(untilRequired, ca.explicitPolicy());
    untilNoMapping = Math.min(untilNoMapping, ca.noMapping());
    untilNoAny = Math.min(untilNoAny, ca.noAnyPolicy());
  }

  /// §6.1.5 (a), (b) and (g).
  boolean finish(PathExtensions certificate) {
    untilRequired = certificate.explicitPolicy() == 0 ? 0 : less(untilRequired);
    return isMet();
  }

  static int less(int count) {
    return count == 0 || count == PathExtensions.UNLIMITED ? count : count - 1;
  }
}
