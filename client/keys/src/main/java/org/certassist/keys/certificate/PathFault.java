package org.certassist.keys.certificate;

/// Why a chain does not hold, and which of its certificates that is about.
///
/// @param reason an id as in `CertificateStatus`
record PathFault(String reason, ParsedCertificate about) {}
