package org.certassist.core.surroundings;

import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.EncodedCertificate;

/// A certificate in the system's own store.
///
/// @param facts empty where it could not be read
/// @param hasKey the store knows where its private key is
public record StoredCertificate(
    EncodedCertificate certificate, Optional<CertificateFacts> facts, boolean hasKey) {}
