package org.certassist.core.certificate;

import java.util.List;

/// The ordered places where CAs write who holds a certificate.
///
/// @param cas the first whose issuer fits is the certificate's
/// @param general everybody's, after those of the certificate's CA
public record HolderRuleBook(List<KnownCa> cas, List<HolderRule> general) {
  /// For who only judges certificates and never asks whose they are.
  public static final HolderRuleBook EMPTY = new HolderRuleBook(List.of(), List.of());

  public HolderRuleBook {
    cas = List.copyOf(cas);
    general = List.copyOf(general);
  }
}
