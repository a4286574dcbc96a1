package org.certassist.keys.certificate;

/// A value about the holder and where in the certificate it stood.
///
/// @param origin such as `subject O` or `extension 1.2.156.10260.4.4`
public record HolderFact(String value, String origin) {}
