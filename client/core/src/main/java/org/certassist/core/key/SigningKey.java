package org.certassist.core.key;

import org.certassist.core.certificate.EncodedCertificate;

/// A key to sign with: one token and one certificate on it.
public record SigningKey(TokenKey token, EncodedCertificate certificate) {}
