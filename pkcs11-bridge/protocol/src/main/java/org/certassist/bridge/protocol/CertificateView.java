package org.certassist.bridge.protocol;

/// A certificate as it lies on a token.
///
/// @param der the certificate itself
/// @param id the token's own id that pairs it with a key (CKA_ID), possibly empty
public record CertificateView(Bytes der, Bytes id, String label, KeyMatch key) {}
