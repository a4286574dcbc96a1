package org.certassist.core.certificate;

import java.util.List;

/// A CA by the name that people know it by, and where it writes what no other CA writes there.
///
/// @param name such as 苏州CA
/// @param issuer names, of which one stands in the issuer of its certificates; capitals and width
///   do not matter
/// @param rules looked at before everybody's
public record KnownCa(String name, List<String> issuer, List<HolderRule> rules) {
  public KnownCa {
    issuer = List.copyOf(issuer);
    rules = List.copyOf(rules);
  }
}
