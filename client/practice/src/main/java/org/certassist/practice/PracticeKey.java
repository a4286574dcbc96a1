package org.certassist.practice;

import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.practice.ca.CertificateVariant;

/// A practice key: the driver that shows it, and nothing but it.
///
/// @param serial the token's serial number
public record PracticeKey(
    CertificateVariant variant, Driver driver, String serial, EncodedCertificate certificate) {}
